/** A table of filings as it comes from a spreadsheet: its bytes as text, its headings as columns, its rows as cells. */
import { CsvError, parse } from 'csv-parse/sync';
import {
  type Cells,
  type ImportColumn,
  type ImportProblem,
  importColumns,
  neededColumns,
} from '#domain/register/import-row.ts';
import { oneLine } from '#domain/text.ts';
import type { Texts } from '#i18n.ts';

/** In bytes of UTF-8; it travels in a form once more, so it stays below the largest request. */
export const largestTable = 1_000_000;
export const mostRows = 2000;

/** Columns that are looked at, the empty ones of a spreadsheet too: behind them a name is unknown without a look. */
export const mostColumns = 200;

export type Table =
  | { ok: true; rows: readonly { row: number; cells: Cells; extra: boolean }[] }
  | { ok: false; problems: ImportProblem[] };

/** UTF-8, UTF-16 with a mark at its beginning, or, where it is neither, windows-1251 as older spreadsheets write. */
export function textOf(table: string | Uint8Array): string {
  if (typeof table === 'string') return table.replace(/^\ufeff/, '');
  if (table[0] === 0xff && table[1] === 0xfe) return new TextDecoder('utf-16le').decode(table);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(table);
  } catch {
    return new TextDecoder('windows-1251').decode(table);
  }
}

export function tableOf(text: string, texts: Texts): Table {
  if (new TextEncoder().encode(text).length > largestTable) return whole('too-large');
  const parsed = linesOf(text);
  if (!Array.isArray(parsed)) return whole('quotes', parsed.line);
  const [heading = [], ...lines] = parsed;
  const columns = heading.slice(0, mostColumns).map((cell) => columnNamed(cell, texts));
  const problems = headingProblems(heading, columns);
  if (problems.length > 0) return { ok: false, problems };
  const rows = lines
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, row }) => ({
      row,
      cells: Object.fromEntries(columns.flatMap((one, at) => (one ? [[one, cells[at] ?? '']] : []))),
      extra: cells.some((cell, at) => cell.trim() !== '' && !columns[at]),
    }));
  if (rows.length === 0) return whole('empty');
  return rows.length > mostRows ? whole('too-many-rows') : { ok: true, rows };
}

/** The line where a quotation mark was not closed, where there is one. */
function linesOf(text: string): string[][] | { line: number } {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = [';', ',', '\t'].map((mark) => ({ mark, times: bare.split(mark).length }));
  const { mark } = counted.reduce((most, one) => (one.times > most.times ? one : most));
  try {
    return parse(text, { bom: true, delimiter: mark, relax_column_count: true, to: mostRows + 2 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: 'lines' in error && typeof error.lines === 'number' ? error.lines : 1 };
  }
}

/** A heading is the id of a column or its name in either language of the desk. */
function columnNamed(cell: string, texts: Texts): ImportColumn | undefined {
  const plain = (text: string) => oneLine(text).toLowerCase();
  const heading = plain(cell);
  return importColumns.find(
    (one) =>
      plain(one) === heading ||
      (['ru', 'en'] as const).some((lng) => plain(texts(lng)(`desk.import.column.${one}`)) === heading),
  );
}

function headingProblems(
  heading: readonly string[],
  columns: readonly (ImportColumn | undefined)[],
): ImportProblem[] {
  const unknown = heading.flatMap((cell, at): ImportProblem[] =>
    cell.trim() !== '' && !columns[at]
      ? [{ row: 1, column: null, code: 'unknown-column', params: { number: at + 1 } }]
      : [],
  );
  const twice = columns.flatMap((one, at): ImportProblem[] =>
    one && columns.indexOf(one) !== at ? [{ row: 1, column: one, code: 'column-twice' }] : [],
  );
  const missing = neededColumns
    .filter((one) => !columns.includes(one))
    .map((column): ImportProblem => ({ row: 1, column, code: 'missing-column' }));
  return [...unknown, ...twice, ...missing];
}

function whole(code: ImportProblem['code'], row = 0): Table {
  const params = { 'too-large': largestTable, 'too-many-rows': mostRows };
  const max = code === 'too-large' || code === 'too-many-rows' ? params[code] : undefined;
  return { ok: false, problems: [{ row, column: null, code, ...(max && { params: { max } }) }] };
}
