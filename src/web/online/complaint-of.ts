/** The complaint that the answers so far amount to, or what is still wrong with them. */
import { type Complaint, readComplaint } from '#domain/complaint.ts';
import type { Checked } from '#domain/problem.ts';
import { toBody } from './draft.ts';
import type { View } from './step.ts';

export function complaintOf({ site, template, draft, today }: View): Checked<Complaint> {
  if (!template) return { ok: false, problems: [{ path: 'template', code: 'required' }] };
  return readComplaint(site.library, template, toBody(draft, site.library, template), today);
}
