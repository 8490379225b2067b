/** Any event by its kind: to add what no answer fits, or to correct what was noted. */
import type { Context } from 'hono';
import type { Filing } from '#domain/case/case-file.ts';
import { withEvents, withoutEvent } from '#domain/case/edit.ts';
import { type EventKind, eventKinds } from '#domain/case/event.ts';
import { html } from '#html.ts';
import { radios } from '../parts/fields.ts';
import { eventField, eventLabels, readEvents, typedFor } from './event-fields.ts';
import { type CaseForm, formOf, pressed } from './form.ts';
import { filingTitle } from './overview/filing-card.ts';
import { showOverview } from './overview/page.ts';
import { errorAt, showCasePage } from './shell.ts';
import { type CaseView, filingIn, withCase } from './view.ts';

export function eventPage(c: Context, view: CaseView): Response | Promise<Response> {
  const [move, id, at] = pressed(view.form);
  if (move === 'change') return show(c, { ...view, form: formOfEvent(view, id, at) }, id);
  if (move !== 'next') return show(c, view, id);
  const filing = filingIn(view);
  const corrected = view.form.line('at');
  const kept = corrected === '' ? view.kept : withoutEvent(view.kept, filing.id, Number(corrected));
  const kind = view.form.line('kind');
  const read = readEvents(view, others(filing, corrected), [
    { ...typedFor(kind, view.form), ...(kind && { kind }) },
  ]);
  if (!read.ok) return show(c, { ...view, problems: read.problems }, filing.id);
  return showOverview(c, withCase(view, withEvents(kept, filing.id, read.value)));
}

/** The document without the event that is being corrected. */
function others(filing: Filing, at: string): Filing {
  return { ...filing, events: filing.events.filter((_, index) => at === '' || index !== Number(at)) };
}

/** The event as it stands, in the fields. */
function formOfEvent(view: CaseView, id: string, at: string): CaseForm {
  const { site } = view;
  const event = filingIn(view, id).events[Number(at)];
  if (!event) return view.form;
  const isOffice = event.to !== undefined && site.library.authorities.has(event.to);
  return formOf([
    ['filing', id],
    ['at', at],
    ...Object.entries(event).map(([name, value]): [string, string] => [name, String(value)]),
    ...(event.to === undefined || isOffice ? [] : ([['toOther', event.to]] as const)),
  ]);
}

/** What only a court does is offered for what is before a court, or was noted already. */
function kindsFor({ authority }: Filing, noted: string): readonly EventKind[] {
  const ofCourts: readonly EventKind[] = ['ruling', 'ruling-received'];
  return eventKinds.filter((kind) => authority === null || kind === noted || !ofCourts.includes(kind));
}

function show(c: Context, view: CaseView, id: string): Response | Promise<Response> {
  const { t, form } = view;
  const filing = filingIn(view, id);
  const at = form.line('at');
  const labels = { kind: t('case.event.kind'), ...eventLabels(view) };
  const body = html`<input type="hidden" name="filing" value="${filing.id}">
${at !== '' && html`<input type="hidden" name="at" value="${at}">`}
<p>${filingTitle(view, filing)}</p>
${radios({
  name: 'kind',
  label: labels.kind,
  error: errorAt(view, 'kind', labels.kind),
  value: form.line('kind'),
  options: kindsFor(filing, form.line('kind')).map((kind) => ({
    value: kind,
    label: t(`clock.event.${kind}`),
  })),
})}
${eventField(view, 'date')}
<p class="hint">${t('case.event.hint')}</p>
${(['number', 'days', 'signedBy', 'to', 'grounds'] as const).map((field) => eventField(view, field))}
<div class="buttons"><button name="move" value="next">${t(at === '' ? 'case.add' : 'case.change')}</button></div>`;
  return showCasePage(c, view, { id: 'event', title: t('case.event.title'), body, labels });
}
