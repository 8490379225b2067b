import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genders } from '#domain/applicant.ts';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import type { Document } from '#domain/document.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { authoritiesFor, episodesFor, found } from '#domain/library.ts';
import { isReport } from '#domain/template.ts';
import { renderDocx } from '#renderers/docx/docx.ts';
import { complaintFrom, request } from '../domain/any-complaint.ts';
import {
  allTemplateIds,
  complaintOf,
  described,
  library,
  sheetOf,
  templateIds,
  templateOf,
  today,
} from '../support/library.ts';
import { validateDocx } from '../support/ooxml.ts';

type Kind = { template: string; authority: string; episode: string; gender: string };

/** Every template × office, every template × episode, and every template × gender at least once. */
const kinds: Kind[] = templateIds.flatMap((template) => {
  const authorities = authoritiesFor(library, templateOf(template)).map(({ id }) => id);
  const episodes = episodesFor(library, templateOf(template)).map(({ id }) => id);
  const rows = Math.max(authorities.length, episodes.length, genders.length);
  const at = <T>(list: readonly T[], row: number) => list.slice(row % list.length)[0];
  return Array.from({ length: rows }, (_, row) => ({
    template,
    authority: at(authorities, row) ?? '',
    episode: at(episodes, row) ?? '',
    gender: at(genders, row) ?? '',
  }));
});

/** As much as a person can give: long texts, own publications, several scripts. */
function fullDocument({ template, authority, episode, gender }: Kind): Document {
  const { acts, reports, ...other } = described;
  const ownWords = 'Прочитала об этом. <b>&amp;</b> العربية 漢字 👩\u200d👧\n\n'.repeat(20);
  const open = library.episodes.get(episode)?.open
    ? { reports: `${reports}\n\nВторой абзац.`, acts: { ...acts, kinds: templateOf(template).matter.acts } }
    : {};
  return compose(
    library,
    complaintOf(template, {
      authority,
      filedFrom: 'abroad',
      applicant: { gender, phone: '+7 495 000-00-00', email: 'maria@example.org' },
      answers: {
        episode,
        ownSources: other.ownSources,
        ownWords,
        requests: Object.keys(templateOf(template).matter.requests),
        ...open,
      },
    }),
  );
}

/** As little as the law allows. */
function bareDocument(template: string): Document {
  return compose(
    library,
    complaintOf(template, {
      date: '2034-01-01',
      applicant: { gender: 'unstated', patronymic: '' },
      answers: {
        ownWords: '',
        printouts: false,
        requests: Object.keys(templateOf(template).matter.requests).slice(0, 1),
      },
    }),
  );
}

describe('what Word would say', () => {
  it('every kind of complaint is among the documents, and they are few', () => {
    const met = (key: keyof Kind) => new Set(kinds.map((kind) => `${kind.template} ${kind[key]}`));
    for (const template of templateIds) {
      for (const { id } of authoritiesFor(library, templateOf(template))) {
        expect(met('authority')).toContain(`${template} ${id}`);
      }
      for (const { id } of episodesFor(library, templateOf(template))) {
        expect(met('episode')).toContain(`${template} ${id}`);
      }
      for (const gender of genders) expect(met('gender')).toContain(`${template} ${gender}`);
    }
    expect(kinds.length + templateIds.length).toBeLessThanOrEqual(40);
  });

  it('about every one of them: nothing (Open XML SDK)', async () => {
    const documents = [
      ...kinds.map(fullDocument),
      ...templateIds.map(bareDocument),
      ...templateIds.map(sheetOf),
    ];
    const files = await Promise.all(documents.map(renderDocx));
    const names = [
      ...kinds.map((kind) => Object.values(kind).join(' ')),
      ...templateIds.map((id) => `${id}, as short as can be`),
      ...templateIds.map((id) => `${id}, without a name`),
    ];
    const errors = await validateDocx(files);
    expect(errors.map(({ document, ...error }) => ({ file: names[document], ...error }))).toEqual([]);
  });

  it('about a follow-up, with a name and without, to every court and office of its example: nothing', async () => {
    const bodies = allTemplateIds
      .map((id) => found(library.templates, id))
      .filter((template) => !isReport(template))
      .flatMap((template) =>
        [exampleBody, blankBody].map((make) => ({ template, body: make(library, template, today) })),
      );
    const files = bodies.map(({ template, body }) => {
      const checked = readComplaint(library, template, body, today);
      if (!checked.ok) throw new Error(`${template.id}: ${JSON.stringify(checked.problems)}`);
      return renderDocx(compose(library, checked.value));
    });
    expect(files.length).toBe(22);
    expect(await validateDocx(await Promise.all(files))).toEqual([]);
  });

  it('about whatever people fill in: nothing (fuzzed)', async () => {
    const filled = fc
      .sample(request, { numRuns: 24, seed: 20_261_121 })
      .map((given) => compose(library, complaintFrom(given)));
    const errors = await validateDocx(filled.map(renderDocx));
    expect(errors).toEqual([]);
  });

  it('about any words in any block, even such as no reader of answers lets through: nothing', async () => {
    const words = fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 80 }) }), {
      maxLength: 3,
    });
    const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 });
    const kind = fc.constantFrom('header' as const, 'title' as const, 'text' as const, 'lead' as const);
    const block = fc.oneof(
      fc.record({ id: fc.constant('a'), kind, paragraphs }),
      fc.record({
        id: fc.constant('b'),
        kind: fc.constant('list' as const),
        items: fc.array(fc.record({ id: fc.constant('i'), text: words }), { maxLength: 4 }),
      }),
      fc.record({
        id: fc.constant('c'),
        kind: fc.constant('form' as const),
        fields: fc.array(fc.record({ id: fc.constant('f'), label: fc.string(), lines: fc.nat(3) })),
      }),
      fc.record({
        id: fc.constant('d'),
        kind: fc.constant('signature' as const),
        date: fc.option(fc.string({ unit: 'binary' })),
        name: fc.string({ unit: 'binary' }),
      }),
    );
    const documents = fc
      .sample(fc.array(block, { maxLength: 12 }), { numRuns: 12, seed: 7 })
      .map((blocks): Document => ({ template: 'any', language: 'ru', date: '2026-11-21', blocks }));
    expect(await validateDocx(documents.map(renderDocx))).toEqual([]);
  });

  it('about a file with a mistake: the mistake, so that its silence means something', async () => {
    const file = await renderDocx(bareDocument('crime-report-media'));
    const [wrong, none] = [file.slice(0, -200), file];
    expect(await validateDocx(none)).toEqual([]);
    expect((await validateDocx(wrong)).length).toBeGreaterThan(0);
  });
});
