/** Reads the lines of a backup and refuses what is none: anybody who knows the public key could have sealed it. */
import * as z from 'zod/mini';
import { type Kept, keptTables } from './kept-tables.ts';
import { type Cell, formatName } from './write-backup.ts';

/** not-empty: there is something already. other-version: of other tables. damaged: a part of a backup. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
  readonly reason: 'not-empty' | 'other-version' | 'no-backup' | 'damaged';
  constructor(reason: BackupRefused['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const head = z.object({
  format: z.literal(formatName),
  version: z.literal(1),
  tables: z.array(z.string()),
});
const table = z.object({ table: z.string(), columns: z.array(z.string()) });
const row = z.array(z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })]));
const end = z.object({ rows: z.number() });

/** `tables`: the migrations that made the tables here. */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  tables: readonly string[],
): AsyncGenerator<{ kept: Kept; row: readonly Cell[] }> {
  let kept: Kept | undefined;
  let rows = 0;
  let said: number | undefined;
  let isFirst = true;
  for await (const line of linesOf(bytes)) {
    const content = parsed(line);
    if (isFirst) mustFit(content, tables);
    else if (said !== undefined) throw new BackupRefused('no-backup');
    else if (Array.isArray(content)) {
      if (!kept) throw new BackupRefused('no-backup');
      yield { kept, row: rowOf(content, kept) };
      rows += 1;
    } else {
      said = end.safeParse(content).data?.rows;
      if (said === undefined) kept = tableOf(content);
    }
    isFirst = false;
  }
  if (said !== rows) throw new BackupRefused('damaged');
}

function mustFit(content: unknown, tables: readonly string[]): void {
  const read = head.safeParse(content);
  if (!read.success) throw new BackupRefused('no-backup');
  if (read.data.tables.join() !== tables.join()) throw new BackupRefused('other-version');
}

function tableOf(content: unknown): Kept {
  const read = table.safeParse(content);
  const kept = keptTables.find((one) => one.table === read.data?.table);
  if (!kept || read.data?.columns.join() !== kept.columns.join()) throw new BackupRefused('no-backup');
  return kept;
}

function rowOf(content: unknown[], { columns }: Kept): readonly Cell[] {
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
