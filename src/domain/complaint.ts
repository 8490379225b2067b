/**
 * Any document of the library: a first one (`report.ts`) or a follow-up (`follow-up/`). This is the one way from a request
 * body to something that can be composed.
 */
import { reportSchema } from './answers.ts';
import type { IsoDate } from './dates.ts';
import { followUpSchema } from './follow-up/answers.ts';
import { type FollowUp, readFollowUp } from './follow-up/follow-up.ts';
import type { Library } from './library.ts';
import type { Checked } from './problem.ts';
import { type Report, readReport } from './report.ts';
import { isReport, type ReportTemplate, type Template } from './template.ts';

export type Complaint = Report | FollowUp;

/** The schema of a request for `template`. */
export function complaintSchema(library: Library, template: Template) {
  return isReport(template) ? reportSchema(library, template) : followUpSchema(library, template);
}

/**
 * Checks `body` against `template` and the library. `today` stands in where the body names no date.
 * Every problem is reported at once, by path; the values themselves are never repeated.
 */
export function readComplaint(
  library: Library,
  template: ReportTemplate,
  body: unknown,
  today: IsoDate,
): Checked<Report>;
export function readComplaint(
  library: Library,
  template: Template,
  body: unknown,
  today: IsoDate,
): Checked<Complaint>;
export function readComplaint(
  library: Library,
  template: Template,
  body: unknown,
  today: IsoDate,
): Checked<Complaint> {
  return isReport(template)
    ? readReport(library, template, body, today)
    : readFollowUp(library, template, body, today);
}
