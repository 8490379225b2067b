/** A table of variants (CSV): a row for a document, a column for an answer, and no name anywhere. */
import { CsvError, parse } from 'csv-parse/sync';
import { fileName } from '#domain/document.ts';
import type { Job, Jobs } from './bulk.ts';
import { bodyOfRow, type Column, readHeader } from './columns.ts';
import { bytesOf, utf8 } from './read-answers.ts';
import { Refusal, wrongUse } from './refusal.ts';

/** The whole table is held at once: a hundred thousand rows of usual length. */
const largest = 16 * 1024 * 1024;

/** The first row names the paths of the request body; rows are counted as a spreadsheet counts them. */
export function jobsOfTable(path: string): Jobs {
  const [header = [], ...rows] = cellsOf(utf8(bytesOf(path, largest, 'anything')));
  const columns = readHeader(header);
  const filled = rows
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw wrongUse('cli.csv.empty');
  const digits = Math.max(4, String(filled.length).length);
  const list = filled.map(({ cells, row }, index) =>
    jobOf(columns, cells, row, String(index + 1).padStart(digits, '0')),
  );
  return { folder: undefined, list };
}

function jobOf(columns: readonly Column[], cells: readonly string[], row: number, number: string): Job {
  return {
    from: { row },
    name: (document) => `${number}-${fileName(document, '').slice(0, -1)}`,
    body: () => {
      if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
        throw new Refusal('cli.csv.cells', { columns: columns.length });
      return bodyOfRow(columns, cells);
    },
  };
}

/** Commas, semicolons as in Russian spreadsheets, or tabs: whichever the first line has most of. */
function cellsOf(text: string): string[][] {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((mark) => ({ mark, times: bare.split(mark).length }));
  const { mark } = counted.reduce((most, one) => (one.times > most.times ? one : most));
  try {
    return parse(text, { bom: true, delimiter: mark, relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('cli.csv.quotes', { line: lineOf(error) });
    throw error;
  }
}

function lineOf(error: CsvError): number {
  return 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
}
