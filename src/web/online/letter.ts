/** The end of the walk: the document as a file, or as a page to print. */
import type { Context } from 'hono';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { found } from '#domain/library.ts';
import type { Problem } from '#domain/problem.ts';
import { fileHeaders } from '../api/complaints.ts';
import { setPolicy } from '../middleware/security.ts';
import { toBody } from './draft.ts';
import { stepNamed } from './order.ts';
import type { View } from './step.ts';
import { show } from './step-page.ts';

/** The document as a file, or with `format` null as a page to print. */
export async function letterFile(c: Context, view: View, format: string | null): Promise<Response> {
  const { site, template, draft } = view;
  const checked =
    template && readComplaint(site.library, template, toBody(draft, site.library, template), view.today);
  if (!checked?.ok) {
    const problems: readonly Problem[] = checked
      ? checked.problems
      : [{ path: 'template', code: 'required' }];
    return show(c, { ...view, problems }, stepNamed('check'));
  }
  const document = compose(site.library, checked.value);
  const made = found(new Map(Object.entries(site.formats)), format ?? 'html');
  const headers = fileHeaders(document, made);
  if (format === null) headers['Content-Disposition'] = 'inline';
  setPolicy(c, made.policy);
  return c.body(await made.render(document), 200, headers);
}
