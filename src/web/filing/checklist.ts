/** One way to one office as a checklist: boxes to tick on the screen or on paper, one printed page, nothing kept. */
import type { Authority, FormLimits } from '#domain/authority.ts';
import type { GuideStep } from '#domain/filing/guide.ts';
import { numbered, shownSections, type Way, waysTo } from '#domain/filing/ways.ts';
import { type Html, html } from '#html.ts';
import { basisLines, basisMark, isBasisStale } from '../parts/basis.ts';
import { layout } from '../parts/layout.ts';
import { provenanceLine } from '../parts/provenance.ts';
import type { Reader } from '../parts/reader.ts';

export function checklistPage(reader: Reader, authority: Authority, way: Way): Html {
  const { site, t, language } = reader;
  const all = numbered(way);
  const number = (step: GuideStep) => all.indexOf(step) + 1;
  const main = html`<h1>${way.guide.name[language]}</h1>
<p class="lead">${way.guide.summary[language]}</p>
${whereTo(reader, authority, way)}
<p class="legend">${t('filing.legend')}${stale(reader, way)}</p>
${shownSections.map(
  (section) => html`<h2>${t(`filing.section.${section}`)}</h2>
<ol class="steps" start="${number(way.sections[section][0] ?? all[0] ?? never())}">${way.sections[
    section
  ].map(
    (step) => html`<li><input type="checkbox" id="step-${number(step)}" autocomplete="off">
<label for="step-${number(step)}"><span class="step-number">${number(step)}.</span> ${step.text[language]}&nbsp;${basisMark(reader, step.basis)}</label></li>`,
  )}</ol>`,
)}
<h2>${t('filing.section.problems')}</h2>
<ol class="troubles" start="${all.length - way.problems.length + 1}">${way.problems.map(
    (one) =>
      html`<li><strong>${one.text[language]}</strong> ${one.whatThen[language]}&nbsp;${basisMark(reader, one.basis)}</li>`,
  )}</ol>
<details class="sources"><summary>${t('filing.sources')}</summary>
${provenanceLine(t, language, way.office, reader.today)}
<ol>${all.map(({ basis }) => html`<li>${basisLines(reader, basis)}</li>`)}</ol></details>
<nav class="other-ways" aria-label="${t('filing.others')}">
<h2>${t('filing.others')}</h2>
<ul>${waysTo(site.library, authority)
    .filter(({ channel }) => channel !== way.channel)
    .map(
      ({ channel, guide }) =>
        html`<li><a href="/${language}/filing/${authority.id}/${channel}">${guide.name[language]}</a></li>`,
    )}
<li><a href="/${language}/filing">${t('filing.offices')}</a></li></ul></nav>`;
  return layout({
    ...reader,
    title: t('filing.tab'),
    main,
    path: `/filing/${authority.id}/${way.channel}`,
    style: 'filing.css',
  });
}

/** The office, the address of this way, what is so here alone, and the reason why an office is folded away. */
function whereTo({ t, language }: Reader, authority: Authority, { office }: Way): Html {
  const { where, limits, confidence, form } = office;
  return html`<div class="where-to">
<p><strong>${authority.name[language]}</strong>${language !== 'ru' && html` <span class="russian-name" lang="ru" dir="ltr">${authority.name.ru}</span>`}</p>
<p>${where === null ? html`<strong class="stale">${t('walk.authority.noAddress')}</strong>` : html`<bdi lang="ru" dir="ltr">${where}</bdi> <em class="${confidence === 'verified' ? 'sure' : 'stale'}">${t(`common.confidence.${confidence}`)}</em>`}</p>
<p>${limits[language]}</p>
${form && formLimits(t, form)}
${authority.offByDefault && html`<p class="caution">${authority.offByDefault[language]}</p>`}
</div>`;
}

/** What the form takes, as far as anybody knows. */
export function formLimits(t: Reader['t'], { characters, files }: FormLimits): Html {
  return html`<p>${
    characters
      ? t(characters.confidence === 'unverified' ? 'filing.form.oldCharacters' : 'filing.form.characters', {
          count: characters.value,
        })
      : t('filing.form.noCharacters')
  } ${
    files
      ? t('filing.form.files', {
          count: files.count,
          megabytes: files.megabytes,
          types: files.types.join(', '),
        })
      : t('filing.form.noFiles')
  }</p>`;
}

/** The numbers of the steps whose norm was read too long ago. */
function stale(reader: Reader, way: Way): Html | false {
  const numbers = numbered(way).flatMap(({ basis }, index) =>
    isBasisStale(reader, basis) ? [index + 1] : [],
  );
  return (
    numbers.length > 0 &&
    html` <strong class="stale">${reader.t('filing.stale', { steps: numbers.join(', ') })}</strong>`
  );
}

function never(): never {
  throw new Error('a checklist without steps');
}
