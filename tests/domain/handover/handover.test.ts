/** A helper hands a draft over: every choice arrives as it was, and nothing about a person ever does. */
import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { shareKind } from '#domain/act-kinds.ts';
import { answerLimits } from '#domain/answers.ts';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { type Handover, handoverOf, handoverText, bodyOf as sheetBody } from '#domain/handover/handover.ts';
import { openHandover } from '#domain/handover/open-handover.ts';
import { largestHandover, linkMark, packed } from '#domain/handover/packed.ts';
import { isAbroadOnly } from '#domain/source-check.ts';
import { complaintOf, described, library, templateOf, today } from '../../support/library.ts';
import { complaintFrom, request } from '../any-complaint.ts';
import { withBanned } from '../made-up-ban.ts';

const template = templateOf('crime-report-media');
const given = handoverOf(complaintOf('crime-report-media'));
const open = (value: unknown, from = library) => openHandover(from, JSON.stringify(value), today);
const refusal = (value: unknown, from = library) => {
  const opened = open(value, from);
  return opened.ok ? 'opened' : opened.reason;
};
/** The same bytes as a link has, whatever `text` is. */
const link = (text: string) =>
  `https://example.org/ru/write${linkMark}${Buffer.from(deflateSync(strToU8(text))).toString('base64url')}`;

function changed(change: (copy: Record<string, unknown> & Handover) => void): unknown {
  const copy = structuredClone(given);
  change(copy);
  return copy;
}

/** Every field of `value`, by its name. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

describe('whatever a helper has answered', () => {
  it('the filer opens the same, from a file and from a link, and signs the document that the helper saw', () => {
    fc.assert(
      fc.property(request, (body) => {
        const report = complaintFrom(body);
        const handed = handoverOf(report);
        for (const text of [
          handoverText(handed),
          packed(handed),
          `Вот: https://a.example/ru/write${linkMark}${packed(handed)}`,
        ])
          expect(openHandover(library, text, report.date)).toEqual({ ok: true, value: handed });
        const filer = readComplaint(
          library,
          report.template,
          { ...sheetBody(handed), blank: false, applicant: body.applicant, date: report.date },
          report.date,
        );
        if (!filer.ok) throw new Error(JSON.stringify(filer.problems));
        expect(compose(library, filer.value)).toEqual(compose(library, report));
      }),
      { numRuns: 150 },
    );
  });

  it('no field is handed over but those of the list, and no word of the person', () => {
    const person = {
      lastName: 'Канарейкина',
      firstName: 'Целестина',
      patronymic: 'Птициевна',
      address: '999777, г. Птицеград, Клеточная ул., д. 77',
      email: 'canary@example.org',
      phone: '+7 999 777-66-55',
    };
    const known =
      /^(format|version|template|authority|filedFrom|answers|episode|sources|ownSources|requests|printouts|ownWords|reports|acts|kinds|from|to|title|outlet|date|issue|url)$/;
    fc.assert(
      fc.property(request, (body) => {
        const handed = handoverOf(
          complaintFrom({ ...body, applicant: Object.assign(body.applicant, person) }),
        );
        const text = handoverText(handed);
        for (const word of Object.values(person)) expect(text).not.toContain(word);
        expect(keysIn(handed).filter((key) => !known.test(key))).toEqual([]);
        expect(Object.keys(handed)).not.toContain('date');
      }),
      { numRuns: 100 },
    );
  });

  it('the most that anybody can type fits, in a file and in a link', () => {
    const wide = '漢';
    const report = complaintOf('crime-report-media', {
      answers: {
        ...described,
        ownWords: wide.repeat(answerLimits.ownWords),
        reports: wide.repeat(answerLimits.reports),
        ownSources: Array.from({ length: answerLimits.ownSources }, () => ({
          title: wide.repeat(answerLimits.title),
          outlet: wide.repeat(answerLimits.outlet),
          date: '2024-03-05',
          issue: wide.repeat(answerLimits.issue),
          url: `https://example.org/${'a'.repeat(answerLimits.url - 20)}`,
        })),
      },
    });
    const handed = handoverOf(report);
    expect(strToU8(JSON.stringify(handed)).length).toBeLessThan(largestHandover);
    for (const text of [handoverText(handed), packed(handed)])
      expect(openHandover(library, text, today).ok).toBe(true);
  });
});

describe('a forged draft is not opened', () => {
  it.each([
    ['applicant', { lastName: 'Иванова', firstName: 'Мария', address: 'г. Москва' }],
    ['applicant.lastName', 'Иванова'],
    ['date', '2026-11-21'],
    ['blank', false],
  ])('where it brings %s', (key, value) => {
    expect(refusal({ ...given, [key]: value })).toBe('personal');
  });

  it.each(['lastName', 'address', 'email', 'phone', 'gender', 'heading', 'genitive'])(
    'where %s hides among the answers',
    (key) => {
      expect(refusal({ ...given, answers: { ...given.answers, [key]: 'Иванова' } })).toBe('personal');
    },
  );

  it.each<[string, unknown, string]>([
    ['a field that nobody knows', { ...given, more: 1 }, 'damaged'],
    ['a prototype', JSON.parse('{"format":"handover","version":1,"__proto__":{"template":"x"}}'), 'damaged'],
    ['a later version', { ...given, version: 2 }, 'newer'],
    ['no version', { ...given, version: 'x' }, 'damaged'],
    ['another file of ours', { format: 'case', version: 1 }, 'not-a-handover'],
    ['a list', [], 'not-a-handover'],
    ['an unknown document', { ...given, template: 'nowhere' }, 'template'],
    ['a document that follows another', { ...given, template: 'complaint-refusal' }, 'template'],
    ['an office of another kind', { ...given, authority: 'gp-central' }, 'authority'],
    ['unknown events', changed((one) => Object.assign(one.answers, { episode: '1937' })), 'episode'],
    ['a source of other events', changed((one) => one.answers.sources.push('nowhere')), 'choice'],
    ['an unknown request', changed((one) => one.answers.requests.push('nowhere')), 'choice'],
    ['no request', changed((one) => one.answers.requests.splice(0)), 'choice'],
    [
      'acts where none are asked',
      { ...given, answers: { ...given.answers, acts: { kinds: [], from: '', to: '' } } },
      'damaged',
    ],
  ])('where it holds %s', (_, value, reason) => {
    expect(refusal(value)).toBe(reason);
    expect(openHandover(library, link(JSON.stringify(value)), today)).toEqual({ ok: false, reason });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['only spaces', '  \n', 'empty'],
    ['a greeting', 'Здравствуйте!', 'not-a-handover'],
    ['an address without a draft', 'https://example.org/ru/write', 'not-a-handover'],
    ['half a file', '{"format":"handover"', 'damaged'],
    ['a sealed file', 'age-encryption.org/v1\n-> scrypt', 'sealed'],
    [
      'a sealed link',
      linkMark + Buffer.from('age-encryption.org/v1\n-> scrypt').toString('base64url'),
      'sealed',
    ],
    ['a link that was cut off', linkMark + packed(given).slice(0, -9), 'damaged'],
    ['a link of one letter', `${linkMark}A`, 'damaged'],
    ['a link that unfolds to twenty million letters', link(' '.repeat(20_000_000)), 'too-large'],
    ['a link that unfolds to the limit', link('x'.repeat(largestHandover)), 'too-large'],
    ['a file that is too large', `{${' '.repeat(100_000)}}`, 'too-large'],
  ])('where there is %s', (_, text, reason) => {
    expect(openHandover(library, text, today)).toEqual({ ok: false, reason });
  });

  it('whatever bytes come, an answer comes back and no fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json()), (text) => {
        expect(openHandover(library, text, today).ok).toBe(false);
        expect(openHandover(library, linkMark + text, today).ok).toBe(false);
        expect(openHandover(library, link(text), today).ok).toBe(false);
      }),
    );
  });
});

describe('a banned organisation is not brought to the filer', () => {
  it.each([
    ['in own words', { ownWords: 'Об этом писало движение «Синяя ромашка».' }],
    [
      'as the outlet of a publication',
      { ownSources: [{ title: 'Пропали', outlet: 'Ромашка', date: '2024-03-05' }] },
    ],
    [
      'by the address of a page',
      {
        ownSources: [
          { title: 'Пропали', outlet: 'Г', date: '2024-03-05', url: 'https://romashka.example/1' },
        ],
      },
    ],
  ])('%s', (_, answers) => {
    expect(refusal({ ...given, answers: { ...given.answers, ...answers } }, withBanned)).toBe('banned');
  });

  it('and from Russia no "undesirable" one', () => {
    const undesirable = [...library.episodes.values()].flatMap((episode) =>
      episode.sources
        .filter((source) => shareKind(source.kinds, template.matter.acts) && isAbroadOnly(library, source))
        .map(({ id }) => ({ episode: episode.id, sources: [id] })),
    );
    expect(undesirable.length).toBeGreaterThan(0);
    for (const answers of undesirable) {
      const handed = (filedFrom: string) => ({
        ...given,
        filedFrom,
        answers: { ...given.answers, ...answers },
      });
      expect(refusal(handed('russia'))).toBe('undesirable');
      expect(refusal(handed('abroad'))).toBe('opened');
    }
  });
});
