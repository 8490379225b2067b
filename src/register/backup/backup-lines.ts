/** Reads the lines of a backup and refuses what is none: anybody who knows the public key could have sealed it. */
import * as z from 'zod/mini';
import { type Cell, formatName } from './write-backup.ts';

/**
 * not-empty: there is something already. newer: of tables that this program does not have yet. other-version: of tables
 * that it never had. damaged: a part of a backup.
 */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
  readonly reason: 'not-empty' | 'newer' | 'other-version' | 'no-backup' | 'damaged';
  constructor(reason: BackupRefused['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** A table with its columns, in the order in which rows hold them. */
export type Shape = { table: string; columns: readonly string[] };
export type Row = { shape: Shape; row: readonly Cell[] };

const head = z.object({
  format: z.literal(formatName),
  version: z.literal(1),
  tables: z.array(z.string()),
});
const table = z.object({ table: z.string(), columns: z.array(z.string()) });
const row = z.array(z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })]));
const end = z.object({ rows: z.number() });

/** `tables`: the migrations that had made its tables. `rows`: in the tables that are known here, or refused. */
export async function readBackup(bytes: AsyncIterable<Uint8Array>): Promise<{
  tables: readonly string[];
  rows: (known: ReadonlyMap<string, readonly string[]>) => AsyncGenerator<Row>;
}> {
  const lines = linesOf(bytes);
  const first = await lines.next();
  const read = head.safeParse(first.done ? undefined : parsed(first.value));
  if (!read.success) throw new BackupRefused('no-backup');
  return { tables: read.data.tables, rows: (known) => rowsOf(lines, known) };
}

async function* rowsOf(
  lines: AsyncIterable<string>,
  known: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<Row> {
  let shape: Shape | undefined;
  let rows = 0;
  let said: number | undefined;
  for await (const line of lines) {
    const content = parsed(line);
    if (said !== undefined) throw new BackupRefused('no-backup');
    else if (Array.isArray(content)) {
      if (!shape) throw new BackupRefused('no-backup');
      yield { shape, row: rowOf(content, shape) };
      rows += 1;
    } else {
      said = end.safeParse(content).data?.rows;
      if (said === undefined) shape = shapeOf(content, known);
    }
  }
  if (said !== rows) throw new BackupRefused('damaged');
}

/** Names reach the database only where it has them already. */
function shapeOf(content: unknown, known: ReadonlyMap<string, readonly string[]>): Shape {
  const read = table.safeParse(content);
  const columns = known.get(read.data?.table ?? '');
  if (!read.success || !columns || [...columns].sort().join() !== [...read.data.columns].sort().join())
    throw new BackupRefused('no-backup');
  return read.data;
}

function rowOf(content: unknown[], { columns }: Shape): readonly Cell[] {
  const read = row.safeParse(content);
  if (!read.success || read.data.length !== columns.length) throw new BackupRefused('no-backup');
  return read.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BackupRefused('no-backup', error);
  }
}

/** Lines end in a line feed and nothing else: names may hold other ends of lines. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let open: string[] = [];
  for await (const chunk of bytes) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n');
    open.push(first);
    for (const one of more) {
      yield open.join('');
      open = [one];
    }
  }
  if (open.join('') !== '') throw new BackupRefused('damaged');
}
