/** Which columns a table may have, and how a row of them becomes a request body without a name. */
import { answerLimits } from '#domain/answers.ts';
import { oneLine } from '#domain/text.ts';
import { wrongUse } from './refusal.ts';

type Kind = 'text' | 'day' | 'list' | 'yes-no';
export type Column = { path: string; kind: Kind };

const own = Array.from({ length: answerLimits.ownSources }, (_, index) => `answers.ownSources.${index}`);

/** Every answer by its path in the request body, and no column about the person. */
export const columns: readonly Column[] = [
  ...['template', 'authority', 'filedFrom', 'answers.episode', 'answers.ownWords', 'answers.reports'].map(
    text,
  ),
  ...['date', 'answers.acts.from', 'answers.acts.to'].map(day),
  ...['answers.sources', 'answers.requests', 'answers.acts.kinds'].map(list),
  { path: 'answers.printouts', kind: 'yes-no' },
  ...own.flatMap((path) => [
    ...['title', 'outlet', 'issue', 'url'].map((field) => text(`${path}.${field}`)),
    day(`${path}.date`),
  ]),
];

function text(path: string): Column {
  return { path, kind: 'text' };
}
function day(path: string): Column {
  return { path, kind: 'day' };
}
function list(path: string): Column {
  return { path, kind: 'list' };
}

/** A heading that promises a name, an address or a document of somebody. */
const personal =
  /applicant|name|surname|address|mail|phone|passport|birth|заявител|фамили|отчеств|ф\.?\s?и\.?\s?о|имя|имен|адрес|почт|телефон|паспорт|рожден/iu;

/** Refuses by number: without a heading the first row may hold anything, a name too. */
export function readHeader(cells: readonly string[]): Column[] {
  const headings = cells.map((cell) => oneLine(cell));
  const last = headings.findLastIndex((heading) => heading !== '') + 1;
  return headings.slice(0, last).map((heading, index, all) => {
    const known = columns.find(({ path }) => path === heading);
    if (known && all.indexOf(heading) === index) return known;
    if (known) throw wrongUse('cli.csv.twice', { column: index + 1 });
    throw wrongUse(personal.test(heading) ? 'cli.names.column' : 'cli.csv.column', { column: index + 1 });
  });
}

/** Empty cells are answers not given; publications of one's own are closed up. */
export function bodyOfRow(header: readonly Column[], cells: readonly string[]): Record<string, unknown> {
  const given = new Map(
    header.flatMap(({ path, kind }, index) => {
      const cell = (cells[index] ?? '').trim();
      return cell === '' ? [] : [[path, answerIn(cell, kind)] as const];
    }),
  );
  const answers = inside(given, 'answers');
  const acts = inside(given, 'answers.acts');
  const ownSources = own.map((path) => inside(given, path)).filter((one) => Object.keys(one).length > 0);
  return {
    ...inside(given, ''),
    blank: true,
    answers: {
      ...answers,
      ...(Object.keys(acts).length > 0 ? { acts } : {}),
      ...(ownSources.length > 0 ? { ownSources } : {}),
    },
  };
}

/** The values that stand right below `path`. */
function inside(given: ReadonlyMap<string, unknown>, path: string): Record<string, unknown> {
  const start = path === '' ? '' : `${path}.`;
  return Object.fromEntries(
    [...given]
      .filter(([name]) => name.startsWith(start) && !name.slice(start.length).includes('.'))
      .map(([name, value]) => [name.slice(start.length), value]),
  );
}

/** A spreadsheet in Russian writes 01.04.2017 and ИСТИНА; what is neither yes nor no is left for the schema to refuse. */
function answerIn(cell: string, kind: Kind): unknown {
  switch (kind) {
    case 'text':
      return cell;
    case 'day':
      return cell.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
    case 'list':
      return cell
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    case 'yes-no':
      if (/^(?:yes|true|1|да|истина)$/iu.test(cell)) return true;
      return /^(?:no|false|0|нет|ложь)$/iu.test(cell) ? false : cell;
    default:
      return kind satisfies never;
  }
}
