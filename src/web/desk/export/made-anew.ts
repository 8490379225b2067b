/** A document of a case made anew from its answers, without a name: the same words, where the templates have not changed. */
import type { CaseFile, Filing } from '#domain/case/case-file.ts';
import { filingOf } from '#domain/case/edit.ts';
import { followUpBody } from '#domain/case/follow-up-body.ts';
import { type Complaint, readComplaint } from '#domain/complaint.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Library } from '#domain/library.ts';
import { isReport } from '#domain/template.ts';

/** Undefined where the answers are not there, or do not suffice today. */
export function madeAnew(
  library: Library,
  kept: CaseFile,
  filing: Filing,
  today: IsoDate,
): Complaint | undefined {
  const template = library.templates.get(filing.template);
  if (!template) return undefined;
  const { authority, date, filedFrom, answers } = filing;
  const before = filing.follows === undefined ? undefined : filingOf(kept, filing.follows);
  const own =
    filing.court && answers.court === undefined ? { ...answers, court: { name: filing.court } } : answers;
  const body = isReport(template)
    ? { template: template.id, authority, date, filedFrom, blank: true, answers }
    : before &&
      followUpBody(library, upTo(kept, date), before, template.id, {
        authority,
        date,
        signer: { blank: true },
        answers: own,
      });
  if (!body) return undefined;
  const read = readComplaint(library, template, body, today);
  return read.ok ? read.value : undefined;
}

/** The case as it stood on that day: a document tells of nothing that came after it. */
function upTo(kept: CaseFile, day: IsoDate): CaseFile {
  return {
    ...kept,
    filings: kept.filings.map((one) => ({ ...one, events: one.events.filter(({ date }) => date <= day) })),
  };
}
