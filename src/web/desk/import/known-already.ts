/** Rows that may be in the register already: by week in clear; by number only where the key is open, for numbers are sealed. */
import type { ImportRow } from '#domain/register/import-row.ts';
import { type IsoWeek, weekOf } from '#domain/register/week.ts';
import { type Html, html } from '#html.ts';
import type { ListedFiling } from '#register/register.ts';
import { openedWith } from '../case/opening.ts';
import type { DeskView } from '../view.ts';

/** Pages of the register that are looked through for each document and office, and cases that are opened. */
const mostPages = 10;
const perPage = 200;
const mostOpened = 200;
/** Cases that are compared with one row. */
const mostAlike = 50;

export async function knownAlready(view: DeskView, rows: readonly ImportRow[]): Promise<Html | false> {
  const { t } = view;
  const likely = await sameWeek(view, rows);
  if (likely.size === 0) return false;
  const identity = await view.identity();
  const again = identity === undefined ? undefined : await sameNumber(view, rows, likely, identity);
  return html`<div class="caution"><p>${t('desk.import.sameWeek', { count: likely.size })} ${again === undefined && t('desk.import.sameWeekLocked')}</p>
${again && again.length > 0 && html`<p><strong>${t('desk.import.sameNumber', { rows: again.join(', ') })}</strong></p>`}</div>`;
}

/** Rows by number, with the cases that have the same document, office, channel and week. */
async function sameWeek(view: DeskView, rows: readonly ImportRow[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  const pairs = Map.groupBy(rows, ({ filing }) => `${filing.template} ${filing.authority}`);
  for (const of of pairs.values()) {
    const [first] = of;
    if (!first) continue;
    const inWeek = Map.groupBy(of, ({ filing }) => `${weekOf(filing.filed)} ${filing.channel}`);
    const [earliest = ''] = [...inWeek.keys()].sort();
    for (const one of await filedSince(view, first.filing, earliest.slice(0, 8)))
      for (const { row } of inWeek.get(`${one.filedWeek} ${one.channel}`) ?? [])
        found.set(row, [...(found.get(row) ?? []), one.caseId].slice(0, mostAlike));
  }
  return found;
}

async function filedSince(
  { following, staff, today }: DeskView,
  { template, authority }: { template: string; authority: string | null },
  week: IsoWeek,
) {
  const all: ListedFiling[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = {
      template,
      authority: authority ?? 'court',
      sort: 'filed' as const,
      after,
      limit: perPage,
    };
    const { filings, next } = await following.register.cases.list(staff.actor, query, today);
    all.push(...filings.filter(({ filedWeek }) => filedWeek >= week));
    if (next === null || (filings.at(-1)?.filedWeek ?? '') < week) break;
    after = next;
  }
  return all;
}

/** Rows whose registration number a case of the same week has too. */
async function sameNumber(
  view: DeskView,
  rows: readonly ImportRow[],
  likely: ReadonlyMap<number, readonly string[]>,
  identity: string,
): Promise<number[]> {
  const { cases, audit } = view.following.register;
  const { actor } = view.staff;
  const numbers = new Map<string, readonly string[]>();
  for (const id of [...new Set([...likely.values()].flat())].slice(0, mostOpened)) {
    const record = await cases.get(actor, id);
    const opened = record && (await openedWith(view, record, identity));
    if (!opened || typeof opened === 'string') continue;
    await audit.write(actor.organisation, { person: actor.person, action: 'sealed-viewed', subject: id });
    numbers.set(
      id,
      opened.facts.case.filings.flatMap(({ events }) => events.flatMap(({ number }) => number ?? [])),
    );
  }
  return rows.flatMap(({ row, filing }) => {
    const number = filing.events?.find(({ kind }) => kind === 'registered')?.number;
    const isThere = number !== undefined && likely.get(row)?.some((id) => numbers.get(id)?.includes(number));
    return isThere ? [row] : [];
  });
}
