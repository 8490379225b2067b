/** One row of a table of filings: from its cells to a filing, or to what is wrong in which column. */
import { filingChannels } from '../case/case-file.ts';
import { type Event, type EventKind, eventKinds, eventLimits } from '../case/event.ts';
import { type IsoDate, isIsoDate } from '../dates.ts';
import { followUpLimits } from '../follow-up/answers.ts';
import { authoritiesFor, type Library } from '../library.ts';
import { bannedNames, namedInTexts } from '../source-check.ts';
import { manyLines, oneLine } from '../text.ts';
import { type EnteredFiling, isForCourt } from './entered-filing.ts';
import { readDay, readEvents, readTags } from './import-cells.ts';
import { sealedLimits } from './sealed-facts.ts';

/** In the order of the example file. */
export const importColumns = [
  'document',
  'office',
  'channel',
  'filed',
  'tracking',
  'received',
  'registered',
  'number',
  'answer',
  'answered',
  'answerNumber',
  'events',
  'region',
  'episode',
  'tags',
  'note',
] as const;
export type ImportColumn = (typeof importColumns)[number];
export const neededColumns = ['document', 'office', 'channel', 'filed'] as const;

const importCodes = [
  'required',
  'choice',
  'date',
  'date-in-future',
  'event-before-sent',
  'too-long',
  'banned-name',
  'wrong-addressee',
  'tag',
  'events',
  'needs-day',
  'needs-kind',
  'duplicate',
  'unknown-column',
  'column-twice',
  'missing-column',
  'empty',
  'too-many-rows',
  'too-large',
  'quotes',
  'extra-cells',
] as const;
export type ImportCode = (typeof importCodes)[number];

/** `row` as a spreadsheet counts, the headings are 1; 0 where all of the file is meant. Never holds the value itself. */
export type ImportProblem = {
  row: number;
  column: ImportColumn | null;
  code: ImportCode;
  params?: Record<string, string | number>;
};

export type ImportRow = {
  row: number;
  filing: EnteredFiling;
  region?: string;
  note?: string;
  /** Words of the organisation: they lie in clear. */
  tags?: readonly string[];
};

export type Cells = Readonly<Partial<Record<ImportColumn, string>>>;

/** Ids by the words that people may write instead, in lower case; under `answer` those of every event. */
export type ImportNames = Readonly<
  Record<'document' | 'office' | 'channel' | 'answer' | 'episode', ReadonlyMap<string, string>>
>;

/** What an office may be told to have done: not that a document was sent, received or registered, which have columns. */
export const answerKinds: readonly EventKind[] = eventKinds.filter(
  (kind) => !['sent', 'received', 'registered'].includes(kind),
);

/** `knownTags` are those of the organisation. */
export function readRow(
  library: Library,
  names: ImportNames,
  cells: Cells,
  row: number,
  today: IsoDate,
  knownTags: readonly string[] = [],
): { ok: true; value: ImportRow } | { ok: false; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const wrong = (column: ImportColumn, code: ImportCode, params?: Record<string, number>) => {
    if (!problems.some((one) => one.column === column))
      problems.push({ row, column, code, ...(params && { params }) });
  };
  const text = (column: ImportColumn, max: number) => {
    const value = column === 'note' ? manyLines(cells.note ?? '') : oneLine(cells[column] ?? '');
    if (value.length > max) wrong(column, 'too-long', { max });
    return value;
  };
  const named = <Id extends string>(column: keyof ImportNames, ids: readonly Id[]): Id | undefined => {
    const cell = oneLine(cells[column] ?? '');
    const id = ids.find((one) => one === (names[column].get(cell.toLowerCase()) ?? cell));
    if (cell !== '' && id === undefined) wrong(column, 'choice');
    return id;
  };
  const day = (column: 'filed' | 'received' | 'registered' | 'answered'): IsoDate | undefined => {
    const date = readDay(cells[column] ?? '');
    if (date === '') return undefined;
    if (!isIsoDate(date)) wrong(column, 'date');
    else if (date > today) wrong(column, 'date-in-future');
    else return date;
    return undefined;
  };

  for (const column of neededColumns) if (oneLine(cells[column] ?? '') === '') wrong(column, 'required');
  const template = named('document', [...library.templates.keys()]);
  const court = template !== undefined && isForCourt(library, template);
  const authority = court ? null : named('office', [...library.authorities.keys()]);
  const document = template === undefined ? undefined : library.templates.get(template);
  if (document && authority && !authoritiesFor(library, document).some(({ id }) => id === authority))
    wrong('office', 'wrong-addressee');
  const channel = named('channel', filingChannels);
  const filed = day('filed');
  const received = day('received');
  const registered = day('registered');
  const answered = day('answered');
  const answer = named('answer', answerKinds);
  const tracking = text('tracking', followUpLimits.tracking);
  const number = text('number', eventLimits.number);
  const answerNumber = text('answerNumber', eventLimits.number);
  const region = text('region', sealedLimits.region);
  const note = text('note', sealedLimits.note);
  const episode = named('episode', [...library.episodes.keys()]);
  const more = readEvents(cells.events ?? '', names.answer, { filed, today });
  if (typeof more === 'string') wrong('events', more, { max: eventLimits.number });
  const tags = readTags(cells.tags ?? '', knownTags);
  if (!tags) wrong('tags', 'tag');
  const courtName = court ? text('office', followUpLimits.court) : '';

  const given = (column: ImportColumn) => oneLine(cells[column] ?? '') !== '';
  if (given('number') && !given('registered')) wrong('registered', 'needs-day');
  if (given('answer') && !given('answered')) wrong('answered', 'needs-day');
  if ((given('answered') || given('answerNumber')) && !given('answer')) wrong('answer', 'needs-kind');
  for (const [column, date] of [
    ['received', received],
    ['registered', registered],
    ['answered', answered],
  ] as const)
    if (filed && date && date < filed) wrong(column, 'event-before-sent');
  const typed = [
    ['tracking', tracking],
    ['number', number],
    ['answerNumber', answerNumber],
    ['region', region],
    ['note', note],
    ['office', courtName],
    ['events', oneLine(cells.events ?? '')],
  ] as const;
  for (const [column, value] of typed)
    if (value !== '' && bannedNames(namedInTexts(library, [[column, value]])).length > 0)
      wrong(column, 'banned-name');

  if (problems.length > 0 || !template || authority === undefined || !channel || !filed)
    return { ok: false, problems };
  const events: Event[] = [
    ...(received ? [{ kind: 'received' as const, date: received }] : []),
    ...(registered ? [{ kind: 'registered' as const, date: registered, ...(number && { number }) }] : []),
    ...(answer && answered
      ? [{ kind: answer, date: answered, ...(answerNumber && { number: answerNumber }) }]
      : []),
    ...(typeof more === 'string' ? [] : more),
  ];
  const filing: EnteredFiling = {
    template,
    authority,
    ...(courtName && { court: courtName }),
    channel,
    filed,
    ...(tracking && { tracking }),
    ...(episode && { episode }),
    events,
  };
  const told = { ...(region && { region }), ...(note && { note }), ...(tags?.length && { tags }) };
  return { ok: true, value: { row, filing, ...told } };
}
