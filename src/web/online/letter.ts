/** The end of the walk: the document as a file, or as a page to print. */
import type { Context } from 'hono';
import { found } from '#domain/library.ts';
import { letterFile } from '../letter-file.ts';
import { complaintOf } from './complaint-of.ts';
import { stepNamed } from './order.ts';
import type { View } from './step.ts';
import { show } from './step-page.ts';

/** The document in `format`, a name in `site.formats`; where answers are missing, the check page that says which. */
export async function letter(
  c: Context,
  view: View,
  format: string,
  disposition: 'attachment' | 'inline',
): Promise<Response> {
  const { site } = view;
  const checked = complaintOf(view);
  if (!checked.ok) return show(c, { ...view, problems: checked.problems }, stepNamed('check'));
  const chosen = found(new Map(Object.entries(site.formats)), format);
  return letterFile(c, site.library, checked.value, chosen, disposition);
}
