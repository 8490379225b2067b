import { describe, expect, it } from 'vitest';
import { isStale } from '#domain/provenance.ts';

describe('a fact that was checked long ago', () => {
  it.each([
    ['2027-11-21', false],
    ['2027-11-22', true],
  ])('checked on 21 November 2026 is on %s to be checked again: %s', (day, stale) => {
    expect(isStale({ checked: '2026-11-21' }, day)).toBe(stale);
  });

  it.each([
    ['2024-09-01', false],
    ['2024-09-02', true],
  ])('is as old as the edition that was read: that of September 2023 is on %s stale: %s', (day, stale) => {
    expect(isStale({ checked: '2024-08-01', edition: '2023-09-01' }, day)).toBe(stale);
  });

  it('is no younger for an edition that came after the check', () => {
    expect(isStale({ checked: '2026-11-21', edition: '2027-06-01' }, '2027-12-01')).toBe(true);
  });

  it('checked on 29 February lasts till 1 March', () => {
    expect(isStale({ checked: '2028-02-29' }, '2029-03-01')).toBe(false);
    expect(isStale({ checked: '2028-02-29' }, '2029-03-02')).toBe(true);
  });
});
