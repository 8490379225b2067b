/** The environment, read once; a wrong one stops the start with a list of what to mend. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const schema = z.object({
  /** 0 lets the system choose a free port. */
  PORT: z._default(
    z.pipe(
      z.pipe(
        z.string().check(z.regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535' })),
        z.transform(Number),
      ),
      z.number().check(z.maximum(65535, { error: 'must be a number from 0 to 65535' })),
    ),
    3000,
  ),
  HOST: z._default(
    z.string().check(z.regex(/^\S+$/, { error: 'must be a host name or an address' })),
    '127.0.0.1',
  ),
  DATA_DIR: z._default(z.string().check(z.trim(), z.minLength(1)), './data'),
  /** The register in PostgreSQL, for several servers; without it in SQLite below DATA_DIR. */
  DATABASE_URL: z.optional(
    z.url({ protocol: /^postgres(?:ql)?$/, error: 'must be an address like postgres://user@host/database' }),
  ),
  /** Header in which a reverse proxy tells the address of whoever asks: limits count by it, nothing keeps it. */
  CLIENT_ADDRESS_HEADER: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'must be the name of a header' })),
  ),
  /** Where people reach the service, without a path: https://example.org */
  PUBLIC_URL: z.optional(
    z.url({ protocol: /^https?$/ }).check(
      z.refine((url) => URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`, {
        error: 'must be scheme, host and port only',
      }),
    ),
  ),
  OPERATOR_NAME: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  OPERATOR_CONTACT: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  /** Path of the private key that signs the files of the offline kit: Ed25519, PEM, no passphrase. */
  KIT_SIGNING_KEY: z.optional(
    z.pipe(
      z.string(),
      z.transform((path, { issues }) => {
        const key = signingKey(path);
        if (typeof key !== 'string') return key;
        issues.push({ code: 'custom', message: key, input: undefined });
        return z.NEVER;
      }),
    ),
  ),
});

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  clientAddressHeader: string | undefined;
  publicUrl: string | undefined;
  operator: { name: string | undefined; contact: string | undefined };
  kitSigningKey: KeyObject | undefined;
};

/** Thrown when the environment cannot be used; the message lists every variable to mend, without its value. */
export class BrokenConfig extends Error {
  override name = 'BrokenConfig';
}

/** Reads what `process.env` holds; an empty variable counts as absent. Throws {@link BrokenConfig}. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given, { error: z.locales.en().localeError });
  if (!parsed.success) {
    throw new BrokenConfig(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const {
    PORT,
    HOST,
    DATA_DIR,
    DATABASE_URL,
    CLIENT_ADDRESS_HEADER,
    PUBLIC_URL,
    OPERATOR_NAME,
    OPERATOR_CONTACT,
    KIT_SIGNING_KEY,
  } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    clientAddressHeader: CLIENT_ADDRESS_HEADER,
    publicUrl: PUBLIC_URL?.replace(/\/$/, ''),
    operator: { name: OPERATOR_NAME, contact: OPERATOR_CONTACT },
    kitSigningKey: KIT_SIGNING_KEY,
  };
}

/** The key, or why it is none. */
function signingKey(path: string): KeyObject | string {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch {
    return 'must be the path of a file that can be read';
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // told below: no key, a public one, or one behind a passphrase
  }
  return 'must be an Ed25519 private key in PEM without a passphrase (openssl genpkey -algorithm ed25519)';
}
