/** The complaint that the answers so far amount to, or what is still wrong with them. */
import { readComplaint } from '#domain/complaint.ts';
import type { Checked } from '#domain/problem.ts';
import type { Report } from '#domain/report.ts';
import { type Draft, toBody } from './draft.ts';
import type { View } from './step.ts';

/** Read once for one draft: a request asks for it up to three times. */
export function complaintOf({ site, template, draft, today }: View): Checked<Report> {
  if (!template) return { ok: false, problems: [{ path: 'template', code: 'required' }] };
  const known = read.get(draft);
  if (known) return known;
  const checked = readComplaint(site.library, template, toBody(draft, site.library, template), today);
  read.set(draft, checked);
  return checked;
}

const read = new WeakMap<Draft, Checked<Report>>();
