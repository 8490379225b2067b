/** The checked complaints: what Proverka starts from when a person presses the button of a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readComplaint } from '../../src/domain/complaint.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Report } from '../../src/domain/report.ts';
import { reportOf, today } from './bodies.ts';

/** The complaints of `bodies.json` in `folder`. */
export function checked(library: Library, folder: string): Report[] {
  const bodies: { template: string }[] = JSON.parse(readFileSync(join(folder, 'bodies.json'), 'utf8'));
  return bodies.map((body) => complaintOf(library, body));
}

export function complaintOf(library: Library, body: { template: string }): Report {
  const result = readComplaint(library, reportOf(library, body.template), body, today);
  if (!result.ok) throw new Error(`not a valid body: ${JSON.stringify(result.problems)}`);
  return result.value;
}

/** The same complaint in new objects, as each request makes them; the acts are the library's, as they are there. */
export function asNew(complaint: Report): Report {
  const { applicant, sources, ownSources, requests } = complaint;
  return {
    ...complaint,
    applicant: applicant && { ...applicant },
    sources: [...sources],
    ownSources: ownSources.map((one) => ({ ...one })),
    requests: [...requests],
  };
}
