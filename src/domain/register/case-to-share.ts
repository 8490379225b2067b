/**
 * A case as it is shared: its filed documents first, in the order of the register, and without the person unless they
 * ask for it in so many words. Knows no schema, because the browser of the filer does the same.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseFile, Filing } from '../case/case-file.ts';
import { type Known, type PublicFacts, publicFactsOf } from './public-facts.ts';

/** `facts` is what lies in clear: one for each document that was filed, as they stand in `kept`. */
export type CaseToShare = { kept: CaseFile; facts: readonly PublicFacts[] };

/** Documents that were not filed yet come last: the register counts the first ones. */
export function caseToShare(library: Known, kept: CaseFile): CaseToShare {
  const all = kept.filings.map((filing) => ({ filing, facts: publicFactsOf(library, filing) }));
  const filed = all.flatMap(({ filing, facts }) => (facts ? [{ filing, facts }] : []));
  const others = all.flatMap(({ filing, facts }) => (facts ? [] : [filing]));
  return {
    kept: { ...kept, filings: [...filed.map(({ filing }) => filing), ...others] },
    facts: filed.map(({ facts }) => facts),
  };
}

/** Stands in a shared text where the name or the address stood. */
const leftOut = '[…]';

/** The case without name, address, e-mail and telephone: not beside the documents, and not in their texts. */
export function withoutPerson({ applicant, ...kept }: CaseFile): CaseFile {
  if (!applicant) return kept;
  const { lastName, firstName, patronymic, genitive, address, email, phone } = applicant;
  const names = [lastName, firstName, patronymic, genitive].flatMap((one) => one?.split(/[\s-]+/) ?? []);
  const patterns = [
    ...[address, email, phone].flatMap((one) => (one ? [asWritten(one)] : [])),
    ...names.filter((one) => one.length > 1).map(inAnyCase),
  ];
  return { ...kept, filings: kept.filings.map((one) => withoutWords(one, patterns)) };
}

function withoutWords(filing: Filing, patterns: readonly RegExp[]): Filing {
  const text = patterns.reduce((left, pattern) => left.replace(pattern, leftOut), filing.text);
  return text === filing.text ? filing : { ...filing, text, sha256: bytesToHex(sha256(utf8ToBytes(text))) };
}

function asWritten(words: string): RegExp {
  return new RegExp(words.trim().split(/\s+/).map(literal).join('\\s+'), 'giu');
}

/** A name with whatever ending Russian gives it: Иванова, Ивановой. Where it is short, it is left whole. */
function inAnyCase(name: string): RegExp {
  const stem =
    name.length > 4 ? name.replace(/[аеёийоуыьэюя]{1,2}$/iu, '') : name.replace(/[аеийоуыьэюя]$/iu, '');
  return new RegExp(`(?<![\\p{L}\\p{M}])${literal(stem)}\\p{L}{0,3}(?![\\p{L}\\p{M}])`, 'giu');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
