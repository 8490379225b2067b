/** scrypt as the server does it: outside the thread that answers requests. */
import { scrypt } from 'node:crypto';
import { type Stretch, stretchCost } from './sealing.ts';

/** Bytes; scrypt needs 128 · N · r and a little. */
const maxmem = 64 * 1024 * 1024;

export const stretch: Stretch = (secret, salt, bytes) =>
  new Promise((done, failed) => {
    scrypt(secret, salt, bytes, { ...stretchCost, maxmem }, (error, key) =>
      error ? failed(error) : done(new Uint8Array(key)),
    );
  });
