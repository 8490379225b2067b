/** Papers for the way, made from the walk's answers. */
import type { Context } from 'hono';
import { paperFile } from '../paper-file.ts';
import { complaintOf } from './complaint-of.ts';
import { dispatchOf } from './dispatch.ts';
import { stepNamed } from './order.ts';
import type { View } from './step.ts';
import { show } from './step-page.ts';

/** The paper that `asked` names, or every one as text; where answers are missing, the check page that says which. */
export function papers(c: Context, view: View, asked: string): Response | Promise<Response> {
  const checked = complaintOf(view);
  if (!checked.ok) return show(c, { ...view, problems: checked.problems }, stepNamed('check'));
  return paperFile(c, view, dispatchOf(checked.value), asked);
}
