/** Papers for the way of a follow-up: to an office; a court has a registry, and no form of ours fits it. */
import type { Context } from 'hono';
import type { Dispatch } from '#domain/filing/paper.ts';
import { available } from '#domain/follow-up/annexes.ts';
import type { FollowUp } from '#domain/follow-up/follow-up.ts';
import { type Html, html } from '#html.ts';
import { paperFile } from '../../paper-file.ts';
import { paperItems } from '../../parts/on-the-way.ts';
import { showOverview } from '../overview/page.ts';
import { type CaseView, pathIn } from '../view.ts';
import { askedIn, readAsked } from './asked.ts';
import { showDocument } from './page.ts';

/** The paper that the button names; where something is missing, the questions. */
export function documentPaper(c: Context, view: CaseView): Response | Promise<Response> {
  const asked = askedIn(view);
  if (!asked) return showOverview(c, view);
  const read = readAsked(view, asked);
  if (!read.ok) return showDocument(c, { ...view, problems: read.problems }, asked);
  const dispatch = dispatchOf(read.value);
  return dispatch ? paperFile(c, view, dispatch, view.form.line('paper')) : showOverview(c, view);
}

/** The buttons, where the document goes to an office. */
export function paperButtons(view: CaseView, document: FollowUp): Html | false {
  if (!document.authority) return false;
  return html`<h3>${view.t('filing.paper.title')}</h3>
<ul class="files papers">${paperItems(view, pathIn(view, 'paper'))}</ul>`;
}

function dispatchOf(document: FollowUp): Dispatch | undefined {
  const { authority, applicant, date, filedFrom, template } = document;
  if (!authority) return undefined;
  return {
    authority,
    applicant,
    date,
    crimeReport: false,
    followUp: template.matter.procedure === 'appeal-59fz' ? 'Запрос' : 'Жалоба',
    annexes: available(document).length > 0,
    fromAbroad: filedFrom === 'abroad',
  };
}
