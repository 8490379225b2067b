import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLimits } from '#domain/answers.ts';
import { applicantLimits } from '#domain/applicant.ts';
import { found } from '#domain/library.ts';
import { defaultLimit, shortVersion } from '#domain/short-version.ts';
import { complaintOf, described, library, templateIds, templateOf } from '../support/library.ts';
import { complaintFrom, request } from './any-complaint.ts';
import { hidden } from './any-text.ts';

const media = 'crime-report-media';

function shortOf(...[template, changes]: Parameters<typeof complaintOf>): string {
  const made = shortVersion(library, complaintOf(template, changes), defaultLimit);
  if (made.ok) return made.value;
  throw new Error('does not fit');
}

/** As long as a form sends it: a line break is two characters. */
function lengthOf(text: string): number {
  return text.replaceAll('\n', '\r\n').length;
}

/** What the text must tell, whatever is left out. */
function essentials(template: string): RegExp[] {
  return [
    /Заявитель: Иванова Мария Алексеевна\./u,
    /Опубликовано: [^\n]*\d\d\.\d\d\.\d{4}/u,
    /(?:УК|УПК)[\s\u00a0]РФ/u,
    /Прошу: (?:1\) )?[а-я]/u,
    /Полный текст [^\n]*приложенном файле\.$/u,
    ...(template === 'prosecutor-appeal'
      ? []
      : [/зарегистрировать как сообщение о преступлении/u, /306[\s\u00a0]УК/u]),
  ].map((pattern) => new RegExp(pattern.source.replaceAll(' ', '[ \\u00a0]'), 'u'));
}

describe('the short version for a portal', () => {
  it.each(templateIds)(
    'of %s tells who, what was published where, the norms, the requests and the annex',
    (id) => {
      const text = shortOf(id);
      for (const essential of essentials(id)) expect(text).toMatch(essential);
      expect(lengthOf(text)).toBeLessThanOrEqual(defaultLimit);
    },
  );

  it('names every chosen request in a few words', () => {
    const { template, requests } = complaintOf(media);
    const text = shortOf(media).replaceAll('\u00a0', ' ');
    for (const [index, id] of requests.entries()) {
      expect(text).toContain(
        `${index + 1}) ${found(new Map(Object.entries(template.matter.requests)), id).short}`,
      );
    }
  });

  it('names every publication while there is room', () => {
    expect(shortOf(media).match(/\d\d\.\d\d\.\d{4}/gu)).toHaveLength(complaintOf(media).sources.length);
  });

  it('cuts publications after the first ones when there is less room, and says so', () => {
    const complaint = complaintOf(media);
    const full = lengthOf(shortOf(media));
    const made = shortVersion(library, complaint, full - 1);
    expect(made).toMatchObject({ ok: true });
    const text = made.ok ? made.value : '';
    expect(text).toMatch(/ и\u00a0др\.\n/u);
    expect(text.match(/\d\d\.\d\d\.\d{4}/gu)).toHaveLength(complaint.sources.length - 1);
    for (const essential of essentials(media)) expect(text).toMatch(essential);
  });

  it('says how much is needed when the limit is too small, and keeps that word', () => {
    for (const id of templateIds) {
      const complaint = complaintOf(id);
      const made = shortVersion(library, complaint, 200);
      const [problem] = made.ok ? [] : made.problems;
      expect(problem).toMatchObject({ path: 'limit', code: 'limit-too-small' });
      const min = Number(problem?.params?.min);
      expect(min).toBeGreaterThan(200);
      expect(shortVersion(library, complaint, min)).toMatchObject({ ok: true });
      expect(shortVersion(library, complaint, min - 1)).toMatchObject({ ok: false });
    }
  });

  it('cuts a long account of the person’s own at a word, and marks the cut', () => {
    const reports = 'Газета сообщила о похищении. '.repeat(60).trim();
    const text = shortOf(media, { answers: { ...described, reports } });
    expect(text).toMatch(/Газета сообщила[^\n]*…/u);
  });

  it('puts an account of several paragraphs on one line', () => {
    const text = shortOf(media, { answers: { ...described, reports: 'Первое.\n\nВторое.\nТретье.' } });
    expect(text).toContain('Первое. Второе. Третье.');
  });

  it('drops the counts where all have run out', () => {
    expect(shortOf('crime-report-statements', { date: '2027-03-31' })).toContain('282');
    expect(shortOf('crime-report-statements', { date: '2027-04-01' })).not.toContain('282');
  });

  it.each(templateIds)('of %s fits even where every field is filled to its limit', (id) => {
    const long = (length: number) => 'Слово '.repeat(length).slice(0, length).trim();
    const { matter } = templateOf(id);
    const name = 'Длиннофамильный-'.repeat(4).slice(0, applicantLimits.name).replace(/-$/, '');
    const ownSource = {
      title: long(answerLimits.title),
      outlet: long(answerLimits.outlet),
      date: '2024-03-05',
    };
    const complaint = complaintOf(id, {
      applicant: { lastName: name, firstName: name, patronymic: name, gender: 'unstated' },
      answers: {
        ...described,
        reports: long(answerLimits.reports),
        ownWords: long(answerLimits.ownWords),
        acts: { ...described.acts, kinds: matter.acts, from: '2020-01-01' },
        ownSources: Array.from({ length: answerLimits.ownSources }, () => ownSource),
        requests: Object.keys(matter.requests),
      },
    });
    expect(shortVersion(library, complaint, defaultLimit)).toMatchObject({ ok: true });
  });

  it('of whatever a person answers fits the default limit and tells the same', () => {
    fc.assert(
      fc.property(request, (given) => {
        const complaint = complaintFrom(given);
        const made = shortVersion(library, complaint, defaultLimit);
        if (!made.ok) throw new Error(`needs ${JSON.stringify(made.problems)}`);
        expect(lengthOf(made.value)).toBeLessThanOrEqual(defaultLimit);
        expect(made.value).not.toMatch(hidden);
        expect(made.value).toContain(complaint.applicant?.lastName);
        expect(made.value).toMatch(/Опубликовано: .*\d\d\.\d\d\.\d{4}/u);
        expect(made.value).toMatch(/Прошу: (?:1\) )?[а-я]/u);
        expect(made.value).toMatch(/в[ \u00a0]приложенном файле\.$/u);
      }),
      { numRuns: 40 },
    );
  });
});
