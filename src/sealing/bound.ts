/** Sealing as the pages are given it: with the stretching of this place, and the salt of the installation for case codes. */
import {
  type CodeKeys,
  codeKeys,
  isRecipient,
  isSealed,
  isSealedFile,
  type KeyPair,
  keyPairOf,
  newKeyPair,
  open,
  openBytes,
  passphraseKeys,
  recipientOf,
  type Stretch,
  seal,
  sealBytes,
  sealFile,
  sealJson,
} from './sealing.ts';

export type Sealing = {
  newKeyPair: () => Promise<KeyPair>;
  keyPairOf: typeof keyPairOf;
  recipientOf: typeof recipientOf;
  isRecipient: typeof isRecipient;
  codeKeys: (code: string) => Promise<CodeKeys>;
  passphraseKeys: (passphrase: string, salt: Uint8Array) => Promise<KeyPair>;
  seal: typeof seal;
  sealJson: typeof sealJson;
  sealBytes: typeof sealBytes;
  sealFile: typeof sealFile;
  open: typeof open;
  openBytes: typeof openBytes;
  isSealed: typeof isSealed;
  isSealedFile: typeof isSealedFile;
};

export function boundSealing(stretch: Stretch, installationSalt: Uint8Array): Sealing {
  return {
    newKeyPair,
    keyPairOf,
    recipientOf,
    isRecipient,
    codeKeys: (code) => codeKeys(stretch, code, installationSalt),
    passphraseKeys: (passphrase, salt) => passphraseKeys(stretch, passphrase, salt),
    seal,
    sealJson,
    sealBytes,
    sealFile,
    open,
    openBytes,
    isSealed,
    isSealedFile,
  };
}
