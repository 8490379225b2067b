/** A case by its number: its id, or the beginning of it that stands in the lists and in the audit log. */
import { type Html, html } from '#html.ts';
import { textField } from '../../parts/fields.ts';
import { type DeskView, deskHref } from '../view.ts';
import { caseNumber } from './filing-words.ts';

/** Pages of the register that are looked through for the beginning of a number; the whole one needs none. */
const mostPages = 25;
const perPage = 200;

/** The id of the case; undefined where there is none, or several begin so. */
export async function caseNumbered(view: DeskView, typed: string): Promise<string | undefined> {
  const { following, staff, today } = view;
  const number = typed.trim().toLowerCase();
  if (!/^[0-9a-f]{8}[0-9a-f-]*$/.test(number)) return undefined;
  const whole = await following.register.cases.get(staff.actor, number);
  if (whole) return whole.id;
  const found = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = { sort: 'filed' as const, after, limit: perPage };
    const { filings, next } = await following.register.cases.list(staff.actor, query, today);
    for (const { caseId } of filings) if (caseId.startsWith(number)) found.add(caseId);
    if (next === null) break;
    after = next;
  }
  const [one] = found;
  return found.size === 1 ? one : undefined;
}

/** `typed` is what no case was found by. */
export function findForm(view: DeskView, typed?: string): Html {
  const { t } = view;
  const error = typed === undefined ? undefined : t('desk.register.find.none');
  return html`<details class="filter" ${error ? html`open` : false}><summary>${t('desk.register.find.title')}</summary>
<form method="get" action="${deskHref(view, '/register')}" autocomplete="off" novalidate>
${textField(t, { name: 'number', label: t('desk.register.find.label'), hint: t('desk.register.find.hint'), value: typed ?? '', narrow: true, error })}
<div class="buttons"><button class="secondary">${t('desk.register.find.button')}</button></div>
</form></details>`;
}

/** The number as it stands in a list. */
export function numberOf({ t }: Pick<DeskView, 't'>, id: string): Html {
  return html`<span class="hint case-number">${t('desk.register.number')} <code>${caseNumber(id)}</code></span>`;
}
