/** Filings after whose last word from the office the next one is ours, and no time limit of its own reminds of it: for pages and programs alike. */
import type { IsoDate } from '#domain/dates.ts';
import type { Library } from '#domain/library.ts';
import { nextInPublic } from '#domain/register/public-case.ts';
import type { Standing } from '#domain/register/standing.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import type { Actor, ListedFiling, Register, RegisteredFiling } from '#register/register.ts';

/** Answers after which somebody has to write again. */
export const turningAway = [
  'treated-as-appeal',
  'not-accepted',
  'returned',
  'transferred',
  'refused',
  'cancelled',
  'ruled',
] as const satisfies readonly Standing[];

/** Of each kind the newest are looked through; the rest are in the register. */
export const mostOfEach = 20;

/** Where a document may be written and none was since. What is overdue, due this week, or ours and about to end is not told twice. */
export async function ourTurns(
  { cases }: Pick<Register, 'cases'>,
  library: Library,
  actor: Actor,
  today: IsoDate,
): Promise<ListedFiling[]> {
  const pages = await Promise.all(
    turningAway.map((standing) => cases.list(actor, { standing, sort: 'filed', limit: mostOfEach }, today)),
  );
  const candidates = pages
    .flatMap(({ filings }) => filings)
    .filter(({ state }) => state === 'decided' || state === 'waiting')
    .filter(({ standing, ownWeek }) => standing !== 'ruled' || (ownWeek ?? '') > addWeeks(weekOf(today), 1));
  const ids = [...new Set(candidates.map(({ caseId }) => caseId))];
  const known = await cases.filingsOf(actor, ids);
  return candidates.filter((one) => mayBeWrittenTo(library, known.get(one.caseId) ?? [], one, today));
}

function mayBeWrittenTo(
  library: Library,
  filings: readonly RegisteredFiling[],
  one: ListedFiling,
  today: IsoDate,
): boolean {
  if (filedSince(filings, one).length > 0) return false;
  const { steps, beyond } = nextInPublic(library, filings, one.id, today);
  return beyond.length > 0 || steps.some(({ step }) => step.template !== null);
}

/** What the case holds beyond it, no older than it: whoever is overdue may have been written to already. */
export function filedSince(
  filings: readonly RegisteredFiling[],
  one: Pick<RegisteredFiling, 'id' | 'filedWeek'>,
): RegisteredFiling[] {
  const at = filings.findIndex(({ id }) => id === one.id);
  return filings.slice(at + 1).filter(({ filedWeek }) => filedWeek >= one.filedWeek);
}
