/** The checked complaints: what Proverka starts from when a person presses the button of a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Complaint, readComplaint } from '../../src/domain/complaint.ts';
import { found, type Library } from '../../src/domain/library.ts';
import { today } from './bodies.ts';

/** The complaints of `bodies.json` in `folder`. */
export function checked(library: Library, folder: string): Complaint[] {
  const bodies: { template: string }[] = JSON.parse(readFileSync(join(folder, 'bodies.json'), 'utf8'));
  return bodies.map((body) => complaintOf(library, body));
}

export function complaintOf(library: Library, body: { template: string }): Complaint {
  const result = readComplaint(library, found(library.templates, body.template), body, today);
  if (!result.ok) throw new Error(`not a valid body: ${JSON.stringify(result.problems)}`);
  return result.value;
}

/** The same complaint in new objects, as each request makes them; the acts are the library's, as they are there. */
export function asNew(complaint: Complaint): Complaint {
  const { applicant, sources, ownSources, requests } = complaint;
  return {
    ...complaint,
    applicant: applicant && { ...applicant },
    sources: [...sources],
    ownSources: ownSources.map((one) => ({ ...one })),
    requests: [...requests],
  };
}
