/** The environment: what an operator may leave out, and what is refused with a list of what to mend. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenConfig, readConfig } from '../src/config.ts';

/** Names of the variables that are refused. */
function refused(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof BrokenConfig)) throw error;
    return error.message.split('\n').map((line) => line.replace(/: .+/, ''));
  }
  return [];
}

it('an operator who says nothing gets a service on this machine only', () => {
  const silent = {
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    publicUrl: undefined,
    operator: { name: undefined, contact: undefined },
    kitSigningKey: undefined,
  };
  expect(readConfig({})).toEqual(silent);
  expect(readConfig({ PORT: '', HOST: '', DATA_DIR: '', PUBLIC_URL: '', OPERATOR_NAME: '' })).toEqual(silent);
  expect(readConfig({ PATH: '/bin', NODE_ENV: 'production' }), 'other variables are not ours').toEqual(
    silent,
  );
});

it('an operator who says everything is taken at their word', () => {
  const given = {
    PORT: '0',
    HOST: '::1',
    DATA_DIR: '/var/lib/proverka',
    PUBLIC_URL: 'https://пример.рф:8443/',
    OPERATOR_NAME: ' Фонд «Пример» ',
    OPERATOR_CONTACT: 'help@example.org',
  };
  expect(readConfig(given)).toMatchObject({
    port: 0,
    host: '::1',
    dataDir: '/var/lib/proverka',
    operator: { name: 'Фонд «Пример»', contact: 'help@example.org' },
  });
  expect(readConfig({ PUBLIC_URL: 'https://example.org/' }).publicUrl).toBe('https://example.org');
});

describe('a value that cannot be meant is refused', () => {
  it.each(['-1', '65536', '3000.5', '1e3', '0x10', 'http', ' ', '3000 ', '٣٠٠٠'])('PORT=%o', (PORT) => {
    expect(refused({ PORT })).toEqual(['PORT']);
  });

  it.each([
    'example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://example.org/path',
    'https://example.org?x=1',
    'https://example.org/#x',
    'https://user:password@example.org',
    'https://',
    ' ',
  ])('PUBLIC_URL=%o', (PUBLIC_URL) => {
    expect([...new Set(refused({ PUBLIC_URL }))]).toEqual(['PUBLIC_URL']);
  });

  it.each([
    ['HOST', 'two words'],
    ['HOST', ' '],
    ['DATA_DIR', ' '],
    ['OPERATOR_NAME', '  '],
    ['OPERATOR_NAME', 'x'.repeat(201)],
    ['OPERATOR_CONTACT', '\t'],
    ['OPERATOR_CONTACT', 'x'.repeat(201)],
  ])('%s=%o', (name, value) => {
    expect(refused({ [name]: value })).toEqual([name]);
  });
});

it('every variable to mend is named at once, and no value is repeated', () => {
  const wrong = { PORT: 'secret', HOST: 'secret secret', PUBLIC_URL: 'secret', OPERATOR_NAME: ' ' };
  expect(new Set(refused(wrong))).toEqual(new Set(Object.keys(wrong)));
  expect(() => readConfig(wrong)).toThrow(BrokenConfig);
  expect(() => readConfig(wrong)).not.toThrow(/secret/);
});

it('a name of the language is no variable', () => {
  expect(readConfig(JSON.parse('{"__proto__":"1","constructor":"1","PORT":"1"}')).port).toBe(1);
});

describe('an operator who signs the offline kit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proverka-config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const keyFile = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');

  it('names the file of an Ed25519 key, as openssl writes it', () => {
    const KIT_SIGNING_KEY = keyFile('key.pem', privateKey.export(pem));
    expect(readConfig({ KIT_SIGNING_KEY }).kitSigningKey?.equals(privateKey)).toBe(true);
  });

  it('is told what a file must be that is none such, and nothing of what stands in it', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const locked = privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'secret' });
    const files = {
      'rsa.pem': rsa.export(pem),
      'public.pem': publicKey.export({ type: 'spki', format: 'pem' }),
      'locked.pem': locked,
      'words.pem': 'no key at all',
      'empty.pem': '',
    };
    for (const [name, content] of Object.entries(files)) {
      const KIT_SIGNING_KEY = keyFile(name, content);
      expect(() => readConfig({ KIT_SIGNING_KEY }), name).toThrow(
        /^KIT_SIGNING_KEY: must be an Ed25519 private key in PEM without a passphrase/,
      );
    }
    for (const KIT_SIGNING_KEY of [join(folder, 'nowhere.pem'), folder])
      expect(() => readConfig({ KIT_SIGNING_KEY, PORT: 'x' })).toThrow(
        /^PORT: [^\n]+\nKIT_SIGNING_KEY: must be the path of a file that can be read$/,
      );
  });
});
