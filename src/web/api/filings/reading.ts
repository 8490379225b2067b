/** What a request brings: its body, its parameters, the version it was made from; or the problem to answer with. */
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { IsoDate } from '#domain/dates.ts';
import type { Problem } from '#domain/problem.ts';
import type { PublicEvent, PublicFacts } from '#domain/register/public-facts.ts';
import { weekOf } from '#domain/register/week.ts';
import { readBy } from '#domain/schema-problems.ts';
import { isJson, notJson, readJson } from '../json-body.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked } from './asked.ts';
import { idPattern } from './schemas.ts';

export type Read<T> = { ok: true; value: T } | { ok: false; response: Response };

export async function bodyBy<T>(c: Context, { t }: Asked, schema: z.ZodMiniType<T>): Promise<Read<T>> {
  if (!isJson(c.req.header('content-type'))) return { ok: false, response: problemResponse(c, t, 415) };
  const body = await readJson(c);
  if (body === notJson) return { ok: false, response: problemResponse(c, t, 400) };
  return checked(c, t, schema, body);
}

export function queryBy<T>(c: Context, { t }: Asked, schema: z.ZodMiniType<T>): Read<T> {
  return checked(c, t, schema, c.req.query());
}

function checked<T>(c: Context, t: Asked['t'], schema: z.ZodMiniType<T>, given: unknown): Read<T> {
  const read = readBy(schema, given);
  return read.ok ? read : { ok: false, response: problemResponse(c, t, 422, read.problems) };
}

/** The id in the address; '' where it cannot be one, which is nothing's. */
export function idIn(c: Context): string {
  const id = c.req.param('id') ?? '';
  return idPattern.test(id) ? id : '';
}

/** `path` is where the facts stand in the body: '' or `filings.0`. */
export function weekProblems(
  { filedWeek, events }: Pick<PublicFacts, 'filedWeek' | 'events'>,
  today: IsoDate,
  path = '',
): Problem[] {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const now = weekOf(today);
  if (filedWeek > now) return [{ path: at('filedWeek'), code: 'week-in-future' }];
  return events.flatMap(({ week }, index) => eventProblem(week, filedWeek, now, at(`events.${index}.week`)));
}

function eventProblem(week: PublicEvent['week'], filed: string, now: string, path: string): Problem[] {
  if (week > now) return [{ path, code: 'week-in-future' }];
  return week < filed ? [{ path, code: 'week-before-filed' }] : [];
}

/** Undefined without the header; 'any' for `*`; a version that never stands where it cannot be read. */
export function ifMatch(c: Context): number | 'any' | undefined {
  const header = c.req.header('if-match')?.trim();
  if (header === undefined) return undefined;
  if (header === '*') return 'any';
  return Number(/^"(\d{1,9})"$/.exec(header)?.[1] ?? -1);
}
