/**
 * Whether a case names an organisation that is banned in Russia as extremist. A file may have been written by anybody, and
 * such a name must not come out on a page, in a calendar or in the next file. The name of whoever signs is not looked at:
 * people may be called as organisations are.
 */
import type { CaseFile } from '#domain/case/case-file.ts';
import type { Library } from '#domain/library.ts';
import { bannedNames, namedInTexts } from '#domain/source-check.ts';

/** All of a case that comes from outside: the documents as they were filed are long, so others are served in between. */
export async function isBannedCase(library: Library, kept: CaseFile): Promise<boolean> {
  if (isBannedEntry(library, kept)) return true;
  for (const text of new Set(kept.filings.map((one) => one.text))) {
    if (text.length > aTurn) await new Promise((next) => setTimeout(next));
    if (isBanned(library, text)) return true;
  }
  return false;
}

/** The same for a case that travels between our pages: its documents were looked at when it was opened or made. */
export function isBannedEntry(library: Library, { filings, applicant }: CaseFile): boolean {
  const entries = filings.map(({ text: _, sha256: __, ...rest }) => rest);
  const words = new Set(wordsIn([entries, applicant?.address, applicant?.email]));
  return [...words].some((text) => isBanned(library, text));
}

export function isBanned(library: Library, text: string): boolean {
  return bannedNames(namedInTexts(library, [['', text]])).length > 0;
}

/** So many letters take a few milliseconds. */
const aTurn = 2000;

/** Every text in `value`, with the names of its fields: those of the answers are whatever the file says. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]);
}
