/** An empty database for one test file, of either kind: a folder for SQLite, a database of its own on PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';

export const databaseKinds = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** Those that are here: suites run on each. */
export const databases: readonly DatabaseKind[] = inject('postgresUrl') ? databaseKinds : ['SQLite'];

/** What openRegister and openTestFollowing take. */
export type FreshDatabase = {
  dataDir: string;
  databaseUrl: string | undefined;
  remove: () => Promise<void>;
};

/** The caller removes it, after everybody has closed it. */
export async function freshDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  if (kind === 'SQLite') {
    const dataDir = mkdtempSync(join(tmpdir(), 'test-register-'));
    return {
      dataDir,
      databaseUrl: undefined,
      remove: async () => rmSync(dataDir, { recursive: true, force: true }),
    };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asTester(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    dataDir: '',
    databaseUrl: url.href,
    remove: () => asTester(`drop database if exists ${name} with (force)`),
  };
}

/** For one test alone: removed when it has ended. */
export async function databaseForThisTest(kind: DatabaseKind): Promise<FreshDatabase> {
  const fresh = await freshDatabase(kind);
  onTestFinished(fresh.remove);
  return fresh;
}

async function asTester(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
