/**
 * A shared case by its code, and only by it. Every wrong code gets the same answer after the same time; tries are counted
 * for everybody together, since nothing here knows who asks, and 83 random bits are not guessed.
 */
import { textHash } from '#domain/case/open-case.ts';
import { readCaseCode } from '#domain/register/case-code.ts';
import { type SealedFacts, sealedFacts } from '#domain/register/sealed-facts.ts';
import { readBy } from '#domain/schema-problems.ts';
import type { RegisteredCase } from '#register/register.ts';
import type { CodeKeys } from '#sealing/sealing.ts';
import type { Following } from '../site.ts';

export type Found = {
  code: string;
  keys: CodeKeys;
  /** What the register knows the case by. */
  finder: string;
  record: RegisteredCase & { withdrawn: boolean };
  facts: SealedFacts;
};
export type ByCode = { ok: true; value: Found } | { ok: false; reason: 'wrong' | 'limited' | 'damaged' };

/** Wrong codes of ten minutes: each costs the machine a tenth of a second. */
const mostWrong = { tries: 1200, seconds: 600 } as const;

/** Milliseconds: an answer comes after one of these, or two. */
const floor = 400;

/** What stretches a text that is no code, so that it takes as long. */
const noCode = '0'.repeat(27);

export async function findByCode(following: Following, typed: string): Promise<ByCode> {
  const began = performance.now();
  const found = await look(following, typed);
  const passed = performance.now() - began;
  await new Promise((done) => setTimeout(done, Math.ceil(passed / floor) * floor - passed));
  return found;
}

export function finderHash(finder: string): string {
  return textHash(finder);
}

async function look({ register, sealing, now }: Following, typed: string): Promise<ByCode> {
  const { tries, seconds } = mostWrong;
  const code = readCaseCode(typed);
  const keys = await sealing.codeKeys(code ?? noCode);
  const finder = finderHash(keys.finder);
  const record = await register.shared.find(finder);
  if (code === undefined || !record) {
    const isAllowed = await register.limits.take('code', tries, seconds, now().getTime());
    return { ok: false, reason: isAllowed ? 'wrong' : 'limited' };
  }
  const opened = await sealing.open(record.sealed, keys.identity);
  const read = opened === undefined ? undefined : readBy(sealedFacts, parsed(opened));
  if (!read?.ok) return { ok: false, reason: 'damaged' };
  return { ok: true, value: { code, keys, finder, record, facts: read.value } };
}

/** A text that is no JSON is told nowhere: the error would repeat it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
