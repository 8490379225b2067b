/**
 * A PostgreSQL for one run of the tests. TEST_POSTGRES_URL names another one to use instead; where neither is there, the
 * tests run on SQLite alone and say so.
 */
import type { TestProject } from 'vitest/node';
import { databaseProcess } from './database-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database whose user may make others; '' where there is none. */
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  // Nothing here outlives the run, so nothing waits for the disk. What a crash loses is shown elsewhere.
  const server = given ? undefined : await databaseProcess();
  if (!given && !server)
    console.warn('No PostgreSQL here (set TEST_POSTGRES_URL): the register is tested on SQLite alone.');
  project.provide('postgresUrl', given ?? server?.url ?? '');
  return async () => server?.remove();
}
