import { describe, expect, it } from 'vitest';
import { found } from '#domain/library.ts';
import {
  bodyOf,
  complaintOf,
  described,
  library,
  problemsIn,
  templateIds,
  today,
  told,
} from '../support/library.ts';

const media = 'crime-report-media';
const own = { title: 'Пропали люди', outlet: 'Городская газета', date: '2026-11-01' } as const;

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
