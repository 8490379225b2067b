/** From a link, or the text of a file, to what a helper handed over, or to the one sentence that says why it cannot be opened. */
import type { IsoDate } from '../dates.ts';
import { type Library, reportTemplate } from '../library.ts';
import type { Problem } from '../problem.ts';
import { readReport } from '../report.ts';
import { bodyOf, type Handover, handover, handoverVersion } from './handover.ts';
import { largestHandover, linkMark, unpacked } from './packed.ts';

export const handoverProblems = [
  'empty',
  'sealed',
  'not-a-handover',
  'newer',
  'damaged',
  'too-large',
  'personal',
  'template',
  'authority',
  'episode',
  'choice',
  'banned',
  'undesirable',
] as const;
export type HandoverProblem = (typeof handoverProblems)[number];

export type OpenedHandover = { ok: true; value: Handover } | { ok: false; reason: HandoverProblem };

/** Opened only where the whole document can be composed from it, under the law of `today`. */
export function openHandover(library: Library, text: string, today: IsoDate): OpenedHandover {
  const json = jsonIn(text.replace(/^\ufeff/, '').trim());
  if (json.is !== 'text') return { ok: false, reason: json.is };
  const read = readHandover(json.text);
  if (!read.ok) return read;
  const template = reportTemplate(library, read.value.template);
  if (!template) return { ok: false, reason: 'template' };
  const checked = readReport(library, template, bodyOf(read.value), today);
  return checked.ok ? read : { ok: false, reason: reasonOf(checked.problems) };
}

type Found = { is: 'text'; text: string } | { is: HandoverProblem };

/** A file, the end of a link, or a message with a link in it. */
function jsonIn(text: string): Found {
  if (text === '') return { is: 'empty' };
  if (text.length > 2 * largestHandover) return { is: 'too-large' };
  if (/^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/.test(text)) return { is: 'sealed' };
  if (text.startsWith('{')) return { is: 'text', text };
  const letters = new RegExp(`${linkMark}([\\w-]+)`).exec(text)?.[1] ?? /^[\w-]+$/.exec(text)?.[0];
  return letters === undefined ? { is: 'not-a-handover' } : unpacked(letters);
}

function readHandover(text: string): OpenedHandover {
  const file = parsed(text);
  if (file === undefined) return { ok: false, reason: 'damaged' };
  if (!isObject(file) || file.format !== 'handover') return { ok: false, reason: 'not-a-handover' };
  const { version } = file;
  if (typeof version === 'number' && version > handoverVersion) return { ok: false, reason: 'newer' };
  const read = handover.safeParse(file);
  if (read.success) return { ok: true, value: read.data };
  const foreign = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  return { ok: false, reason: foreign.some(isPersonal) ? 'personal' : 'damaged' };
}

/** Somebody put it there: the pages hand over no such field. */
function isPersonal(key: string): boolean {
  return /applicant|name|patronymic|gender|address|mail|phone|heading|genitive|blank|date/i.test(key);
}

/** Names first: they are the reason that counts. */
function reasonOf(problems: readonly Problem[]): HandoverProblem {
  const has = (code: Problem['code']) => problems.some((one) => one.code === code);
  if (has('banned-name')) return 'banned';
  const at = (pattern: RegExp) => problems.some(({ path }) => pattern.test(path));
  if (at(/^authority$/)) return 'authority';
  if (at(/^answers\.episode$/)) return 'episode';
  if (has('source-undesirable') || has('source-abroad-only')) return 'undesirable';
  return at(/^answers\.(?:sources|requests)/) ? 'choice' : 'damaged';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
