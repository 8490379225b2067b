import { expect, it } from 'vitest';
import { renderReadingDocx } from '#renderers/docx/reading.ts';
import { validateDocx } from '../support/ooxml.ts';
import { everySecond } from '../support/reading.ts';

it('what Word would say about every copy to read, with stale parts and without: nothing (Open XML SDK)', async () => {
  expect(everySecond.length).toBeGreaterThan(20);
  const files = everySecond.map(({ reading }, place) =>
    renderReadingDocx(
      place % 4 < 2
        ? reading
        : { ...reading, pairs: reading.pairs.map((pair) => ({ ...pair, stale: true })) },
    ),
  );
  const errors = await validateDocx(files);
  expect(errors.map(({ document, ...error }) => ({ file: everySecond[document]?.name, ...error }))).toEqual(
    [],
  );
}, 180_000);
