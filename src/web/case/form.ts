/** A posted form of the case pages: fields as text, and the one file that a person may open. Nothing of it is kept. */
import type { Context } from 'hono';
import { manyLines, oneLine } from '#domain/text.ts';

export type CaseForm = {
  /** One line, `''` where it is not given. */
  line: (name: string) => string;
  /** Several lines. */
  lines: (name: string) => string;
  /** As it came. */
  raw: (name: string) => string;
  all: (name: string) => readonly string[];
  /** Content of an uploaded file, as text; undefined where none was chosen. */
  file: string | undefined;
  /** Every field of the form as text, in order. */
  entries: readonly (readonly [string, string])[];
};

export async function readCaseForm(c: Context): Promise<CaseForm> {
  const data = await c.req.formData().catch(() => new FormData());
  const entries: [string, string][] = [];
  let file: string | undefined;
  for (const [name, value] of data) {
    if (typeof value === 'string') entries.push([name, value]);
    else if (value.size > 0) file = await value.text();
  }
  return formOf(entries, file);
}

export function formOf(entries: readonly (readonly [string, string])[], file?: string): CaseForm {
  const all = (name: string) => entries.flatMap(([key, value]) => (key === name ? [value] : []));
  const raw = (name: string) => all(name)[0] ?? '';
  return {
    raw,
    line: (name) => oneLine(raw(name)),
    lines: (name) => manyLines(raw(name)),
    all,
    file,
    entries,
  };
}

/** A browser without date fields lets people type 01.04.2017. */
export function dayIn(form: CaseForm, name: string): string {
  return form.line(name).replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
}

/** The button that was pressed, cut at its colons: `remove:<document>:<number>`. */
export function pressed(form: CaseForm): readonly [string, string, string] {
  const [kind = '', first = '', second = ''] = form.line('move').split(':');
  return [kind, first, second];
}
