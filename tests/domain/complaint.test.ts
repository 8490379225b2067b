import { describe, expect, it } from 'vitest';
import { answerLimits } from '#domain/answers.ts';
import { applicantLimits } from '#domain/applicant.ts';
import { readComplaint } from '#domain/complaint.ts';
import { found, type Library } from '#domain/library.ts';
import { organisation } from '#domain/organisation.ts';
import { type ProblemCode, problemCodes } from '#domain/problem.ts';
import { shortVersion } from '#domain/short-version.ts';
import { hashOfName } from '#domain/status-match.ts';
import {
  bodyOf,
  type Changes,
  complaintOf,
  described,
  library,
  problemsIn,
  templateIds,
  templateOf,
  today,
  told,
} from '../support/library.ts';

const media = 'crime-report-media';
const own = { title: 'Пропали люди', outlet: 'Городская газета', date: '2026-11-01' } as const;

/** The library with one more organisation, banned, whose name is made up: real names stand nowhere. */
const withBanned: Library = {
  ...library,
  organisations: new Map([
    ...library.organisations,
    [
      'banned-made-up',
      organisation.parse({
        id: 'banned-made-up',
        statusInRussia: 'extremist',
        since: null,
        phrases: [hashOfName('Движение «Синяя ромашка»')],
        source: 'made up for this test',
        checked: '2026-11-21',
        confidence: 'verified',
      }),
    ],
  ]),
};
const bannedName = 'движения «Синяя ромашка»';

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
    ['url', 'answers.ownSources.0.url', { answers: { ownSources: [{ ...own, url: 'gazeta.example' }] } }],
    ['latin-name', 'applicant.firstName', { applicant: { firstName: 'Maria' } }],
    ['latin-name', 'applicant.genitive', { applicant: { genitive: 'Ivanovoy' } }],
    ['name-characters', 'applicant.patronymic', { applicant: { patronymic: '№1' } }],
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
    const met = new Set([...cases.map(([code]) => code), 'banned-name', 'limit-too-small']);
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
    expect(complaint.applicant.lastName).toBe('Мойсеева');
    expect(complaint.applicant.address).toBe('г. Москва, ул. Мира');
    expect(complaint.ownWords).toBe('Первая строка\n\nвторая');
  });

  it('may be called as an undesirable organisation is: people are', () => {
    expect(complaintOf(media, { applicant: { lastName: 'Медуза' } }).applicant.lastName).toBe('Медуза');
  });
});

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

describe('what a person leaves open', () => {
  it('is filled in with what lawyers recommend', () => {
    const complaint = complaintOf(media, { date: undefined, filedFrom: '' });
    expect(complaint.date).toBe(today);
    expect(complaint.filedFrom).toBe('russia');
    expect(complaint.printouts).toBe(true);
    expect(complaint.ownSources).toEqual([]);
    const requests = Object.entries(complaint.template.matter.requests);
    expect(complaint.requests).toEqual(
      requests.flatMap(([id, { recommended }]) => (recommended ? [id] : [])),
    );
    expect(complaint.requests).toEqual(expect.arrayContaining(['register', 'check', 'decide', 'notify']));
    const sources = complaint.episode.sources.filter(
      ({ kinds, recommended }) =>
        recommended && kinds.some((kind) => complaint.template.matter.acts.includes(kind)),
    );
    expect(complaint.sources).toEqual(sources);
    expect(sources.length).toBeGreaterThan(1);
  });

  it('does not bring in requests that are not recommended', () => {
    expect(complaintOf('crime-report-statements').requests).not.toContain('incitement');
  });

  it.each(templateIds)('the example of %s is a valid request as it stands', (id) => {
    const example = bodyOf(id);
    expect(complaintOf(id, example).template.id).toBe(id);
  });
});

describe('what a person chooses', () => {
  it('keeps the order of the template, however it was ticked', () => {
    const { requests, sources } = complaintOf(media, {
      answers: {
        requests: ['publish', 'register', 'publish'],
        sources: ['osce-2018-12-21', 'ng-2017-04-01'],
      },
    });
    expect(requests).toEqual(['register', 'publish']);
    expect(sources.map(({ id }) => id)).toEqual(['ng-2017-04-01', 'osce-2018-12-21']);
  });

  it('may be a publication of their own alone', () => {
    const { sources, ownSources } = complaintOf(media, { answers: { sources: [], ownSources: [own] } });
    expect(sources).toEqual([]);
    expect(ownSources).toEqual([own]);
  });

  it('from abroad may be a report of an undesirable organisation', () => {
    const { sources } = complaintOf(media, {
      filedFrom: 'abroad',
      answers: { sources: ['hrw-2017-05-26'], ownSources: [{ ...own, outlet: 'Медуза' }] },
    });
    expect(sources.map(({ id }) => id)).toEqual(['hrw-2017-05-26']);
  });

  it('is never such a report by default, even from abroad', () => {
    const { sources } = complaintOf(media, { filedFrom: 'abroad' });
    for (const { publisher } of sources) {
      expect(found(library.organisations, publisher).statusInRussia).not.toBe('undesirable');
    }
  });

  it('fits the complaint: a publication about statements is none about abductions', () => {
    expect(told(problemsIn(media, { answers: { sources: ['rbc-2017-04-01'] } }))).toEqual([
      'answers.sources.0 choice',
    ]);
    for (const { kinds } of complaintOf('crime-report-statements').sources)
      expect(kinds).toContain('statement');
  });
});

describe('the day of a complaint', () => {
  it('is not before the publications it cites', () => {
    const [problem] = problemsIn(media, { date: '2017-03-31' });
    expect(problem).toMatchObject({ path: 'date', code: 'date-before-sources' });
    expect(complaintOf(media, { date: '2019-02-13', answers: { episode: '2018' } }).date).toBe('2019-02-13');
  });
});

describe('words of the person’s own, from Russia', () => {
  it.each([
    ['answers.ownWords', { ownWords: 'Подробно: https://www.hrw.org/ru/report/2017/05/26/304090' }],
    ['answers.ownWords', { ownWords: 'Об этом писала и Human Rights Watch.' }],
    ['answers.reports', { ...described, reports: 'По сообщению Радио Свобода, людей похищали.' }],
  ])('do not cite an undesirable organisation at %s (КоАП 20.33)', (path, answers) => {
    expect(told(problemsIn(media, { answers }))).toEqual([`${path} source-undesirable`]);
    expect(complaintOf(media, { answers, filedFrom: 'abroad' }).filedFrom).toBe('abroad');
  });

  it('may use the same words where they name nobody', () => {
    const ownWords = 'В настоящее время идёт дождь, а Новая газета вышла.';
    expect(complaintOf(media, { answers: { ownWords } }).ownWords).toBe(ownWords);
  });
});

describe('an episode that the person describes', () => {
  it('needs what was reported and when', () => {
    const { reports: _reports, acts: _acts, ...bare } = described;
    expect(told(problemsIn(media, { answers: bare })).sort()).toEqual([
      'answers.acts required',
      'answers.reports required',
    ]);
  });

  it('needs a publication of their own', () => {
    expect(told(problemsIn(media, { answers: { ...described, ownSources: [] } }))).toEqual([
      'answers.ownSources no-source',
    ]);
  });

  it('takes no publication of another episode', () => {
    expect(told(problemsIn(media, { answers: { ...described, sources: ['ng-2017-04-01'] } }))).toEqual([
      'answers.sources.0 source-not-in-episode',
    ]);
  });

  it('takes the kinds of act that the complaint is about', () => {
    expect(complaintOf(media, { answers: described }).acts).toEqual([described.acts]);
    const stated = { ...described, acts: { ...described.acts, kinds: ['statement'] } };
    expect(problemsIn(media, { answers: stated })).toHaveLength(1);
    expect(complaintOf('crime-report-statements', { answers: stated }).acts).toEqual([
      { kinds: ['statement'], from: '2024-03-01', to: '2024-03-02' },
    ]);
  });

  it('may be of one day', () => {
    const { to: _to, ...oneDay } = described.acts;
    expect(complaintOf(media, { answers: { ...described, acts: oneDay } }).acts).toEqual([
      { ...oneDay, to: oneDay.from },
    ]);
  });

  it('may be of the day of the complaint, not of a later one', () => {
    const onDay = (to: string) => ({ answers: { ...described, acts: { ...described.acts, to } } });
    expect(complaintOf(media, onDay(today)).acts[0]?.to).toBe(today);
    expect(told(problemsIn(media, onDay('2026-12-02')))).toEqual(['answers.acts.to date-after-complaint']);
  });
});
