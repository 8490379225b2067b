/** Somebody who sets the register up from the guide: types its lines as they stand there, at a clock that the test moves. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The lines for the terminal below a heading of a guide, block by block. */
export function linesIn(guide: string, heading: string): string[] {
  const text = readFileSync(join(root, guide), 'utf8');
  const part = text.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  const blocks = [...part.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, lines = '']) => lines);
  if (blocks.length === 0) throw new Error(`${guide} has no lines to type below “${heading}”`);
  return blocks;
}

/** Types them into a terminal in the project's folder; fails where one of them does, with what it said. */
export async function typed(lines: string, now: Date, env: Record<string, string>): Promise<string> {
  const { PATH, HOME } = process.env;
  const clock = `--import=${clockAt(now)}`;
  const at = { cwd: root, env: { PATH, HOME, NODE_OPTIONS: clock, ...env } };
  const { stdout } = await run('sh', ['-ec', lines], at);
  return stdout;
}

/** The one-time links that were printed, in their order. */
export function linksIn(printed: string): string[] {
  return printed.match(/http\S+\/desk\/join#[0-9a-f]{64}/g) ?? [];
}

/** Loaded before the program: its clock runs from the moment that the test has come to. */
function clockAt(now: Date): string {
  const program = `const Real = Date; const late = ${now.getTime()} - Real.now();
globalThis.Date = class extends Real {
  constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + late); }
  static now() { return Real.now() + late; }
};`;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
