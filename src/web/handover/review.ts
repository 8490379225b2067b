/** The filer's page, before anything is asked about them: every choice of the helper, the whole document, and what a signature means. */
import type { Context } from 'hono';
import { type Html, html } from '#html.ts';
import { complaintOf } from '../online/complaint-of.ts';
import { withoutApplicant } from '../online/draft.ts';
import { stepNamed } from '../online/order.ts';
import type { View } from '../online/step.ts';
import { hiddenFields, show } from '../online/step-page.ts';
import { answerFor } from '../online/steps/warning.ts';
import { layout } from '../parts/layout.ts';
import { placed } from '../parts/place.ts';
import { documentView } from '../parts/reading.ts';
import { choices } from './choices.ts';
import { choicesIn } from './draft-of.ts';

export function reviewPage(c: Context, given: View): Response | Promise<Response> {
  const view = { ...given, draft: choicesIn(given.draft) };
  const { site, t, language } = view;
  const checked = complaintOf({ ...view, draft: withoutApplicant(view.draft) });
  if (!checked.ok) return show(c, { ...view, problems: checked.problems }, stepNamed('check'));
  const report = checked.value;
  const main = html`<h1>${t('handover.review.title')}</h1>
<p class="lead">${t('handover.review.lead')}</p>
<p class="hint">${placed(site, t, 'walk.server', 'device.walk')}</p>
${
  report.filedFrom === 'abroad'
    ? html`<p class="caution">${t('handover.review.placeAbroad')}</p>`
    : html`<p>${t('handover.review.place')}</p>`
}
<form id="step" method="post" action="/${language}/online/handover/review" autocomplete="off" novalidate>
${hiddenFields(view.draft, undefined)}
${choices(view, report, true)}
<h2 id="document">${t('handover.review.document')}</h2>
<p class="hint">${t('handover.review.documentHint')}</p>
${documentView(view, report, t('handover.review.document'))}
${answer(view)}
<p>${t('handover.review.history')}</p>
<div class="buttons"><button name="move" value="next">${t('handover.review.next')}</button>
<a class="button secondary" href="/${language}/online">${t('handover.review.anew')}</a></div>
</form>`;
  const page = layout({
    site,
    language,
    t,
    title: t('handover.tab'),
    main,
    path: undefined,
    step: 'review',
    formPath: '/online/handover/review',
  });
  return c.html(String(page));
}

/** Whoever signs answers for it, not whoever prepared it. */
function answer(view: View): Html {
  return html`<h2>${view.t('walk.warning.title')}</h2>
<p class="caution"><strong>${view.t('handover.review.answer')}</strong></p>
${answerFor(view)}`;
}
