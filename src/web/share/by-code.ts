/** A shared case by its code, and only by it, opened with the filer's own key. How codes are tried is guarded in ../by-code.ts. */

import type { Context } from 'hono';
import { parsedJson } from '#domain/parsed-json.ts';
import { readCaseCode } from '#domain/register/case-code.ts';
import { type SealedFacts, sealedFacts } from '#domain/register/sealed-facts.ts';
import { readBy } from '#domain/schema-problems.ts';
import type { CodeKeys } from '#sealing/sealing.ts';
import { mayTry, noSooner, storedFinder } from '../by-code.ts';
import type { Returning, SharedRecord } from '../site.ts';

export type Found = {
  code: string;
  keys: CodeKeys;
  /** What the register knows the case by. */
  finder: string;
  record: SharedRecord;
  facts: SealedFacts;
};
export type ByCode = { ok: true; value: Found } | { ok: false; reason: 'wrong' | 'limited' | 'damaged' };

export async function findByCode(c: Context, following: Returning, typed: string): Promise<ByCode> {
  if (!(await mayTry(c, following, 'code'))) return { ok: false, reason: 'limited' };
  return noSooner(following, async () => {
    const code = readCaseCode(typed);
    const keys = await following.sealing.codeKeys(code ?? 'none'); // what is no code takes as long
    const finder = await (following.toldBy ?? storedFinder)(keys.finder);
    return opened(following, { code: code ?? '', keys, finder });
  });
}

/** The same case as it is now, after something was done to it. */
export function foundAgain(following: Returning, { code, keys, finder }: Found): Promise<ByCode> {
  return opened(following, { code, keys, finder });
}

async function opened(
  { register, sealing }: Returning,
  by: Pick<Found, 'code' | 'keys' | 'finder'>,
): Promise<ByCode> {
  const record = await register.shared.find(by.finder);
  if (!record) return { ok: false, reason: 'wrong' };
  if (record === 'limited') return { ok: false, reason: 'limited' };
  const text = await sealing.open(record.sealed, by.keys.identity);
  const read = text === undefined ? undefined : readBy(sealedFacts, parsedJson(text));
  return read?.ok
    ? { ok: true, value: { ...by, record, facts: read.value } }
    : { ok: false, reason: 'damaged' };
}
