/** An organisation that is banned, whose name is made up: real ones stand nowhere, not in a test either. */
import type { Library } from '#domain/library.ts';
import { organisation } from '#domain/organisation.ts';
import { hashOfDomain, hashOfName } from '#domain/status-match.ts';
import { library } from '../support/library.ts';

export const madeUp = organisation.parse({
  id: 'banned-made-up',
  statusInRussia: 'extremist',
  since: null,
  domains: [hashOfDomain('romashka.example')],
  phrases: [hashOfName('Движение «Синяя ромашка»')],
  wholeFields: [hashOfName('Ромашка')],
  source: 'made up for this test',
  checked: '2026-11-21',
  confidence: 'verified',
});

export const withBanned: Library = {
  ...library,
  organisations: new Map([...library.organisations, [madeUp.id, madeUp]]),
};
