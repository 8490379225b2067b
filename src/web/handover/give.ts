/** The helper's page: what goes along and what never does, and the ways to pass it on. Nothing of it is kept. */
import type { Context } from 'hono';
import { handoverOf, handoverText } from '#domain/handover/handover.ts';
import { linkMark, packed } from '#domain/handover/packed.ts';
import type { Report } from '#domain/report.ts';
import { type Html, html } from '#html.ts';
import { complaintOf } from '../online/complaint-of.ts';
import { isByHand, value, withoutApplicant } from '../online/draft.ts';
import { stepNamed } from '../online/order.ts';
import type { View } from '../online/step.ts';
import { hiddenFields, show } from '../online/step-page.ts';
import { stepOf } from '../online/steps/list.ts';
import { originOf } from '../own-origin.ts';
import { copied } from '../parts/copied.ts';
import { layout } from '../parts/layout.ts';
import { placed } from '../parts/place.ts';
import { choices } from './choices.ts';

/** A name that tells nothing, nor when. */
const fileName = 'draft.json';

/** What messengers carry without a cut. */
const longLink = 2000;

const never = ['name', 'address', 'contact', 'date', 'gender', 'acknowledged', 'helper'] as const;

/** The choices as they amount to a document without a name; where they do not yet, the step that is to be mended. */
function withReport(c: Context, view: View, go: (report: Report) => Response | Promise<Response>) {
  const checked = complaintOf({ ...view, draft: withoutApplicant(view.draft) });
  if (checked.ok) return go(checked.value);
  const step = stepOf(checked.problems[0]?.path ?? '') ?? stepNamed('complaint');
  const problems = checked.problems.filter(({ path }) => stepOf(path) === step);
  return show(c, { ...view, problems }, step);
}

export function givePage(c: Context, view: View): Response | Promise<Response> {
  return withReport(c, view, (report) => c.html(String(page(c, view, report))));
}

export function giveFile(c: Context, view: View): Response | Promise<Response> {
  return withReport(c, view, (report) =>
    c.body(handoverText(handoverOf(report)), 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    }),
  );
}

function page(c: Context, view: View, report: Report): Html {
  const { site, t, language, draft } = view;
  const text = handoverText(handoverOf(report));
  const started = isByHand(draft) || value(draft, 'applicant.lastName') !== '';
  const main = html`<h1>${t('handover.give.title')}</h1>
<p>${t('handover.give.lead')}</p>
<p>${placed(site, t, 'walk.server', 'device.why')}</p>
<form id="step" method="post" action="/${language}/online/handover" autocomplete="off" novalidate>
${hiddenFields(draft, undefined)}
<h2>${t('handover.give.goes')}</h2>
${choices(view, report, false)}
<p class="caution">${t('handover.give.check')}</p>
<h2>${t('handover.give.never.title')}</h2>
<ul>${never.map((one) => html`<li>${t(`handover.give.never.${one}`)}</li>`)}</ul>
${sealing(view, text)}
${link(c, view, report)}
<h2>${t('handover.give.file.title')}</h2>
<p class="caution">${t('handover.give.file.warning')}</p>
<p><button class="secondary" formaction="/${language}/online/handover/file">${t('handover.give.file.button')}</button></p>
<p class="hint">${t('handover.give.file.hint')}</p>
<noscript><p class="hint">${t('handover.give.sealed.withoutScript')}</p></noscript>
<div class="buttons"><button class="secondary" formaction="/${language}/online/${started ? 'check' : 'words'}" name="move" value="stay">${t('common.back')}</button></div>
</form>`;
  return layout({
    site,
    language,
    t,
    title: t('handover.tab'),
    main,
    path: undefined,
    step: 'handover',
    formPath: '/online/handover',
    script: 'sealing.js',
    style: 'filing.css',
  });
}

/** Shown by the script that seals, on the helper's device. */
function sealing({ t }: View, text: string): Html {
  return html`<section data-seal data-name="${fileName}" hidden>
<h2>${t('handover.give.sealed.title')}</h2>
<p>${t('handover.give.sealed.text')}</p>
<input type="hidden" data-seal-text value="${text}">
<div class="field"><label for="f-seal">${t('case.save.sealed.label')}</label>
<div class="hint" id="f-seal-hint">${t('handover.give.sealed.hint')}</div>
<p class="wrong" id="f-seal-wrong" data-seal-short hidden>${t('case.save.sealed.short')}</p>
<input type="text" id="f-seal" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="f-seal-hint f-seal-wrong"></div>
<p class="hint">${t('case.save.sealed.forgot')}</p>
<div class="buttons"><button type="button" class="secondary" data-suggest>${t('case.save.sealed.suggest')}</button>
<button type="button" data-seal-link>${t('handover.give.sealed.link')}</button>
<button type="button" class="secondary" data-seal-button>${t('handover.give.sealed.file')}</button></div>
<p data-seal-busy role="status" hidden>${t('case.save.sealed.busy')}</p>
<p data-seal-done role="status" hidden>${t('handover.give.sealed.done')}</p>
<div data-sealed-link hidden>${copied(t, 'sealed-link', t('handover.give.sealed.linkLabel'), '', 5)}
<p class="hint">${t('handover.give.sealed.linkHint')}</p></div>
</section>`;
}

/** What comes after the sign `#` goes to no server; where no address is told, the browser puts its own in front. */
function link(c: Context, { site, t }: View, report: Report): Html {
  const known = originOf(c, site);
  const nowhere = site.place === 'kit' && known === '';
  const address = `${nowhere ? '' : `${known}/ru/write`}${linkMark}${packed(handoverOf(report))}`;
  return html`<h2>${t('handover.give.link.title')}</h2>
<p class="caution"><strong>${t('handover.give.link.caution')}</strong></p>
<div data-link="${site.publicUrl === undefined && !nowhere && 'here'}">${copied(t, 'link', t('handover.give.link.label'), address, 5)}</div>
<p class="hint">${t(nowhere ? 'handover.give.link.kit' : 'handover.give.link.hint')} ${t('handover.give.link.length', { count: address.length })}
${address.length > longLink && t('handover.give.link.long')}</p>`;
}
