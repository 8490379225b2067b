/** From the text of a case file to the case, or to the one sentence that says why it cannot be opened. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isDeeper, parsedJson } from '../parsed-json.ts';
import { readBy } from '../schema-problems.ts';
import { type CaseFile, caseFile, caseVersion } from './case-file.ts';
import { isObject, migrate } from './migrations.ts';

export const refusals = ['empty', 'sealed', 'not-a-case', 'newer', 'damaged'] as const;
export type Refusal = (typeof refusals)[number];

export type Opened =
  /** `altered`: ids of the documents whose text is not the one that was kept. */
  { ok: true; value: CaseFile; altered: readonly string[] } | { ok: false; reason: Refusal };

export function openCase(text: string): Opened {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return { ok: false, reason: 'empty' };
  if (isSealed(trimmed)) return { ok: false, reason: 'sealed' };
  const file = parsedJson(trimmed);
  if (file === undefined) return { ok: false, reason: looksLikeOurs(trimmed) ? 'damaged' : 'not-a-case' };
  if (!isObject(file) || file.format !== 'case') return { ok: false, reason: 'not-a-case' };
  if (isDeeper(file, deepest)) return { ok: false, reason: 'damaged' };
  const { version } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return { ok: false, reason: 'damaged' };
  if (version > caseVersion) return { ok: false, reason: 'newer' };
  const read = readBy(caseFile, migrate(file, version));
  if (!read.ok || !idsDiffer(read.value)) return { ok: false, reason: 'damaged' };
  const altered = read.value.filings.filter((one) => textHash(one.text) !== one.sha256).map(({ id }) => id);
  return { ok: true, value: read.value, altered };
}

/** Answers are a few levels deep; the schema reads every level by calling itself. */
const deepest = 16;

/** SHA-256 of a text in UTF-8, in hex. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** A file of age, in bytes or in letters. */
export function isSealed(text: string): boolean {
  return /^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/.test(text);
}

/** A file that was cut off, or changed in a program for letters. */
function looksLikeOurs(text: string): boolean {
  return /^\{\s*.format.\s*:\s*.case./.test(text);
}

function idsDiffer({ filings }: CaseFile): boolean {
  const ids = filings.map(({ id }) => id);
  return (
    new Set(ids).size === ids.length &&
    filings.every(({ follows }) => follows === undefined || ids.includes(follows))
  );
}
