/** How much time is left: the limitation clock in one sentence. */

import type { Episode } from '#domain/episode.ts';
import { limitations } from '#domain/limitation.ts';
import { actsOf } from '#domain/report.ts';
import type { ReportTemplate } from '#domain/template.ts';
import { type Html, html, nothing } from '#html.ts';
import { longDate } from './provenance.ts';
import type { Reader } from './reader.ts';

/** The first limitation period of this complaint to run out, and how long that is away. */
export function daysLeft(reader: Reader, template: ReportTemplate, one: Episode): Html {
  const { t, site, language, today } = reader;
  const held = limitations(site.library.counts, actsOf(template, one, undefined), today).filter(
    ({ state }) => state === 'running' || state === 'partly',
  );
  const next = held
    .map(({ lastDayOfFirst, lastDayOfLast, state }) => (state === 'running' ? lastDayOfFirst : lastDayOfLast))
    .sort()[0];
  if (next === undefined) return nothing;
  const first = held.find((each) => each.lastDayOfFirst === next);
  return first
    ? html`<p class="clock">${t('walk.episode.clock', { count: first.daysLeft, date: longDate(language, next) })}</p>`
    : html`<p class="clock">${t('walk.episode.clockPartly', { date: longDate(language, next) })}</p>`;
}
