/** What of a filing is stored in clear: weeks, never days, and nothing that names anybody. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filing } from '#domain/case/case-file.ts';
import { publicFacts, publicFactsOf } from '#domain/register/public-facts.ts';
import { anyFacts, facts } from '../../support/facts.ts';
import { library } from '../../support/library.ts';

const schema = publicFacts(library);

const filing: Filing = {
  id: 'a',
  template: 'crime-report-media',
  authority: 'sk-central',
  channel: 'post',
  date: '2026-09-08',
  filedFrom: 'russia',
  answers: { region: 'Чеченская Республика' },
  text: 'Прошу проверить.',
  sha256: '0'.repeat(64),
  events: [
    { kind: 'registered', date: '2026-09-20', number: '123пр-26', to: 'СК' },
    { kind: 'sent', date: '2026-09-09' },
    { kind: 'answered', date: '2026-10-01', signedBy: 'старший следователь' },
  ],
};

describe('public facts of a filing', () => {
  it('hold weeks, and of everything else only its kind', () => {
    expect(publicFactsOf(library, filing)).toEqual({
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'post',
      filedWeek: '2026-W37',
      events: [
        { kind: 'registered', week: '2026-W38' },
        { kind: 'answered', week: '2026-W40' },
      ],
    });
  });

  it('hold no day, number, name, place or text', () => {
    const stored = JSON.stringify(publicFactsOf(library, filing));
    expect(stored).not.toMatch(/\d{4}-\d{2}-\d{2}|123пр|следователь|Чечен|Прошу|0{64}/);
  });

  it.each<[string, Partial<Filing>]>([
    ['was only written', { events: [{ kind: 'registered', date: '2026-09-20' }] }],
    ['has no channel', { channel: undefined }],
    ['is no document of this library', { template: 'no-such-document' }],
    ['went to an office that this library does not know', { authority: 'no-such-office' }],
  ])('there are none of a document that %s', (_, changes) => {
    expect(publicFactsOf(library, { ...filing, ...changes })).toBeUndefined();
  });

  it('name a court as no office', () => {
    expect(publicFactsOf(library, { ...filing, authority: null })).toMatchObject({ authority: null });
  });

  it('what the register gives out it takes in', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        expect(schema.parse(one)).toEqual(one);
      }),
    );
    expect(schema.parse(publicFactsOf(library, filing))).toEqual(publicFactsOf(library, filing));
    const { events: _, ...withoutEvents } = facts();
    expect(schema.parse(withoutEvents)).toEqual(facts());
  });

  it.each<[string, object]>([
    ['a day', { filedWeek: '2026-09-09' }],
    ['a day of an event', { events: [{ kind: 'answered', week: '2026-10-01' }] }],
    ['a number of an event', { events: [{ kind: 'answered', week: '2026-W40', number: '5' }] }],
    ['a name', { applicant: 'Иванов' }],
    ['a region', { region: 'Чеченская Республика' }],
    ['an unknown office', { authority: 'no-such-office' }],
    ['an unknown document', { template: 'no-such-document' }],
    ['an unknown event', { events: [{ kind: 'forgotten', week: '2026-W40' }] }],
    ['a week that is none', { filedWeek: '2027-W53' }],
    ['too many events', { events: Array(101).fill({ kind: 'answered', week: '2026-W40' }) }],
  ])('do not take in %s', (_, changes) => {
    expect(schema.safeParse({ ...facts(), ...changes }).success).toBe(false);
  });
});
