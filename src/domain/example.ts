/** A complete valid request for a template, which the API and the command line show. */
import { exampleAnswers } from './follow-up/example.ts';
import type { Library } from './library.ts';
import { type ExampleReport, exampleHead, exampleReport } from './report-example.ts';
import { type FollowUpTemplate, isReport, type ReportTemplate, type Template } from './template.ts';

type ExampleFollowUp = ReturnType<typeof exampleFollowUp>;

/** `date` is the day of the complaint in the example. The person and the address are made up. */
export function exampleBody(library: Library, template: ReportTemplate, date: string): ExampleReport;
export function exampleBody(
  library: Library,
  template: Template,
  date: string,
): ExampleReport | ExampleFollowUp;
export function exampleBody(
  library: Library,
  template: Template,
  date: string,
): ExampleReport | ExampleFollowUp {
  return isReport(template)
    ? exampleReport(library, template, date)
    : exampleFollowUp(library, template, date);
}

function exampleFollowUp(library: Library, template: FollowUpTemplate, date: string) {
  return { ...exampleHead(template, date), ...exampleAnswers(library, template, date) };
}

/** The same as a paper sheet: nobody's name, and words that anybody could sign. */
export function blankBody(library: Library, template: ReportTemplate, date: string): BlankOf<ExampleReport>;
export function blankBody(
  library: Library,
  template: Template,
  date: string,
): BlankOf<ExampleReport> | BlankOf<ExampleFollowUp>;
export function blankBody(
  library: Library,
  template: Template,
  date: string,
): BlankOf<ExampleReport> | BlankOf<ExampleFollowUp> {
  if (!isReport(template)) return withoutName(exampleFollowUp(library, template, date));
  const { answers, ...rest } = withoutName(exampleReport(library, template, date));
  return { ...rest, answers: { ...answers, ownWords: 'Прошу проверить изложенные в публикациях сведения.' } };
}

type BlankOf<Body> = Omit<Body, 'applicant'> & { blank: true };

function withoutName<Body extends { applicant: unknown }>({ applicant: _, ...rest }: Body): BlankOf<Body> {
  return { ...rest, blank: true };
}
