/** Where it was published: sources of the episode with their status in Russia, and the person's own. */
import { actKinds } from '#domain/act-kinds.ts';
import { answerLimits } from '#domain/answers.ts';
import type { Publication } from '#domain/episode.ts';
import { found } from '#domain/library.ts';
import { offeredSources } from '#domain/source-check.ts';
import { quoted } from '#domain/typography.ts';
import { type Html, html, nothing } from '#html.ts';
import { checkboxes, type Option, textField } from '../../parts/fields.ts';
import { longDate, provenanceLine } from '../../parts/provenance.ts';
import { comma } from '../../parts/punctuation.ts';
import { ownSourceCount, sourcesMarker, value, values } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const sources: Step = {
  id: 'sources',
  fields: [
    'answers.sources',
    'answers.ownSources',
    'answers.reports',
    'answers.acts',
    'answers.printouts',
    'sourcesFor',
  ],
  title: 'walk.sources.title',
  body,
};

function body(view: View): Html {
  const { t, draft, episode, template } = view;
  if (!episode || !template) return nothing;
  const marker = sourcesMarker(draft);
  const seen = value(draft, 'sourcesFor') === marker;
  const offered = offeredSources(
    view.site.library,
    template,
    episode,
    value(draft, 'filedFrom') === 'abroad' ? 'abroad' : 'russia',
  );
  const recommended = offered.filter((one) => one.recommended).map(({ id }) => id);
  return html`<input type="hidden" name="sourcesFor" value="${marker}">
${
  offered.length > 0 &&
  checkboxes({
    name: 'answers.sources',
    label: t('walk.sources.legend'),
    hint: html`<p>${t('walk.sources.hint')}</p><p>${t('walk.sources.status')}</p>`,
    error: errorOf(view, 'answers.sources'),
    values: seen ? values(draft, 'answers.sources') : recommended,
    options: offered.map((source) => option(view, source)),
  })
}
${episode.open ? described(view) : describedElsewhere(view)}
${ownSources(view, episode.open)}
${checkboxes({
  name: 'answers.printouts',
  label: t('walk.sources.printouts.legend'),
  values: !seen || value(draft, 'answers.printouts') === 'yes' ? ['yes'] : [],
  options: [
    { value: 'yes', label: t('walk.sources.printouts.label'), hint: t('walk.sources.printouts.hint') },
  ],
})}`;
}

function option({ site, t, language, today }: View, source: Publication): Option {
  const publisher = found(site.library.organisations, source.publisher);
  const outlet = source.outletQuoted ? quoted(source.outlet) : source.outlet;
  return {
    value: source.id,
    label: html`<span lang="ru" dir="ltr">${source.title === null ? outlet : `${quoted(source.title)}, ${outlet}`}</span>${comma(t)}${longDate(language, source.date)}`,
    hint: html`<p>${source.about[language]}</p>
<p><strong>${t(`common.status.${publisher.statusInRussia}`)}</strong>
${t('common.provenance.checked', { date: longDate(language, publisher.checked) })}</p>`,
    more: {
      label: t('common.more'),
      text: html`${publisher.note && html`<p>${publisher.note[language]}</p>`}
${source.url && html`<p><bdi>${source.url}</bdi></p>`}
${source.note && html`<p>${source.note[language]}</p>`}
${provenanceLine(t, language, source, today)}`,
    },
  };
}

/** What the person described for an event of their own is kept while they look at another. */
function describedElsewhere({ draft }: View): Html[] {
  const fields = ['answers.reports', 'answers.acts.kinds', 'answers.acts.from', 'answers.acts.to'];
  return fields.flatMap((name) =>
    values(draft, name).map((given) => html`<input type="hidden" name="${name}" value="${given}">`),
  );
}

/** An episode that the person describes: what the publication reports, which acts, when. */
function described(view: View): Html {
  const { t, draft, template } = view;
  const kinds = actKinds.filter((kind) => template?.matter.acts.includes(kind));
  return html`${textField(t, {
    name: 'answers.reports',
    label: t('walk.sources.reports.label'),
    hint: t('walk.sources.reports.hint'),
    value: value(draft, 'answers.reports'),
    error: errorOf(view, 'answers.reports'),
    max: answerLimits.reports,
    rows: 7,
    lang: 'ru',
  })}
${
  kinds.length > 1 &&
  checkboxes({
    name: 'answers.acts.kinds',
    label: t('walk.sources.kinds.legend'),
    hint: t('walk.sources.kinds.hint'),
    values: values(draft, 'answers.acts.kinds'),
    error: errorOf(view, 'answers.acts.kinds') ?? errorOf(view, 'answers.acts'),
    options: kinds.map((kind) => ({ value: kind, label: t(`walk.sources.kinds.${kind}`) })),
  })
}
${(['from', 'to'] as const).map((end) =>
  textField(t, {
    name: `answers.acts.${end}`,
    label: t(`walk.sources.acts.${end}`),
    hint: t('common.field.date'),
    type: 'date',
    value: value(draft, `answers.acts.${end}`),
    error: errorOf(view, `answers.acts.${end}`),
    narrow: true,
    optional: end === 'to',
  }),
)}`;
}

function ownSources(view: View, needed: boolean): Html {
  const { t, draft, blankSources } = view;
  const typed = ownSourceCount(draft);
  const shown = Math.min(answerLimits.ownSources, Math.max(typed + blankSources, needed ? 1 : 0));
  const wrong = errorOf(view, 'answers.ownSources');
  return html`<h2>${t(needed ? 'walk.sources.own.titleNeeded' : 'walk.sources.own.title')}</h2>
<p>${t('walk.sources.own.caution')}</p>
${wrong && html`<p class="wrong" id="f-answers-ownSources">${wrong}</p>`}
${Array.from({ length: shown }, (_, index) => ownSource(view, index))}
${
  shown < answerLimits.ownSources &&
  html`<p><button class="secondary" name="move" value="add-source" formnovalidate>${t('walk.sources.own.add')}</button></p>`
}`;
}

function ownSource(view: View, index: number): Html {
  const { t, draft } = view;
  const field = (
    name: 'title' | 'outlet' | 'date' | 'issue' | 'url',
    more: { optional?: boolean; type?: 'date' | 'url'; max?: number; lang?: string },
  ) => {
    const path = `answers.ownSources.${index}.${name}`;
    return textField(t, {
      name: path,
      label: t(name === 'title' ? 'walk.sources.own.headline' : `walk.sources.own.${name}`),
      hint: name === 'date' ? t('common.field.date') : undefined,
      value: value(draft, path),
      error: errorOf(view, path),
      ...more,
    });
  };
  return html`<fieldset class="group"><legend>${t('walk.sources.own.legend', { number: index + 1 })}</legend>
${field('title', { max: answerLimits.title, lang: 'ru' })}
${field('outlet', { max: answerLimits.outlet, lang: 'ru' })}
${field('date', { type: 'date' })}
${field('issue', { optional: true, max: answerLimits.issue, lang: 'ru' })}
${field('url', { optional: true, max: answerLimits.url })}
</fieldset>`;
}
