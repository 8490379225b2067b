/** GET /api/exports: all of an organisation's register, with its sealed facts as they lie there (JSON), or as a table. */

import type { Context } from 'hono';
import type { RegisteredCase } from '#register/register.ts';
import { noFormula } from '../../desk/export/csv.ts';
import type { StaffAsked } from './asked.ts';
import { queryBy } from './reading.ts';

export async function exportRegister(c: Context, asked: StaffAsked): Promise<Response> {
  const query = queryBy(c, asked, asked.schemas.exports);
  if (!query.ok) return query.response;
  const { register } = asked.following;
  const { actor } = asked.staff;
  const { format } = query.value;
  const pieces = (format === 'csv' ? csv : json)(register.cases.each(actor))[Symbol.asyncIterator]();
  const first = await pieces.next(); // a register that does not answer says so before the answer has begun
  await register.audit.write(actor.organisation, { person: actor.person, action: 'exported' });
  return c.body(streamed(first, pieces), 200, {
    'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
    'Content-Disposition': `attachment; filename="register.${format}"`,
  });
}

async function* json(cases: AsyncIterable<RegisteredCase>): AsyncGenerator<string> {
  let before = '{"format":"register","version":1,"cases":[\n';
  for await (const one of cases) {
    yield before + JSON.stringify(one);
    before = ',\n';
  }
  yield before.startsWith('{') ? `${before}]}\n` : '\n]}\n';
}

const columns = [
  'case',
  'filing',
  'template',
  'templateVersion',
  'authority',
  'channel',
  'filedWeek',
  'standing',
  'dueWeek',
  'ownWeek',
  'events',
  'assignee',
  'tags',
  'origin',
  'arrivedWeek',
  'changedWeek',
] as const;

/** With the mark by which spreadsheets know UTF-8, and semicolons, as they are set in Russia (RFC 4180 otherwise). */
async function* csv(cases: AsyncIterable<RegisteredCase>): AsyncGenerator<string> {
  yield `\ufeff${columns.join(';')}\r\n`;
  for await (const { id, filings, assignee, tags, origin, arrivedWeek, changedWeek } of cases)
    for (const one of filings) {
      const events = one.events.map(({ kind, week }) => `${kind} ${week}`).join(', ');
      const cells: Record<(typeof columns)[number], string | null> = {
        ...one,
        case: id,
        filing: one.id,
        events,
        assignee,
        tags: tags.join(', '),
        origin,
        arrivedWeek,
        changedWeek,
      };
      yield `${columns.map((name) => cell(cells[name] ?? '')).join(';')}\r\n`;
    }
}

/** In quotes, always. */
function cell(text: string): string {
  return `"${noFormula(text).replaceAll('"', '""')}"`;
}

function streamed(
  first: IteratorResult<string>,
  rest: AsyncIterator<string>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<string>> = Promise.resolve(first);
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await next;
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
      next = rest.next();
    },
    cancel: async () => {
      await rest.return?.();
    },
  });
}
