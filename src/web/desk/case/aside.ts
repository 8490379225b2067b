/** What stands beside the documents of a case: notes, who works on it, tags, scans, the archive, its history. */

import { may } from '#domain/register/roles.ts';
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import { type Html, html } from '#html.ts';
import type { Person } from '#register/register.ts';
import { checkboxes, textField } from '../../parts/fields.ts';
import { longDate } from '../../parts/provenance.ts';
import { loginOf } from '../register/filing-words.ts';
import { select } from '../register/select.ts';
import { type FieldProblem, problemOf } from '../shell.ts';
import { staffMay } from '../staff.ts';
import { type DeskView, deskHref } from '../view.ts';
import { historyLines } from './history.ts';
import type { OpenedCase } from './opening.ts';
import { largestScan, scanLines } from './scan-files.ts';

/** `wrong`: what has to be mended in a form here, which keeps what was typed. */
export async function asideOf(view: DeskView, opened: OpenedCase, wrong?: FieldProblem): Promise<Html> {
  const { t, following, staff } = view;
  const { record } = opened;
  const { audit, people } = following.register;
  const [entries, all] = await Promise.all([
    audit.ofCase(staff.actor, record.id),
    people.all(staff.actor.organisation),
  ]);
  const newest = [...entries].sort((a, b) => b.seq - a.seq);
  return html`<h2 id="notes">${t('desk.case.part.notes')}</h2>
${notes(view, opened, wrong)}
${person(view, opened, wrong)}
<h2 id="work">${t('desk.case.part.work')}</h2>
${assignment(view, opened, all)}
${tags(view, opened)}
<h2 id="scans">${t('desk.case.part.scans')}</h2>
${scans(view, opened, wrong)}
<h2 id="archive">${t('desk.case.archive.title')}</h2>
${staffMay(staff, 'export') && archive(view, opened, wrong)}
<h2 id="history">${t('desk.case.part.history')}</h2>
${historyLines(view, newest, all)}
${staffMay(staff, 'delete-case') && html`<p><a href="${deskHref(view, `/case/${record.id}/delete`)}">${t('desk.case.delete.link')}</a></p>`}`;
}

/** A form of the case that posts to one of its addresses. */
function caseForm(view: DeskView, { record }: OpenedCase, page: string, body: Html): Html {
  return html`<form method="post" action="${deskHref(view, `/case/${record.id}/${page}`)}" enctype="multipart/form-data" autocomplete="off" novalidate class="aside">
<input type="hidden" name="version" value="${record.version}">
${body}</form>`;
}

function notes(view: DeskView, opened: OpenedCase, wrong?: FieldProblem): Html {
  const { t, language, form } = view;
  const error = errorIn(wrong, 'note');
  const { notes: all } = opened.facts;
  return html`${all.length > 0 && html`<ul class="notes">${all.map((one) => html`<li><p class="hint">${longDate(language, one.day)}, <bdi>${one.by ?? t('desk.case.history.filer')}</bdi></p><p class="note">${one.text}</p></li>`)}</ul>`}
${caseForm(
  view,
  opened,
  'notes',
  html`${textField(t, { name: 'note', label: t('desk.case.note.label'), hint: t(opened.record.filerRecipient === null ? 'desk.case.note.hint' : 'desk.case.note.shared'), value: error ? form.lines('note') : '', error, max: sealedLimits.note, rows: 3 })}
<div class="buttons"><button class="secondary">${t('desk.case.note.add')}</button></div>`,
)}`;
}

/** What names a place or a way to a person; sealed as all else. */
function person(view: DeskView, opened: OpenedCase, wrong?: FieldProblem): Html {
  const { t, form } = view;
  const errors = { region: errorIn(wrong, 'region'), contact: errorIn(wrong, 'contact') };
  const isTyped = errors.region !== undefined || errors.contact !== undefined;
  const { region = '', contact = '' } = isTyped
    ? { region: form.line('region'), contact: form.line('contact') }
    : opened.facts;
  return html`<details ${region || contact ? html`open` : false}><summary>${t('desk.case.person.title')}</summary>
${caseForm(
  view,
  opened,
  'person',
  html`${textField(t, { name: 'region', label: t('desk.case.person.region'), value: region, error: errors.region, max: sealedLimits.region, optional: true })}
${textField(t, { name: 'contact', label: t('desk.case.person.contact'), hint: t('desk.case.person.contactHint'), value: contact, error: errors.contact, max: sealedLimits.contact, optional: true })}
<div class="buttons"><button class="secondary">${t('desk.case.keep')}</button></div>`,
)}</details>`;
}

function assignment(view: DeskView, opened: OpenedCase, people: readonly Person[]): Html {
  const { t, staff } = view;
  const { assignee } = opened.record;
  if (!staffMay(staff, 'assign'))
    return html`<p>${t('desk.register.assignee')}: <bdi>${loginOf(people, assignee) ?? t('desk.register.nobody')}</bdi></p>`;
  const able = people.filter(({ active, role }) => active && may(role, 'change-case'));
  return caseForm(
    view,
    opened,
    'assign',
    html`${select({ name: 'person', label: t('desk.register.assignee'), empty: t('desk.register.nobody'), value: assignee ?? '', options: able.map(({ id, login }) => ({ value: id, label: login })) })}
<div class="buttons"><button class="secondary">${t('desk.case.keep')}</button></div>`,
  );
}

function tags(view: DeskView, opened: OpenedCase): Html | false {
  const { t, organisation } = view;
  const all = [...new Set([...organisation.tags, ...opened.record.tags])];
  if (all.length === 0) return false;
  return caseForm(
    view,
    opened,
    'tags',
    html`${checkboxes({ name: 'tag', label: t('desk.tags.label'), hint: t('desk.tags.hint'), values: opened.record.tags, options: all.map((tag) => ({ value: tag, label: tag })) })}
<div class="buttons"><button class="secondary">${t('desk.case.keep')}</button></div>`,
  );
}

function scans(view: DeskView, opened: OpenedCase, wrong?: FieldProblem): Html {
  const { t, form } = view;
  const error = errorIn(wrong, 'scan');
  const max = Math.floor(largestScan / 1000);
  return html`${scanLines(view, opened)}
${caseForm(
  view,
  opened,
  'scans',
  html`<div class="field${error ? ' field-wrong' : ''}"><label for="f-scan">${t('desk.case.scan.file')}</label>
<div class="hint" id="f-scan-hint">${t('desk.case.scan.hint', { max })}</div>
${error && html`<p class="wrong" id="f-scan-error">${error}</p>`}
<input type="file" id="f-scan" name="scan" accept=".pdf,.jpg,.jpeg,.png" aria-describedby="f-scan-hint${error ? ' f-scan-error' : ''}" ${error && html`aria-invalid="true"`}></div>
${textField(t, { name: 'name', label: t('desk.case.scan.name'), hint: t('desk.case.scan.nameHint'), value: error ? form.line('name') : '', max: sealedLimits.fileName, optional: true })}
<div class="buttons"><button class="secondary">${t('desk.case.scan.add')}</button></div>`,
)}`;
}

function archive(view: DeskView, opened: OpenedCase, wrong?: FieldProblem): Html {
  const { t, form } = view;
  const error = errorIn(wrong, 'recipient');
  return html`<p>${t('desk.case.archive.text')}</p>
${caseForm(
  view,
  opened,
  'archive',
  html`${textField(t, { name: 'recipient', label: t('desk.case.archive.recipient'), hint: t('desk.case.archive.recipientHint'), value: error ? form.line('recipient') : '', error, optional: true })}
<div class="buttons"><button class="secondary">${t('desk.case.archive.button')}</button></div>`,
)}`;
}

function errorIn(wrong: FieldProblem | undefined, field: string): string | undefined {
  return wrong && problemOf([wrong], field);
}
