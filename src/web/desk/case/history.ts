/** Who did what with a case: from the audit log, in words. */
import { type Html, html } from '#html.ts';
import type { AuditEntry, Person } from '#register/register.ts';
import { loginOf } from '../register/filing-words.ts';
import type { DeskView } from '../view.ts';

/** What may stand in the log of one case. */
const told = [
  'sealed-viewed',
  'case-shared',
  'case-added',
  'case-changed',
  'case-assigned',
  'case-tagged',
  'case-scan-deleted',
  'case-withdrawn',
  'exported',
] as const;

export function historyLines(
  view: DeskView,
  entries: readonly AuditEntry[],
  people: readonly Person[],
): Html {
  const { t } = view;
  return html`<ul class="history">${entries.flatMap((one) => {
    const action = told.find((known) => known === one.action);
    if (!action) return [];
    const who =
      loginOf(people, one.person) ??
      t(one.person === null ? 'desk.case.history.filer' : 'desk.case.history.left');
    return [html`<li><bdi>${who}</bdi>: ${t(`desk.case.history.${action}`)}, ${moment(view, one.at)}</li>`];
  })}</ul>`;
}

/** Of what a filer did only the week is written down. */
function moment({ language }: DeskView, at: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(at)) return at;
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Moscow',
  });
  return format.format(new Date(at));
}
