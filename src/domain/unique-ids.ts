/** A check for lists whose entries are found by id: a second entry of one id would hide the first. */
import type { z } from 'zod';

/** For `superRefine` of a list: an issue at every id that stood before. */
export function uniqueIds(entries: readonly { id: string }[], issues: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) {
      issues.addIssue({ code: 'custom', path: [index, 'id'], message: `the id "${id}" is given twice` });
    }
    seen.add(id);
  }
}
