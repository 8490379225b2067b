// Four kinds of tests: plain ones, pure ones, ones that validate real documents, and journeys in a real browser.
// A journey or a document test is slow and needs a foreign program, so each kind can run alone (--project unit).
import { configDefaults, defineConfig } from 'vitest/config';

const DOCUMENTS = 'tests/documents/**/*.test.ts';
const PURE = 'tests/{domain,content,renderers}/**/*.test.ts';
// Milliseconds for a test that takes a second alone: the machine may be busy with others.
const PATIENCE = 30_000;
const JOURNEYS = 'tests/journeys/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, PURE, DOCUMENTS, JOURNEYS],
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
