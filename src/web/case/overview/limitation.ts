/** How long what was reported can still be prosecuted (УК 78), and what the last day means. */
import type { CaseTimeline } from '#domain/case/case-timeline.ts';
import type { LimitationDate } from '#domain/clock/limitation-dates.ts';
import { type Html, html } from '#html.ts';
import { longDate } from '../../parts/provenance.ts';
import type { CaseView } from '../view.ts';

export function limitation(view: CaseView, { limitation: all }: CaseTimeline): Html {
  const { t, language } = view;
  if (all.length === 0) return html`<p>${t('case.limitation.none')}</p>`;
  return html`<p>${t('case.limitation.lead')}</p>
<ul class="dates">${groups(all).map(
    (one) => html`<li class="date date-limitation-${one.state}">
<p><strong>${t(`case.limitation.state.${one.state}`)}</strong> ${one.state === 'running' && t('case.limitation.left', { count: one.daysLeft })}</p>
<p>${t(one.expires === one.expiresLast ? 'case.limitation.day' : 'case.limitation.days', { from: longDate(language, one.expires), to: longDate(language, one.expiresLast) })}</p>
<p lang="ru" dir="ltr">${one.citations.join('; ')}</p></li>`,
  )}</ul>
<p class="hint">${t('case.limitation.meaning')}</p>`;
}

type Group = LimitationDate & { citations: readonly string[] };

/** Counts that end on the same days stand together. */
function groups(all: readonly LimitationDate[]): Group[] {
  const found = new Map<string, Group>();
  for (const one of all) {
    const key = [one.state, one.expires, one.expiresLast].join();
    const before = found.get(key);
    found.set(key, { ...one, citations: [...(before?.citations ?? []), one.count.citation] });
  }
  return [...found.values()];
}
