/** The case file as JSON Schema, for whoever reads or writes it with another program. */
import * as z from 'zod/mini';
import { caseFile, caseVersion } from './case-file.ts';

export function caseSchema() {
  return {
    title: `Case file, version ${caseVersion}`,
    description:
      'What was filed and what happened since. It lies on the device of the person and nowhere else. ' +
      'sha256 is SHA-256, in hex, of text in UTF-8.',
    ...z.toJSONSchema(caseFile, { io: 'input' }),
  };
}
