/** Where the office did something after which the next word is ours, and no time limit of its own reminds of it. */
import { nextInPublic } from '#domain/register/public-case.ts';
import type { Standing } from '#domain/register/standing.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import { type Html, html } from '#html.ts';
import type { ListedFiling, RegisteredCase, RegisteredFiling } from '#register/register.ts';
import { type DeskView, deskHref } from '../view.ts';

/** Answers after which somebody has to write again. */
const turningAway = [
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

/** What stands in the lists above is not said twice: overdue, due this week, our own time that is about to end. */
export async function turnedAway({ following, staff, today }: DeskView): Promise<ListedFiling[]> {
  const pages = await Promise.all(
    turningAway.map((standing) =>
      following.register.cases.list(staff.actor, { standing, sort: 'filed', limit: mostOfEach }, today),
    ),
  );
  return pages
    .flatMap(({ filings }) => filings)
    .filter(({ state }) => state === 'decided' || state === 'waiting')
    .filter(({ standing, ownWeek }) => standing !== 'ruled' || (ownWeek ?? '') > addWeeks(weekOf(today), 1));
}

/** True where a document may be written, and none was since. */
export function isOurTurn(
  { site, today }: DeskView,
  { filings }: RegisteredCase,
  one: ListedFiling,
): boolean {
  if (filedSince(filings, one).length > 0) return false;
  const { steps, beyond } = nextInPublic(site.library, filings, one.id, today);
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

export function ourTurn(view: DeskView, lines: readonly Html[]): Html {
  const { t } = view;
  return html`<section class="today-list"><h2 id="turn">${t('desk.today.turn.title')} <span class="count">${lines.length}</span></h2>
<p class="hint">${t('desk.today.turn.about', { count: mostOfEach })}</p>
${lines.length === 0 ? html`<p class="hint">${t('desk.today.turn.none')}</p>` : html`<ul class="work-lines">${lines}</ul>`}
<p>${t('desk.today.turn.all')}</p>
<p class="today-summary">${turningAway.map((one) => html`<a href="${deskHref(view, `/register?standing=${one}`)}">${t(`desk.register.standings.${one}`)}</a> `)}</p></section>`;
}
