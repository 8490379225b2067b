/** One filing on the page of the day: what it is, since when, and the next action with the button that begins it. */
import type { PublicNext } from '#domain/register/public-case.ts';
import { type Html, html, nothing } from '#html.ts';
import type { ListedFiling, Person, RegisteredFiling, TodayLists } from '#register/register.ts';
import { templateText } from '../../content-text.ts';
import { weekText } from '../../parts/week.ts';
import { documentName, dueText, loginOf, officeOf, standingText } from '../register/filing-words.ts';
import { numberOf } from '../register/find-case.ts';
import { type DeskView, deskHref } from '../view.ts';

export function todayLine(
  view: DeskView,
  people: readonly Person[],
  one: ListedFiling,
  next: PublicNext,
  since: readonly RegisteredFiling[],
  list: keyof TodayLists,
): Html {
  const { t, language } = view;
  const due =
    (list === 'own' || one.standing === 'ruled') && one.ownWeek
      ? t('desk.today.ownEnds', { week: weekText(language, one.ownWeek) })
      : dueText(view, one);
  const assignee = loginOf(people, one.assignee);
  return html`<li class="work-line work-${one.state}">
<div><h3><a href="${deskHref(view, `/case/${one.caseId}`)}">${documentName(view, one)}</a></h3>
<p>${officeOf(view, one)}</p>
<p>${t('desk.today.filedIn', { week: weekText(language, one.filedWeek) })} ${standingText(view, one)}. ${due && html`<strong>${due}</strong>`}</p>
${since.length > 0 && html`<p>${t('desk.today.since')}: ${since.map((after) => `${documentName(view, after)} (${weekText(language, after.filedWeek)})`).join('; ')}.</p>`}
<p class="hint">${numberOf(view, one.caseId)}. ${assignee ? html`${t('desk.register.assignee')}: <bdi>${assignee}</bdi>. ` : nothing}${one.tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p></div>
<div class="work-next">${nextAction(view, one, next)}</div>
</li>`;
}

/** The first document that may be written; where there is none, what to do instead. */
function nextAction(view: DeskView, one: ListedFiling, { steps, beyond }: PublicNext): Html {
  const { t, language, site } = view;
  const written = steps.find(({ step }) => step.template !== null) ?? steps[0];
  const template = site.library.templates.get(written?.step.template ?? '');
  if (!written && beyond[0])
    return html`<p>${beyond[0].step.why[language]} ${t('desk.today.beyond')} ${open(view, one)}</p>`;
  if (!written)
    return html`<p>${t(one.isNew ? 'desk.today.look' : 'desk.today.wait')} ${open(view, one)}</p>`;
  const others =
    steps.length > 1 &&
    html` <a href="${deskHref(view, `/case/${one.caseId}#next`)}">${t('desk.today.others', { count: steps.length - 1 })}</a>`;
  if (!template) return html`<p>${written.step.why[language]} ${open(view, one)}</p>`;
  const title = templateText(template, language).title;
  const to = written.addressees[0]?.name[language];
  return html`<p><span class="unseen">${t('desk.today.next')}: </span>${written.step.why[language]}</p>
<p class="filing-moves"><a class="button" href="${deskHref(view, `/case/${one.caseId}/document?filing=${one.id}&template=${template.id}`)}">${t('desk.today.write', { document: title })}</a>
<span>${to ?? t('desk.register.court')}.${others}</span></p>`;
}

function open(view: DeskView, one: ListedFiling): Html {
  return html`<a href="${deskHref(view, `/case/${one.caseId}`)}">${view.t('desk.today.open')}<span class="unseen">: ${documentName(view, one)}</span></a>`;
}
