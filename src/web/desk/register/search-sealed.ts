/**
 * A search through sealed facts: case by case they are opened in memory, looked through and forgotten. The log is told that
 * a search was made and how many cases it opened; what was looked for is written nowhere.
 */
import { type Place, placesOf, type Wanted } from '#domain/register/sealed-search.ts';
import type { DeskView } from '../view.ts';
import { type Filter, queryOf } from './filter.ts';

/** Cases that one press opens, 300 to 900 a second as they are long and others work; and milliseconds, where that is too slow. */
const mostLooked = 1000;
const longest = 8000;
/** More are no answer: the words say too little. */
const mostHits = 40;
const perPage = 50;
/** After so many milliseconds others are served. */
const turn = 10;

export type Hit = { id: string; places: readonly Place[] };

export type Searched = {
  hits: readonly Hit[];
  /** Cases that were opened. */
  looked: number;
  /** Cases that the key does not open, or that hold something else. */
  unreadable: number;
  /** Where to go on; null at the end. */
  next: string | null;
};

/** The newest first, within `filter`, from `after` on; as far as one press goes. */
export async function searchSealed(
  view: DeskView,
  identity: string,
  wanted: Wanted,
  filter: Filter,
  after: string | undefined,
): Promise<Searched> {
  const { following, staff, today } = view;
  const { cases, audit } = following.register;
  const hits: Hit[] = [];
  const seen = new Set<string>();
  const begun = performance.now();
  let since = begun;
  let unreadable = 0;
  let next = after ?? null;
  try {
    do {
      const query = { ...queryOf(view, filter, next ?? undefined, perPage), sort: 'filed' as const };
      const page = await cases.list(staff.actor, query, today);
      const ids = new Set(page.filings.map(({ caseId }) => caseId).filter((id) => !seen.has(id)));
      const sealed = await cases.sealedOf(staff.actor, [...ids]);
      for (const id of ids) {
        seen.add(id);
        const text = await following.sealing.open(sealed.get(id) ?? '', identity);
        const places = text === undefined ? undefined : placesOf(wanted, text);
        if (!places) unreadable++;
        else if (places.length > 0) hits.push({ id, places });
        if (performance.now() - since < turn) continue;
        await new Promise((others) => setTimeout(others));
        since = performance.now();
      }
      next = page.next;
    } while (next !== null && seen.size < mostLooked && hits.length < mostHits && since - begun < longest);
  } finally {
    const { organisation, person } = staff.actor;
    if (seen.size > 0)
      await audit.write(organisation, { person, action: 'sealed-searched', subject: String(seen.size) });
  }
  return { hits, looked: seen.size, unreadable, next };
}
