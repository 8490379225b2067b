/** Which events: an episode of the library with its clock, or another publication that the person describes. */
import { episodesFor } from '#domain/library.ts';
import { type Html, html } from '#html.ts';
import { daysLeft } from '../../parts/clock.ts';
import { radios } from '../../parts/fields.ts';
import { provenanceLine } from '../../parts/provenance.ts';
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
