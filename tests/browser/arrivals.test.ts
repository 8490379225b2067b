/** Which languages a phone loads besides the one it shows. */
import { expect, it } from 'vitest';
import { worthLoading } from '../../src/browser/arrivals.ts';

const offered = ['/assets/1/en.js', '/assets/2/de.js', '/assets/3/ar.js', '/assets/4/sealing.js'];

it('a phone set to German loads German and English, the script that seals, and no third language', () => {
  expect(worthLoading(offered, ['de-AT', 'de'])).toEqual([
    '/assets/1/en.js',
    '/assets/2/de.js',
    '/assets/4/sealing.js',
  ]);
});

it('a phone set to no language of ours loads English', () => {
  expect(worthLoading(offered, ['ka'])).toEqual(['/assets/1/en.js', '/assets/4/sealing.js']);
});
