/** A changed case goes back into the register: sealed anew to all who may open it, its weeks in clear. */
import type { Context } from 'hono';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { clearFacts } from '#domain/register/sealed-case.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import type { Changed } from '#register/register.ts';
import { notHere } from '../closed.ts';
import { type DeskView, deskHref } from '../view.ts';
import { type Mine, showConflict } from './conflict.ts';
import { type OpenedCase, recipientsOf } from './opening.ts';

/** nothing-filed: the register counts what was filed, and the case would have none of it. `withoutScan` goes along with the change. */
async function store(
  view: DeskView,
  { record, byWeek, unsealed }: OpenedCase,
  facts: SealedFacts,
  version: number,
  withoutScan?: string,
): Promise<Changed | 'nothing-filed'> {
  const { following, site, staff, today } = view;
  const clear = clearFacts(site.library, facts.case, byWeek);
  if (clear.facts.length === 0) return 'nothing-filed';
  if (version !== record.version) return 'conflict';
  const sealed = await following.sealing.sealJson(
    { ...facts, case: clear.kept } satisfies SealedFacts,
    recipientsOf(view, record),
  );
  const content = { filings: [...clear.facts, ...unsealed.map(factsOf)], sealed };
  const { cases } = following.register;
  if (withoutScan === undefined) return cases.change(staff.actor, record.id, version, content, today);
  return cases.deleteScan(staff.actor, record.id, withoutScan, today, { version, content });
}

function factsOf({ template, authority, channel, filedWeek, events }: PublicFacts): PublicFacts {
  return { template, authority, channel, filedWeek, events };
}

/** The version of the case that the page of this form was made from. */
export function versionIn(view: DeskView): number {
  const typed = view.form.line('version');
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}

/** Stores what a form changed, and goes back to the case; where somebody else was faster, shows both. */
export async function storeAndShow(
  c: Context,
  view: DeskView,
  opened: OpenedCase,
  facts: SealedFacts,
  mine: Mine,
  where = '',
  withoutScan?: string,
): Promise<Response> {
  const result = await store(view, opened, facts, versionIn(view), withoutScan);
  if (result === 'gone') return notHere(c, view);
  if (result === 'conflict') return showConflict(c, view, opened, mine);
  const path = deskHref(view, `/case/${opened.record.id}`);
  return c.redirect(result === 'nothing-filed' ? `${path}?found=nothing-filed` : `${path}${where}`, 303);
}
