/** `npm run kit`: writes the offline kit to dist/kit, signs it where there is a key, and prints sizes and hashes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrokenContent } from '#content/finding.ts';
import { BrokenConfig, readConfig } from './config.ts';
import { openLibrary } from './open-library.ts';
import { openSite } from './open-site.ts';

const folder = join(import.meta.dirname, '../dist/kit');

try {
  await write();
} catch (error) {
  if (!(error instanceof BrokenConfig || error instanceof BrokenContent)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function write(): Promise<void> {
  const site = openSite(await openLibrary(), readConfig(process.env), () => new Date());
  const kit = await site.kit?.();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [language, { body, sha256, signature }] of kit?.files ?? []) {
    const name = `${language}.html`;
    writeFileSync(join(folder, name), body);
    if (signature) writeFileSync(join(folder, `${name}.sig`), signature);
    console.log(`${sha256}  dist/kit/${name}  ${body.length.toLocaleString('en')} bytes`);
  }
  if (!kit?.publicKey) return;
  writeFileSync(join(folder, 'key.pub'), kit.publicKey.pem);
  console.log(`${kit.publicKey.fingerprint}  fingerprint of dist/kit/key.pub`);
}
