import { describe, expect, it } from 'vitest';
import { type Changes, complaintOf, problemsIn } from '../support/library.ts';
import { withBanned } from './made-up-ban.ts';

const media = 'crime-report-media';
const own = { title: 'Пропали люди', outlet: 'Городская газета', date: '2026-11-01' } as const;
const bannedName = 'движения «Синяя ромашка»';

describe('what a person typed', () => {
  const secret = 'Тайнова';

  it.each<[string, Changes]>([
    ['a wrong value', { authority: secret }],
    ['a wrong source', { answers: { sources: [secret] } }],
    ['a wrong request', { answers: { requests: [secret] } }],
    ['a field that does not exist', { answers: { [secret]: 1, [`a ${secret}`]: 2 } }],
    ['a long name', { applicant: { lastName: secret.repeat(20) } }],
    ['a name with a wrong sign', { applicant: { lastName: `${secret}9` } }],
    ['a wrong e-mail address', { applicant: { email: secret } }],
    ['a wrong web address', { answers: { ownSources: [{ ...own, url: secret }] } }],
    [
      'an undesirable publisher',
      { answers: { ownSources: [{ ...own, title: `Медуза и ${secret}`, outlet: 'Медуза' }] } },
    ],
    ['a banned name', { answers: { ownWords: `${secret} из ${bannedName}` } }],
    ['a banned name in a field that does not exist', { answers: { [secret]: bannedName } }],
  ])('is never repeated in a problem: %s', (_, changes) => {
    expect(JSON.stringify(problemsIn(media, changes, withBanned))).not.toMatch(/Тайнова|Медуза|ромашка/iu);
  });

  it('is washed: NFC, one line, no hidden characters', () => {
    const complaint = complaintOf(media, {
      applicant: { lastName: ' Мои\u0306сеева\u200b ', address: 'г. Москва,\r\n  ул. Мира\u202e' },
      answers: { ownWords: 'Первая строка\r\n\r\n\r\n\r\nвторая\u0000' },
    });
    expect(complaint.applicant?.lastName).toBe('Мойсеева');
    expect(complaint.applicant?.address).toBe('г. Москва, ул. Мира');
    expect(complaint.ownWords).toBe('Первая строка\n\nвторая');
  });

  it.each([
    ['gazeta.example/7', 'https://gazeta.example/7'],
    ['www.газета.рф', 'https://www.газета.рф'],
    ['http://gazeta.example/а б', 'http://gazeta.example/а%20б'],
    ['https://gazeta.example/?a=1#b', 'https://gazeta.example/?a=1#b'],
  ])('may be a web address as people type it: %s', (typed, expected) => {
    const { ownSources } = complaintOf(media, { answers: { ownSources: [{ ...own, url: typed }] } });
    expect(ownSources[0]?.url).toBe(expected);
  });

  it('may be called as an undesirable organisation is: people are', () => {
    expect(complaintOf(media, { applicant: { lastName: 'Медуза' } }).applicant?.lastName).toBe('Медуза');
  });
});
