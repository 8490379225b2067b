/** Lists for staff: filings by filter, the day's work, the audit log. */
import type { Context } from 'hono';
import { ourTurns } from '../../our-turn.ts';
import type { StaffAsked } from './asked.ts';
import { queryBy } from './reading.ts';

export async function listFilings(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site } = asked;
  const query = queryBy(c, asked, asked.schemas.list);
  if (!query.ok) return query.response;
  return c.json(await following.register.cases.list(staff.actor, query.value, site.today()));
}

export async function showToday(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site } = asked;
  const query = queryBy(c, asked, asked.schemas.today);
  if (!query.ok) return query.response;
  const { register } = following;
  const { limit } = query.value;
  const [lists, turns] = await Promise.all([
    register.cases.today(staff.actor, site.today(), limit),
    ourTurns(register, site.library, staff.actor, site.today()),
  ]);
  const filings = turns.slice(0, limit);
  return c.json({ ...lists, turn: { filings, count: turns.length } });
}

export async function listAudit(c: Context, asked: StaffAsked): Promise<Response> {
  const query = queryBy(c, asked, asked.schemas.audit);
  if (!query.ok) return query.response;
  const { before, limit } = query.value;
  const entries = await asked.following.register.audit.list(asked.staff.actor, before, limit);
  const last = entries.at(-1)?.seq ?? 1;
  return c.json({ entries, next: entries.length === limit && last > 1 ? last : null });
}
