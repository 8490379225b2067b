/** POST /api/imports: a table of filings, all of it or nothing; with `dryRun=true` only what would be wrong is told. */
import type { Context } from 'hono';
import type { Language } from '#domain/language.ts';
import { type ImportProblem, importColumns } from '#domain/register/import-row.ts';
import type { Texts } from '#i18n.ts';
import { contentOf, readImport } from '../../desk/import/read-import.ts';
import { mostColumns } from '../../desk/import/table.ts';
import { languageOf } from '../../negotiate.ts';
import { isJson } from '../json-body.ts';
import { problemResponse } from '../problem-details.ts';
import type { StaffAsked } from './asked.ts';
import { onceOf } from './changing.ts';
import { bodyBy, queryBy, type Read } from './reading.ts';

export async function importTable(c: Context, asked: StaffAsked): Promise<Response> {
  const { site, following, staff, t, plan } = asked;
  const query = queryBy(c, asked, asked.schemas.imports);
  if (!query.ok) return query.response;
  if (plan?.done) return imported(c, plan.done);
  const table = await tableIn(c, asked);
  if (!table.ok) return table.response;
  const { organisation, person } = staff.actor;
  const { recipient, tags = [] } = (await following.register.organisations.get(organisation)) ?? {};
  if (!recipient) return problemResponse(c, t, 422, [{ path: '', code: 'no-key' }]);
  const today = site.today();
  const { rows, problems, warnings } = await readImport(site.library, table.value, today, site.texts, tags);
  const told = (all: readonly ImportProblem[]) =>
    all.map((one) => described(site.texts, languageOf(c.req.raw.headers), one));
  if (problems.length > 0)
    return problemResponse(c, t, 422, undefined, { members: { errors: told(problems) } });
  if (query.value.dryRun === 'true')
    return c.json({ dryRun: true, rows: rows.length, warnings: told(warnings) });
  const by = (await following.register.people.get(person))?.login ?? '';
  const wrote = { today, by, newId: () => crypto.randomUUID() };
  const contents = [];
  for (const row of rows)
    contents.push(await contentOf(site.library, row, following.sealing, [recipient], wrote));
  const once = await onceOf(plan, contents.length);
  return imported(c, await following.register.cases.addAll(staff.actor, contents, today, once));
}

/** One case for each row. */
function imported(c: Context, cases: readonly string[]): Response {
  return c.json({ dryRun: false, rows: cases.length, cases }, 201);
}

/** As CSV, whatever encoding a spreadsheet gave it, or as JSON: a list of rows by the ids of columns. */
async function tableIn(c: Context, asked: StaffAsked): Promise<Read<string | Uint8Array>> {
  const type = c.req.header('content-type');
  if (/^text\/csv\s*(?:;|$)/i.test(type ?? ''))
    return { ok: true, value: new Uint8Array(await c.req.arrayBuffer()) };
  if (!isJson(type)) return { ok: false, response: problemResponse(c, asked.t, 415) };
  const read = await bodyBy(c, asked, asked.schemas.rows);
  if (!read.ok) return read;
  const names = new Set([...importColumns, ...read.value.rows.flatMap((row) => Object.keys(row))]);
  const heading = [...names].slice(0, mostColumns); // one that is unknown is among them, and is told
  const lines = [heading, ...read.value.rows.map((row) => heading.map((one) => row[one] ?? ''))];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return { ok: true, value: lines.map((cells) => cells.map(quoted).join(';')).join('\r\n') };
}

/** The desk's words for a row: it speaks two languages, whoever reads another gets English. */
function described(texts: Texts, language: Language, { row, column, code, params }: ImportProblem) {
  const message = texts(language === 'ru' ? 'ru' : 'en')(`desk.import.code.${code}`, params);
  return { row, column, code, message };
}
