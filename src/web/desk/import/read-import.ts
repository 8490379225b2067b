/** A table of filings read as a whole: the rows that can be taken over, and every problem by row and column. */
import { filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Library } from '#domain/library.ts';
import { enteredCase } from '#domain/register/entered-filing.ts';
import {
  type ImportNames,
  type ImportProblem,
  type ImportRow,
  readRow,
} from '#domain/register/import-row.ts';
import { publicFactsOf } from '#domain/register/public-facts.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import { oneLine } from '#domain/text.ts';
import type { Texts } from '#i18n.ts';
import type { NewContent } from '#register/register.ts';
import type { Sealing } from '#sealing/bound.ts';
import { templateText } from '../../content-text.ts';
import { tableOf, textOf } from './table.ts';

export type ReadImport = {
  rows: readonly ImportRow[];
  /** Where there is any, nothing is to be taken over. */
  problems: readonly ImportProblem[];
  /** What a person should look at: rows that seem to be the same. */
  warnings: readonly ImportProblem[];
};

/** A person mends a few at a time. */
const mostProblems = 200;

/** `today` is the day no date may lie after, `tags` those of the organisation. */
export async function readImport(
  library: Library,
  table: string | Uint8Array,
  today: IsoDate,
  texts: Texts,
  tags: readonly string[],
): Promise<ReadImport> {
  const read = tableOf(textOf(table), texts);
  if (!read.ok) return { rows: [], problems: read.problems.slice(0, mostProblems), warnings: [] };
  const names = namesOf(library, texts);
  const rows: ImportRow[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, { row, cells, extra }] of read.rows.entries()) {
    if (index % 50 === 49) await new Promise((next) => setTimeout(next)); // others are served in between
    if (extra) problems.push({ row, column: null, code: 'extra-cells' });
    const one = readRow(library, names, cells, row, today, tags);
    if (one.ok) rows.push(one.value);
    else problems.push(...one.problems);
    if (problems.length > mostProblems) break;
  }
  return { rows, problems: problems.slice(0, mostProblems), warnings: twice(rows).slice(0, mostProblems) };
}

/** What the register is to hold of a row: its weeks in clear, the rest sealed to `recipients`. Needs no key but public ones. */
export async function contentOf(
  library: Library,
  { filing, region, note, tags }: Omit<ImportRow, 'row'>,
  sealing: Pick<Sealing, 'sealJson'>,
  recipients: readonly string[],
  wrote: { today: IsoDate; by: string; newId: () => string },
): Promise<NewContent> {
  const kept = enteredCase(filing, wrote.newId);
  const facts: SealedFacts = {
    format: 'sealed-facts',
    version: 1,
    case: kept,
    ...(region && { region }),
    notes: note ? [{ day: wrote.today, by: wrote.by, text: note }] : [],
    scans: [],
  };
  return {
    filings: kept.filings.flatMap((one) => publicFactsOf(library, one) ?? []),
    sealed: await sealing.sealJson(facts, recipients),
    ...(tags && { tags }),
  };
}

/** The same document to the same office with the same number, or, where it has none, the same in every cell. */
function twice(rows: readonly ImportRow[]): ImportProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, filing, ...rest }): ImportProblem[] => {
    const number = filing.events?.find(({ kind }) => kind === 'registered')?.number;
    const key = JSON.stringify(number ? [filing.template, filing.authority, number] : [filing, rest]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    return before === undefined
      ? []
      : [{ row, column: number ? 'number' : null, code: 'duplicate', params: { row: before } }];
  });
}

/** What people may write in place of an id: the same names as on the pages, in either language of the desk. */
function namesOf(library: Library, texts: Texts): ImportNames {
  const both = ['ru', 'en'] as const;
  const byName = (all: readonly (readonly [string, string])[]) =>
    new Map(all.map(([name, id]) => [oneLine(name).toLowerCase(), id]));
  return {
    document: byName(
      [...library.templates.values()].flatMap((one) =>
        both.map((lng) => [templateText(one, lng).title, one.id] as const),
      ),
    ),
    office: byName(
      [...library.authorities.values()].flatMap(({ id, name }) =>
        both.map((lng) => [name[lng], id] as const),
      ),
    ),
    channel: byName(
      filingChannels.flatMap((id) => both.map((lng) => [texts(lng)(`case.channel.${id}`), id] as const)),
    ),
    answer: byName(
      eventKinds.flatMap((id) => both.map((lng) => [texts(lng)(`clock.event.${id}`), id] as const)),
    ),
    episode: byName(
      [...library.episodes.values()].flatMap(({ id, title }) => both.map((lng) => [title[lng], id] as const)),
    ),
  };
}
