// Five kinds of tests: plain ones, pure ones, ones of the register on both databases, ones that validate real documents,
// and journeys in a real browser. Some need a foreign program, so each kind can run alone (--project unit).
import { configDefaults, defineConfig } from 'vitest/config';

const DOCUMENTS = 'tests/documents/**/*.test.ts';
const PURE = 'tests/{domain,content,renderers}/**/*.test.ts';
const JOURNEYS = 'tests/journeys/**/*.test.ts';
const REGISTER = 'tests/register/**/*.test.ts';
// Milliseconds for a test that takes a second alone: the machine may be busy with others.
const PATIENCE = 60_000;

const everywhere = {
  testTimeout: PATIENCE,
  hookTimeout: PATIENCE,
  expect: { poll: { timeout: PATIENCE / 3 } },
  // The files leave nothing behind in their process, and loading the program once a worker is a third of all time.
  isolate: false,
};

export default defineConfig({
  test: {
    maxWorkers: '100%', // each waits for a browser or a database as often as it computes
    projects: [
      {
        test: {
          ...everywhere,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, PURE, REGISTER, DOCUMENTS, JOURNEYS],
        },
      },
      { test: { ...everywhere, name: 'pure', include: [PURE] } },
      {
        test: {
          ...everywhere,
          name: 'register',
          include: [REGISTER],
          globalSetup: ['tests/support/postgres.ts'],
        },
      },
      { test: { ...everywhere, name: 'documents', include: [DOCUMENTS] } },
      {
        test: {
          ...everywhere,
          name: 'browser',
          include: [JOURNEYS],
          testTimeout: 10 * PATIENCE, // a journey is many pages, each of which is waited for half a minute at most
          globalSetup: ['tests/support/find-browser.ts'],
        },
      },
    ],
  },
});
