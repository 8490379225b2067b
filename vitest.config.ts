// Three kinds of tests: plain ones, ones that validate real documents, and journeys in a real browser.
// A journey or a document test is slow and needs a foreign program, so each kind can run alone (--project unit).
import { configDefaults, defineConfig } from 'vitest/config';

const DOCUMENTS = 'tests/documents/**/*.test.ts';
const JOURNEYS = 'tests/journeys/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, DOCUMENTS, JOURNEYS],
          isolate: false, // no test leaves anything behind; loading the app once a worker halves the time
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
