// Five kinds of tests: plain ones, pure ones, ones of the register on both databases, ones that validate real documents,
// and journeys in a real browser. Some need a foreign program, so each kind can run alone (--project unit).
import { configDefaults, defineConfig } from 'vitest/config';

const DOCUMENTS = 'tests/documents/**/*.test.ts';
const PURE = 'tests/{domain,content,renderers}/**/*.test.ts';
// Milliseconds for a test that takes a second alone: the machine may be busy with others.
const PATIENCE = 30_000;
const JOURNEYS = 'tests/journeys/**/*.test.ts';
const REGISTER = 'tests/register/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, PURE, REGISTER, DOCUMENTS, JOURNEYS],
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'pure',
          include: [PURE],
          testTimeout: PATIENCE,
          isolate: false, // these leave nothing behind, and loading the program once a worker halves their time
        },
      },
      {
        test: {
          name: 'register',
          include: [REGISTER],
          globalSetup: ['tests/support/postgres.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'documents',
          include: [DOCUMENTS],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [JOURNEYS],
          globalSetup: ['tests/support/find-browser.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
