/** The sections as tables: for a terminal, or as the README shows them. */
import { cpus, totalmem, type } from 'node:os';
import { figure, type Section } from './section.ts';

/** Stands beside every ratio. */
const caveat =
  'Every peer of the DOCX table parses an arbitrary file, or builds a whole package, on each call; Proverka knows its own beforehand.';

export function machine(now: Date): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GiB, ${type()}, Node ${process.versions.node}, ${now.toISOString().slice(0, 10)}`;
}

export function terminal(sections: readonly Section[], now: Date): string {
  const blocks = sections.map(({ title, head, rows, notes }) =>
    [title, aligned([head, ...rows]), ...notes.map((note) => `  ${note}`)].join('\n'),
  );
  return [machine(now), ...blocks, `Goals\n${aligned(goalRows(sections))}`, caveat].join('\n\n');
}

export function markdown(sections: readonly Section[], now: Date): string {
  const blocks = sections.map(({ title, head, rows, notes }) =>
    [`**${title}**`, table([head, ...rows]), ...notes].join('\n\n'),
  );
  const intro = `\`npm run bench\` on ${machine(now)}. Medians of interleaved rounds in one run, no forced gc; a ratio is the median of the ratios of each round. ${caveat}`;
  return ['## Performance', intro, table(goalRows(sections)), ...blocks].join('\n\n');
}

function goalRows(sections: readonly Section[]): string[][] {
  const goals = sections.flatMap((section) => section.goals);
  return [
    ['', 'goal', 'measured', ''],
    ...goals.map(({ what, wanted, got, met, unit = '×' }) => [
      what,
      wanted,
      `${figure(got)}${unit}`,
      met ? '✓' : '✗',
    ]),
  ];
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The first column to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      widths
        .map((width, column) => {
          const cell = row[column] ?? '';
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    )
    .map((row) => `  ${row.trimEnd()}`)
    .join('\n');
}
