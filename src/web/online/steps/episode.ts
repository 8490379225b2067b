/** What happened: an episode of the library with its clock, or another publication that the person describes. */
import { actsOf } from '#domain/complaint.ts';
import type { Episode } from '#domain/episode.ts';
import { episodesFor } from '#domain/library.ts';
import { limitations } from '#domain/limitation.ts';
import type { Template } from '#domain/template.ts';
import { type Html, html, nothing } from '#html.ts';
import { radios } from '../../parts/fields.ts';
import { longDate, provenanceLine } from '../../parts/provenance.ts';
import { value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const episode: Step = {
  id: 'episode',
  fields: ['answers.episode'],
  title: 'walk.episode.title',
  body,
};

function body(view: View): Html {
  const { t, site, template, language, today } = view;
  const episodes = template ? episodesFor(site.library, template) : [];
  return radios({
    name: 'answers.episode',
    label: t('walk.episode.legend'),
    error: errorOf(view, 'answers.episode'),
    value: value(view.draft, 'answers.episode'),
    options: episodes.map((one) => ({
      value: one.id,
      label: one.title[language],
      hint: html`<p>${one.summary[language]}</p>
${template && daysLeft(view, template, one)}`,
      more: one.open ? undefined : { label: t('common.more'), text: provenanceLine(t, language, one, today) },
    })),
  });
}

/** The first limitation period of this complaint to run out, and how long that is away. */
export function daysLeft(
  view: Pick<View, 'site' | 't' | 'language' | 'today'>,
  template: Template,
  one: Episode,
): Html {
  const { t, site, language, today } = view;
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
