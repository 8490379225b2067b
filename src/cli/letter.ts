/** From a request body to the bytes of one file, or to what has to be mended in it. */
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import type { Document } from '#domain/document.ts';
import type { Problem } from '#domain/problem.ts';
import type { Counter, FileFormat, Rendered } from './desk.ts';

export type Made = { ok: true; bytes: Rendered; document: Document } | { ok: false; reasons: string[] };

/** The same checks as POST /api/complaints. */
export async function makeLetter(
  { library, today, t }: Counter,
  format: FileFormat,
  body: unknown,
): Promise<Made> {
  const name = isObject(body) ? body.template : undefined;
  const template = typeof name === 'string' ? library.templates.get(name) : undefined;
  if (!template) {
    const code = name === undefined || name === '' ? 'required' : 'choice';
    return { ok: false, reasons: [`template: ${t(`errors.${code}`)} ${t('cli.seeList')}`] };
  }
  const complaint = readComplaint(library, template, body, today);
  if (!complaint.ok) return { ok: false, reasons: complaint.problems.map((one) => reason(one, t)) };
  const document = compose(library, complaint.value);
  return { ok: true, bytes: await format.render(document), document };
}

function reason({ path, code, params }: Problem, t: Counter['t']): string {
  return [path, t(`errors.${code}`, params)].filter(Boolean).join(': ');
}

/** Whether anything is said about a person who signs, right or wrong. */
export function namesSomebody(body: unknown): boolean {
  return isObject(body) && Object.hasOwn(body, 'applicant');
}

/** The same request for a sheet that is filled in by hand. */
export function withoutName(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { applicant: _, ...rest } = body;
  return { ...rest, blank: true };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
