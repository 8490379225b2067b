/** What should be written next and cannot be made out of this case: papers that came in without the report they began with. */
import { type CaseTimeline, isKnown, timelineRequest } from '#domain/case/case-timeline.ts';
import { timeline } from '#domain/clock/timeline.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../../content-text.ts';
import type { DeskView } from '../view.ts';
import type { OpenedCase } from './opening.ts';

/** False where something can be made, or nothing is to be written. */
export function beyondThisCase(view: DeskView, { facts }: OpenedCase, { next }: CaseTimeline): Html | false {
  const { site, language, t, today } = view;
  const { library } = site;
  if (next.length > 0) return false;
  const steps = facts.case.filings
    .filter((one) => isKnown(library, one))
    .flatMap((filing) => {
      const all = timeline(library, timelineRequest(library, facts.case, filing, today)).next;
      return all.flatMap(({ step }) => {
        const template = library.templates.get(step.template ?? '');
        const isMade = facts.case.filings.some((one) => one.template === step.template);
        return template && !isMade ? [{ step, title: templateText(template, language).title }] : [];
      });
    });
  return (
    steps.length > 0 &&
    html`<ul class="next-documents">${steps.map(
      ({ step, title }) => html`<li class="next-document"><p><strong>${title}</strong></p>
<p>${step.why[language]}</p></li>`,
    )}</ul>
<p class="caution">${t('desk.today.beyond')}</p>`
  );
}
