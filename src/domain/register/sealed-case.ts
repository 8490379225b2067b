/** What came out of a seal: the facts of a case, with what the register knows of it by weeks alone. */

import type { CaseFile } from '../case/case-file.ts';
import { isObject } from '../case/migrations.ts';
import { openCase } from '../case/open-case.ts';
import type { Library } from '../library.ts';
import { parsedJson } from '../parsed-json.ts';
import { caseToShare } from './case-to-share.ts';
import { type PublicEvent, type PublicFacts, publicFactsOf } from './public-facts.ts';
import { type SealedFacts, sealedFacts } from './sealed-facts.ts';

export type ReadFacts = { facts: SealedFacts; altered: readonly string[] };

/** Undefined where the text is not what a register seals: another program may have written it. */
export function readSealedFacts(library: Library, text: string): ReadFacts | undefined {
  const given = parsedJson(text);
  if (!isObject(given)) return undefined;
  const kept = openCase(JSON.stringify(given.case ?? ''));
  const read = sealedFacts.safeParse({ ...given, case: kept.ok ? kept.value : undefined });
  if (!kept.ok || !read.success) return undefined;
  return {
    facts: { ...read.data, case: caseToShare(library, read.data.case).kept },
    altered: kept.altered,
  };
}

/** Events of which the register knows the week and the case no day, by id of the document in the case. */
export type WeekOnly = ReadonlyMap<string, readonly PublicEvent[]>;

/** Documents that were filed stand first in both, in the same order. */
export function weekOnly(library: Library, filings: readonly PublicFacts[], kept: CaseFile): WeekOnly {
  return new Map(
    filings.flatMap(({ events }, at) => {
      const filing = kept.filings[at];
      const known = filing && publicFactsOf(library, filing)?.events;
      return filing && known ? [[filing.id, without(events, known)] as const] : [];
    }),
  );
}

/** Documents of which the register says something else in clear than is sealed, by their id in the case. */
export function contradicted<Facts extends PublicFacts>(
  library: Library,
  filings: readonly Facts[],
  kept: CaseFile,
): ReadonlyMap<string, Facts> {
  const same = ['template', 'authority', 'channel', 'filedWeek'] as const;
  return new Map(
    filings.flatMap((one, at) => {
      const filing = kept.filings[at];
      const known = filing && publicFactsOf(library, filing);
      return filing && known && same.some((name) => known[name] !== one[name]) ? [[filing.id, one]] : [];
    }),
  );
}

/** Documents that the register knows and the case does not: whoever sealed it left them out. */
export function notSealed<Facts extends PublicFacts>(
  library: Library,
  filings: readonly Facts[],
  kept: CaseFile,
): Facts[] {
  return filings.slice(caseToShare(library, kept).facts.length);
}

/** What is to lie in clear of a case, what is known by weeks alone included. */
export function clearFacts(
  library: Library,
  kept: CaseFile,
  before: WeekOnly,
): { kept: CaseFile; facts: readonly PublicFacts[] } {
  const shared = caseToShare(library, kept);
  const facts = shared.facts.map((one, at) => {
    const more = without(before.get(shared.kept.filings[at]?.id ?? '') ?? [], one.events);
    return { ...one, events: [...one.events, ...more] };
  });
  return { kept: shared.kept, facts };
}

/** Each of `known` takes away one of the same kind and week. */
function without(events: readonly PublicEvent[], known: readonly PublicEvent[]): PublicEvent[] {
  const left = [...known];
  return events.filter(({ kind, week }) => {
    const at = left.findIndex((one) => one.kind === kind && one.week === week);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
