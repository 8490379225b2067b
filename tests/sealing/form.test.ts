/** What is taken for sealed: to a few keys and to nothing that would cost whoever opens it an hour, or tell its length. */
import { armor, Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import {
  isSealed,
  isSealedFile,
  newKeyPair,
  open,
  openBytes,
  seal,
  sealBytes,
  sealJson,
} from '#sealing/sealing.ts';

const first = await newKeyPair();
const second = await newKeyPair();
const sealed = await seal('слова', [first.recipient, second.recipient]);
const [header = ''] = headerOf(sealed);

/** The header up to its code, and the bytes from there on. */
function headerOf(text: string): [string, Uint8Array] {
  const bytes = armor.decode(text);
  const end = Buffer.from(bytes).indexOf('\n--- ') + 1;
  return [Buffer.from(bytes.subarray(0, end)).toString('latin1'), bytes.subarray(end)];
}

function withHeader(changed: string): string {
  const [, rest] = headerOf(sealed);
  return armor.encode(Buffer.concat([Buffer.from(changed, 'latin1'), rest]));
}

async function sealedBy(prepare: (encrypter: Encrypter) => void): Promise<string> {
  const encrypter = new Encrypter();
  prepare(encrypter);
  return armor.encode(await encrypter.encrypt('слова'));
}

describe('what a filer sends sealed', () => {
  it('is taken where it is sealed to one key or two, and opens with each of them', async () => {
    expect(isSealed(sealed)).toBe(true);
    expect(isSealed(await seal('слова', [first.recipient]))).toBe(true);
    expect(await open(sealed, first.identity)).toBe('слова');
    expect(await open(sealed, second.identity)).toBe('слова');
  });

  it('is refused where a passphrase would open it, alone or beside a key', async () => {
    expect(isSealed(await sealedBy((one) => one.setPassphrase('0123456789')))).toBe(false);
    const scrypt = `-> scrypt ${'A'.repeat(22)} 22\n${'A'.repeat(43)}\n`;
    expect(isSealed(withHeader(header + scrypt))).toBe(false);
    expect(isSealed(withHeader(header.replace('-> X25519', `${scrypt}-> X25519`)))).toBe(false);
  });

  it('is refused where so many keys open it that whoever tries them all waits', async () => {
    const pairs = await Promise.all(Array.from({ length: 5 }, newKeyPair));
    const armored = await sealedBy((one) => {
      for (const { recipient } of pairs) one.addRecipient(recipient);
    });
    expect(isSealed(armored)).toBe(false);
  });

  it('is taken with the empty noise that other programs add, and refused with any other stanza', () => {
    expect(isSealed(withHeader(`${header}-> ab-grease x y\nAAAA\n`))).toBe(true);
    expect(isSealed(withHeader(`${header}-> ssh-rsa AAAA\nAAAA\n`))).toBe(false);
    expect(isSealed(withHeader(`${header}-> piv-p256 AAAA ${'A'.repeat(44)}\nAAAA\n`))).toBe(false);
  });

  it.each([
    ['plain words', 'Ножницы'],
    ['nothing', ''],
    ['a header and nothing behind it', armor.encode(Buffer.from('age-encryption.org/v1\n-> X25519 '))],
    ['an armor cut off', sealed.slice(0, 200)],
    ['an armor with words behind it', `${sealed}\nИван Иванов`],
    ['an armor with words before it', `Иван Иванов\n${sealed}`],
  ])('is refused where it is %s', (_, text) => expect(isSealed(text)).toBe(false));
});

describe('a length', () => {
  it('is the same for cases of many lengths', async () => {
    const lengths = await Promise.all(
      ['', 'Казань', 'слово '.repeat(300)].map(
        async (note) => (await sealJson({ note }, [first.recipient])).length,
      ),
    );
    expect(new Set(lengths).size).toBe(1);
    const text = await open(await sealJson({ note: 'Казань' }, [first.recipient]), first.identity);
    expect(JSON.parse(text ?? '')).toEqual({ note: 'Казань' });
  });

  it('of a scan says no more than that of many others, and the scan comes back byte by byte', async () => {
    const lengths = [];
    for (const length of [100_001, 110_000, 120_000]) {
      const scan = new Uint8Array(length).map((_, index) => index % 251);
      const hidden = await sealBytes(scan, [first.recipient]);
      lengths.push(hidden.length);
      expect(isSealedFile(hidden)).toBe(true);
      expect(await openBytes(hidden, first.identity)).toEqual(scan);
    }
    expect(new Set(lengths).size).toBe(1);
  });

  it.each([[[]], [[0]], [[0x80]], [[0x80, 0, 0]], [[1, 0x80, 0, 0x80]]])(
    'is taken off again whatever bytes %j end in',
    async (bytes) => {
      const hidden = await sealBytes(new Uint8Array(bytes), [first.recipient]);
      expect(await openBytes(hidden, first.identity)).toEqual(new Uint8Array(bytes));
    },
  );
});
