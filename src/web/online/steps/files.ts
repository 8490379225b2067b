/** The files, and what to do next. */
import { type Html, html } from '#html.ts';
import { checkboxes } from '../../parts/fields.ts';
import { placed } from '../../parts/place.ts';
import { longDate } from '../../parts/provenance.ts';
import { readingButtons } from '../../parts/reading.ts';
import { letterReveals, paperReveals, printReveals, waysReveal } from '../../parts/reveals.ts';
import { complaintOf } from '../complaint-of.ts';
import { isByHand } from '../draft.ts';
import { checklistLink, onTheWay } from '../on-the-way.ts';
import type { Step, View } from '../step.ts';

export const files: Step = { id: 'files', fields: [], title: 'walk.files.title', body };

const offered = ['docx', 'pdf', 'txt', 'html'] as const;

function body(view: View): Html {
  const { t, language } = view;
  const checked = complaintOf(view);
  if (!checked.ok) return html`<p>${t('walk.check.incomplete')}</p>`;
  const complaint = checked.value;
  const byHand = isByHand(view.draft);
  const date = longDate(language, complaint.date);
  return html`<p>${t('walk.files.lead')}</p>
<ul class="files">${offered.map((format) => fileButton(view, format, byHand))}
<li><button class="secondary" formaction="/${language}/online/print" formtarget="_blank">${t('walk.files.print.label')}</button>
<p class="hint">${placed(view.site, t, 'walk.files.print.hint', 'device.print')}</p>
${printReveals(t)}</li>
${
  !byHand &&
  html`<li><button class="secondary" formaction="/${language}/online/sheet" formtarget="_blank">${t('walk.files.sheet.label')}</button>
<p class="hint">${t('walk.files.sheet.hint')}</p></li>`
}</ul>
<p class="hint">${t('reveals.lead')} ${t(byHand ? 'walk.files.insideByHand' : 'walk.files.inside')}</p>
${waysReveal(t)}
${readingButtons(view, complaint, `/${language}/online/reading`)}
${keepCase(view, byHand)}
<h2>${t('walk.files.next.title')}</h2>
<ol class="next">
${(['print', ...(byHand ? (['fill', 'signByHand'] as const) : (['sign'] as const))] as const).map((one) => html`<li>${t(`walk.files.next.${one}`, { date })}</li>`)}
<li>${t('walk.files.next.way')} ${checklistLink(view, complaint)}</li>
<li>${t('walk.files.next.delete')} <a href="/${language}/clear" target="_blank" rel="noopener">${t('clear.link')}</a></li>
</ol>
<p class="hint">${t('walk.files.next.practice')}</p>
${onTheWay(view, complaint)}
${paperReveals(t, byHand, true)}`;
}

/** The case begins here; whether the name goes into its file is the person's choice, and off. */
function keepCase({ t, language }: View, byHand: boolean): Html {
  return html`<section class="keep"><h2>${t('case.keep.title')}</h2>
<p>${t('case.keep.text')}</p>
${
  !byHand &&
  checkboxes({
    name: 'keepNamed',
    label: t('case.keep.legend'),
    values: [],
    options: [{ value: 'yes', label: t('case.keep.named'), hint: t('case.keep.hint') }],
  })
}
<p><button class="secondary" formaction="/${language}/case/keep">${t('case.keep.button')}</button></p>
<p class="hint"><a href="/${language}/case">${t('case.keep.open')}</a></p></section>`;
}

/** Of a format that this server makes: not every machine can make PDF. */
function fileButton(
  { site, t, language }: View,
  format: (typeof offered)[number],
  byHand: boolean,
): Html | false {
  return (
    Object.hasOwn(site.formats, format) &&
    html`<li><button formaction="/${language}/online/file" name="format" value="${format}">${t(`walk.files.${format}.label`)}</button>
<p class="hint">${t(`walk.files.${format}.hint`)}</p>
${letterReveals(t, format, byHand)}</li>`
  );
}
