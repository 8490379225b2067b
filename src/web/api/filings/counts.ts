/** Counts of an organisation's filings, exact for those who see the filings anyway; and the organisations themselves. */
import type { Context } from 'hono';
import { shownName, showsStatistics } from '#domain/register/member-organisation.ts';
import { type Dimension, dimensions, summed } from '#domain/register/statistics.ts';
import { staffMay } from '../../desk/staff.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked, StaffAsked } from './asked.ts';
import { idIn, queryBy } from './reading.ts';

export async function showStatistics(c: Context, asked: StaffAsked): Promise<Response> {
  const isExact = staffMay(asked.staff, 'read-exact-statistics');
  return counted(c, asked, asked.staff.actor.organisation, isExact);
}

/** For everybody, where the organisation wants it; elsewhere the address is as unknown as any. */
export async function showPublicStatistics(c: Context, asked: Asked): Promise<Response> {
  const id = idIn(c);
  const organisation = await asked.following.register.organisations.get(id);
  if (!showsStatistics(organisation)) return problemResponse(c, asked.t, 'record');
  return counted(c, asked, id, false);
}

/** Whom a case can be shared with. One that is banned as extremist is not there: its id may be its name. */
export async function listOrganisations(c: Context, { following }: Asked): Promise<Response> {
  const all = await following.register.organisations.all();
  return c.json(
    all.flatMap((one) => {
      const [ru, en] = [shownName(one, 'ru'), shownName(one, 'en')];
      if (ru === undefined || en === undefined) return [];
      const { id, statusInRussia, statusChecked, recipient, publicStatistics } = one;
      return [{ id, name: { ru, en }, statusInRussia, statusChecked, recipient, publicStatistics }];
    }),
  );
}

/** Whoever may not see exact counts gets the finest ones suppressed first, so that no other sum gives them away. */
async function counted(c: Context, asked: Asked, organisation: string, exact: boolean): Promise<Response> {
  const { following, site, t, schemas } = asked;
  const query = queryBy(c, asked, schemas.statistics);
  if (!query.ok) return query.response;
  const by = dimensionsIn(query.value.by);
  if (!by) return problemResponse(c, t, 422, [{ path: 'by', code: 'choice' }]);
  const { cases } = following.register;
  const today = site.today();
  const rows = exact
    ? await cases.statistics(organisation, by, today)
    : summed(await cases.toldStatistics(organisation, today), by);
  return c.json({ by, exact, rows });
}

function dimensionsIn(by: string): Dimension[] | undefined {
  const named = by === '' ? [] : by.split(',');
  const known = dimensions.filter((one) => named.includes(one));
  return known.length === named.length ? known : undefined;
}
