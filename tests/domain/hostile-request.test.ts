import { describe, expect, it } from 'vitest';
import { readComplaint } from '#domain/complaint.ts';
import { bodyOf, library, templateOf, today } from '../support/library.ts';

const media = 'crime-report-media';

describe('a request that is nothing of the kind', () => {
  const readAny = (body: unknown) => readComplaint(library, templateOf(media), body, today);

  it.each([
    [null],
    [undefined],
    [[]],
    ['x'],
    [7],
    [{}],
    [{ template: media }],
    [{ applicant: [], answers: [] }],
  ])('%j is refused, never thrown on', (body) => {
    expect(readAny(body).ok).toBe(false);
  });

  it('may be a hundred thousand levels deep', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    for (const body of [
      deep,
      { ...bodyOf(media), extra: deep },
      bodyOf(media, { answers: { ownWords: deep, ownSources: deep } }),
    ]) {
      expect(readAny(body).ok).toBe(false);
    }
  });

  it('may have a thousand mistakes: a hundred are told', () => {
    const extra = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, 1]));
    const checked = readAny({ ...bodyOf(media), ...extra });
    expect(checked.ok ? 0 : checked.problems.length).toBeGreaterThan(0);
    expect(checked.ok ? 0 : checked.problems.length).toBeLessThanOrEqual(100);
  });

  it('may hold keys that JavaScript treats in its own way', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(readAny(JSON.parse(`{"template":"${media}","${key}":{"ok":true}}`)).ok).toBe(false);
      expect(readAny({ ...bodyOf(media), authority: key }).ok).toBe(false);
      expect(readAny(bodyOf(media, { answers: { requests: [key] } })).ok).toBe(false);
    }
  });
});
