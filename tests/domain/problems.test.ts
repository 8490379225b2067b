import { describe, expect, it } from 'vitest';
import { answerLimits } from '#domain/answers.ts';
import { applicantLimits } from '#domain/applicant.ts';
import { type ProblemCode, problemCodes } from '#domain/problem.ts';
import { shortVersion } from '#domain/short-version.ts';
import { type Changes, complaintOf, described, library, problemsIn, told } from '../support/library.ts';
import { withBanned } from './made-up-ban.ts';

const media = 'crime-report-media';
const own = { title: 'Пропали люди', outlet: 'Городская газета', date: '2026-11-01' } as const;
const bannedName = 'движения «Синяя ромашка»';

/** Told by the tests of follow-ups. */
const ofFollowUps = [
  'wrong-addressee',
  'event-before-sent',
  'event-order',
  'missing-event',
  'excluded-event',
  'term-runs',
  'no-short-text',
];

/** Told by the register to programs: tests/web/api/filings-*.test.ts. */
const ofRegister = [
  'week',
  'week-in-future',
  'week-before-filed',
  'not-sealed',
  'recipient',
  'sharing-refused',
  'no-key',
  'idempotency-key',
];

describe('what a person has to mend is told by path and kind', () => {
  const cases: readonly [ProblemCode, string, Changes, string?][] = [
    ['required', 'authority', { authority: '' }],
    ['required', 'applicant.lastName', { applicant: { lastName: '  ' } }],
    ['required', 'applicant.address', { applicant: { address: '\u200b' } }],
    ['required', 'answers.ownSources.0.outlet', { answers: { ownSources: [{ ...own, outlet: '' }] } }],
    ['type', 'applicant.lastName', { applicant: { lastName: 7 } }],
    ['type', 'answers.sources', { answers: { sources: 'ng-2017-04-01' } }],
    ['type', 'answers.printouts', { answers: { printouts: 'yes' } }],
    ['type', 'answers.ownWords', { answers: { ownWords: null } }],
    ['choice', 'authority', { authority: 'nobody' }],
    ['choice', 'authority', { authority: 'gp-central' }],
    ['choice', 'answers.episode', { answers: { episode: '1999' } }],
    ['choice', 'answers.requests.0', { answers: { requests: ['medal'] } }],
    ['choice', 'applicant.gender', { applicant: { gender: 'unknown' } }],
    ['choice', 'filedFrom', { filedFrom: 'moon' }],
    ['unknown-field', 'applicant.birthDate', { applicant: { birthDate: '1990-01-01' } }],
    ['unknown-field', 'answers.witness', { answers: { witness: 'x' } }],
    ['unknown-field', 'answers.reports', { answers: { reports: 'Газета сообщила' } }],
    ['unknown-field', 'answers.acts', { answers: { acts: described.acts } }],
    ['too-long', 'applicant.lastName', { applicant: { lastName: 'А'.repeat(applicantLimits.name + 1) } }],
    ['too-long', 'answers.ownWords', { answers: { ownWords: 'а'.repeat(answerLimits.ownWords + 1) } }],
    [
      'too-many',
      'answers.ownSources',
      { answers: { ownSources: Array.from({ length: answerLimits.ownSources + 1 }, () => own) } },
    ],
    ['date', 'date', { date: '2027-02-29' }],
    ['date', 'answers.ownSources.0.date', { answers: { ownSources: [{ ...own, date: '01.04.2017' }] } }],
    [
      'date-order',
      'answers.acts.to',
      { answers: { ...described, acts: { ...described.acts, to: '2024-02-01' } } },
    ],
    ['date-before-sources', 'date', { date: '2017-03-31' }],
    [
      'date-after-complaint',
      'answers.ownSources.0.date',
      { answers: { ownSources: [{ ...own, date: '2026-12-02' }] } },
    ],
    [
      'date-after-complaint',
      'answers.acts.to',
      { answers: { ...described, acts: { ...described.acts, to: '2026-12-02' } } },
    ],
    ['email', 'applicant.email', { applicant: { email: 'почта' } }],
    ['phone', 'applicant.phone', { applicant: { phone: 'позвоните' } }],
    [
      'url',
      'answers.ownSources.0.url',
      { answers: { ownSources: [{ ...own, url: 'javascript:alert(1)' }] } },
    ],
    ['url', 'answers.ownSources.0.url', { answers: { ownSources: [{ ...own, url: 'не помню' }] } }],
    ['latin-name', 'applicant.firstName', { applicant: { firstName: 'Maria' } }],
    ['latin-name', 'applicant.genitive', { applicant: { genitive: 'Ivanovoy' } }],
    ['name-characters', 'applicant.patronymic', { applicant: { patronymic: '№1' } }],
    ['blank-applicant', 'applicant', { blank: true }],
    ['no-source', 'answers.ownSources', { answers: { sources: [] } }],
    ['no-request', 'answers.requests', { answers: { requests: [] } }],
    ['no-act', 'answers.acts.kinds', { answers: { ...described, acts: { ...described.acts, kinds: [] } } }],
    [
      'source-not-in-episode',
      'answers.sources.1',
      { answers: { sources: ['ng-2017-04-01', 'ng-2019-01-11'] } },
    ],
    [
      'source-abroad-only',
      'answers.sources.1',
      { answers: { sources: ['ng-2017-04-01', 'hrw-2017-05-26'] } },
    ],
    [
      'source-undesirable',
      'answers.ownSources.1.outlet',
      { answers: { ownSources: [own, { ...own, outlet: 'Международная амнистия' }] } },
    ],
    [
      'source-undesirable',
      'answers.ownSources.0.title',
      { answers: { ownSources: [{ ...own, title: 'Медуза' }] } },
    ],
    [
      'source-undesirable',
      'answers.ownSources.0.url',
      { answers: { ownSources: [{ ...own, url: 'https://www.hrw.org/ru/x' }] } },
    ],
  ];

  it.each(cases)('%s at %s', (code, path, changes) => {
    expect(told(problemsIn(media, changes))).toEqual([`${path} ${code}`]);
  });

  it.each([
    ['answers.ownWords', { answers: { ownWords: `Читала на сайте ${bannedName}.` } }],
    ['answers.ownWords', { answers: { ownWords: `Читала${' '.repeat(4000)} на сайте ${bannedName}.` } }],
    ['answers.ownWords', { answers: { ownWords: `Читала на сайте дви\u200bжения «Си\u00adняя ромашка»` } }],
    ['answers.ownWords', { answers: { ownWords: 'движению Синяя Ромашка'.normalize('NFD') } }],
    ['answers.reports', { answers: { ...described, reports: `По сообщению ${bannedName}` } }],
    ['answers.ownSources.0.title', { answers: { ownSources: [{ ...own, title: `Запрет ${bannedName}` }] } }],
    ['answers.ownSources.0.outlet', { answers: { ownSources: [{ ...own, outlet: `Сайт ${bannedName}` }] } }],
    ['answers.ownSources.0.issue', { answers: { ownSources: [{ ...own, issue: `Листок ${bannedName}` }] } }],
    ['applicant.address', { applicant: { address: `Офис ${bannedName}` } }],
  ])('banned-name at %s, from Russia and from abroad', (path, changes) => {
    for (const filedFrom of ['russia', 'abroad']) {
      expect(told(problemsIn(media, { ...changes, filedFrom }, withBanned))).toEqual([`${path} banned-name`]);
    }
  });

  it('limit-too-small at limit, for the short version', () => {
    const short = shortVersion(library, complaintOf(media), 100);
    expect(short.ok ? [] : told(short.problems)).toEqual(['limit limit-too-small']);
  });

  it('and no kind of problem is left that nobody can meet', () => {
    const ofCases = ['date-in-future']; // told by the pages of a case: tests/web/case/case.test.ts
    const others = [...ofFollowUps, ...ofRegister, ...ofCases, 'banned-name', 'limit-too-small'];
    const met = new Set([...cases.map(([code]) => code), ...others]);
    expect(problemCodes.filter((code) => !met.has(code))).toEqual([]);
  });

  it('all at once, not one after another', () => {
    const problems = problemsIn(media, {
      authority: 'nobody',
      applicant: { lastName: 'Ivanova', firstName: '', email: '@' },
      answers: { requests: [], ownSources: [{ title: 'x' }] },
    });
    expect(told(problems).sort()).toEqual([
      'answers.ownSources.0.date required',
      'answers.ownSources.0.outlet required',
      'answers.requests no-request',
      'applicant.email email',
      'applicant.firstName required',
      'applicant.lastName latin-name',
      'authority choice',
    ]);
  });

  it('with the limit that was exceeded', () => {
    const [problem] = problemsIn(media, { applicant: { address: 'а'.repeat(applicantLimits.address + 1) } });
    expect(problem).toEqual({
      path: 'applicant.address',
      code: 'too-long',
      params: { max: applicantLimits.address },
    });
  });
});
