/** A posted form of the desk: fields as text, files as they came. */
import type { Context } from 'hono';
import { type CaseForm, formOf } from '../case/form.ts';

export type DeskForm = Omit<CaseForm, 'file'> & {
  /** A file that was chosen; undefined where none was. */
  upload: (name: string) => File | undefined;
};

export async function readDeskForm(c: Context): Promise<DeskForm> {
  if (c.req.method !== 'POST') return deskFormOf([]);
  const data = await c.req.formData().catch(() => new FormData());
  const fields: [string, string][] = [];
  const files = new Map<string, File>();
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, value]);
    else if (value.size > 0) files.set(name, value);
  }
  return deskFormOf(fields, files);
}

function deskFormOf(
  fields: readonly (readonly [string, string])[],
  files: ReadonlyMap<string, File> = new Map(),
): DeskForm {
  const { line, lines, raw, all, entries } = formOf(fields);
  return { line, lines, raw, all, entries, upload: (name) => files.get(name) };
}

/** The fields of the sign-in and of the passphrase, which may stand beside those of any other form. */
export const signInPrefix = 'sign-in.';
export const unlockPrefix = 'unlock.';
const beside = [signInPrefix, unlockPrefix];

/** Fields that no page carries on: what opens something is typed anew. */
const secrets = /^(?:login|password|passphrase|again|new|totp|token|recovery|made|ending|newTotp)$/;

/** The fields of a form that a page may carry hidden. */
export function carried({ entries }: Pick<DeskForm, 'entries'>): DeskForm['entries'] {
  return entries.filter(([name]) => !secrets.test(name) && !beside.some((one) => name.startsWith(one)));
}
