/** `keygen`: a key pair for backups, in the form that age-keygen writes. */
import { newKeyPair } from '#sealing/sealing.ts';
import type { Command } from './command.ts';

export const keygen: Command = {
  name: 'keygen',
  words: [],
  options: {},
  typed: '> backup-key.txt',
  does: 'Prints a key pair for backups. Keep the file with the private key (AGE-SECRET-KEY-1…) away from the server: to make backups the public key (age1…) is enough. Whoever loses the private key has no backup.',
  run: async (_given, office) => {
    const { identity, recipient } = await newKeyPair();
    office.print(
      `# made ${office.now().toISOString().slice(0, 10)}\n# public key: ${recipient}\n${identity}`,
    );
    office.say(`Public key: ${recipient}`);
    return 0;
  },
};
