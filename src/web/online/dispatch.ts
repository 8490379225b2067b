/** What the walk's document needs on its way, whatever it is about. */
import type { Dispatch } from '#domain/filing/paper.ts';
import type { complaintOf } from './complaint-of.ts';

/** A document whose answers hold. */
export type Written = Extract<ReturnType<typeof complaintOf>, { ok: true }>['value'];

export function dispatchOf(written: Written): Dispatch {
  const { authority, applicant, date, filedFrom, template, printouts, sources, ownSources } = written;
  return {
    authority,
    applicant,
    date,
    crimeReport: template.matter.crimeReport,
    annexes: printouts && sources.length + ownSources.length > 0,
    fromAbroad: filedFrom === 'abroad',
  };
}
