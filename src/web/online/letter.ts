/** The end of the walk: the document as a file, or as a page to print. */
import type { Context } from 'hono';
import { readComplaint } from '#domain/complaint.ts';
import { found } from '#domain/library.ts';
import type { Problem } from '#domain/problem.ts';
import { letterFile } from '../letter-file.ts';
import { toBody } from './draft.ts';
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
  const { site, template, draft } = view;
  const checked =
    template && readComplaint(site.library, template, toBody(draft, site.library, template), view.today);
  if (!checked?.ok) {
    const problems: readonly Problem[] = checked
      ? checked.problems
      : [{ path: 'template', code: 'required' }];
    return show(c, { ...view, problems }, stepNamed('check'));
  }
  const chosen = found(new Map(Object.entries(site.formats)), format);
  return letterFile(c, site.library, checked.value, chosen, disposition);
}
