/** Who did what with a case: from the audit log, in words. */
import { type Html, html } from '#html.ts';
import type { AuditEntry, Person } from '#register/register.ts';
import { momentText } from '../audit/moment.ts';
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

/** The newest are read; the rest open. */
const newest = 6;

export function historyLines(
  view: DeskView,
  entries: readonly AuditEntry[],
  people: readonly Person[],
): Html {
  const { t } = view;
  const lines = entries.flatMap((one) => lineOf(view, one, people) ?? []);
  const older = lines.slice(newest);
  return html`<ul class="history">${lines.slice(0, newest)}</ul>
${older.length > 0 && html`<details><summary>${t('desk.case.history.older', { count: older.length })}</summary><ul class="history">${older}</ul></details>`}`;
}

function lineOf({ t, language }: DeskView, one: AuditEntry, people: readonly Person[]): Html | undefined {
  const action = told.find((known) => known === one.action);
  if (!action) return undefined;
  const who =
    loginOf(people, one.person) ??
    t(one.person === null ? 'desk.case.history.filer' : 'desk.case.history.left');
  return html`<li><bdi>${who}</bdi>: ${t(`desk.case.history.${action}`)}, ${momentText(language, t, one.at)}</li>`;
}
