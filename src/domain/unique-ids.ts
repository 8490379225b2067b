/** A check for lists whose entries are found by id: a second entry of one id would hide the first. */
import * as z from 'zod/mini';

/** An issue at every id that stood before. */
export const uniqueIds = z.superRefine<readonly { id: string }[]>((entries, issues) => {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) {
      issues.addIssue({ code: 'custom', path: [index, 'id'], message: `the id "${id}" is given twice` });
    }
    seen.add(id);
  }
});
