/** A few questions about the letter; from them what it was is decided, and written into the case. */
import type { Context } from 'hono';
import { procedureFor } from '#domain/case/case-timeline.ts';
import { withEvents } from '#domain/case/edit.ts';
import { refusalGrounds } from '#domain/case/event.ts';
import {
  laws,
  needsDate,
  numbers,
  orders,
  type Question,
  questionsFor,
  type Saying,
  sayings,
} from '#domain/case/letter-questions.ts';
import { decide, type Letter } from '#domain/case/what-they-answered.ts';
import { isIsoDate } from '#domain/dates.ts';
import type { Problem } from '#domain/problem.ts';
import { type Html, html } from '#html.ts';
import { radios } from '../parts/fields.ts';
import { eventField, eventLabels, isEventField, readEvents, typedEvent } from './event-fields.ts';
import { dayIn, pressed } from './form.ts';
import { showOverview } from './overview/page.ts';
import { showCasePage } from './shell.ts';
import { type CaseView, filingIn, pathIn, withCase } from './view.ts';

export function letterPage(c: Context, view: CaseView): Response | Promise<Response> {
  const saying = sayings.find((one) => one === view.form.line('saying')) ?? 'not-sure';
  const [move] = pressed(view.form);
  if (move !== 'next') return showLetter(c, view, saying);
  const filing = filingIn(view);
  const missing = missingDates(view, saying);
  if (missing.length > 0) return showLetter(c, { ...view, problems: missing }, saying);
  const { events, finding } = decide(letterOf(view, saying));
  const read = readEvents(view, filing, events);
  if (!read.ok) return showLetter(c, { ...view, problems: read.problems }, saying);
  return showOverview(c, withCase(view, withEvents(view.kept, filing.id, read.value), finding));
}

/** Days are looked at before anything is decided on them. */
function missingDates(view: CaseView, saying: Saying): Problem[] {
  const { form } = view;
  const date = dayIn(form, 'date');
  const received = dayIn(form, 'received');
  const wrong = (path: string, text: string): Problem[] =>
    text !== '' && !isIsoDate(text) ? [{ path, code: 'date' }] : [];
  return [
    ...(needsDate(saying) && date === '' ? [{ path: 'date', code: 'required' } as const] : []),
    ...(isRefusalInHand(view, saying) && received === ''
      ? [{ path: 'received', code: 'required' } as const]
      : []),
    ...wrong('date', date),
    ...wrong('received', received),
  ];
}

/** Whoever holds the order has a copy, and the documents must not say otherwise: the day it came is asked for. */
function isRefusalInHand(view: CaseView, saying: Saying): boolean {
  const asked = questionsFor(saying, procedureFor(view.site.library, filingIn(view)) ?? 'crime-report');
  return asked.includes('order') && asked.includes('received') && view.form.line('order') === 'refusal';
}

function letterOf(view: CaseView, saying: Saying): Letter {
  const { form, site } = view;
  const procedure = procedureFor(site.library, filingIn(view)) ?? 'crime-report';
  const asked = questionsFor(saying, procedure);
  const typed = typedEvent(form);
  const text = (name: Question) => {
    const value = typed[name];
    return asked.includes(name) && value !== undefined ? String(value) : undefined;
  };
  return {
    saying,
    procedure,
    date: text('date'),
    received: (asked.includes('received') && dayIn(form, 'received')) || undefined,
    number: text('number'),
    to: text('to'),
    signedBy: text('signedBy'),
    grounds: refusalGrounds.find((one) => one === text('grounds')),
    days: text('days') === undefined ? undefined : Number(typed.days),
    krsp: numbers.find((one) => one === form.line('krsp')),
    law: laws.find((one) => one === form.line('law')),
    order: orders.find((one) => one === form.line('order')),
  };
}

export function showLetter(c: Context, view: CaseView, saying: Saying): Response | Promise<Response> {
  const { t, site } = view;
  const filing = filingIn(view);
  const procedure = procedureFor(site.library, filing) ?? 'crime-report';
  const body = html`<input type="hidden" name="filing" value="${filing.id}">
<input type="hidden" name="saying" value="${saying}">
<p><strong>${t(`case.saying.${saying}.label`)}</strong></p>
${questionsFor(saying, procedure).map((one) => question(view, one))}
<div class="buttons"><button name="move" value="next">${t('case.add')}</button>
<button class="secondary" name="move" value="stay" formaction="${pathIn(view, 'answer')}" formnovalidate>${t('common.back')}</button></div>`;
  return showCasePage(c, view, {
    id: 'letter',
    title: t('case.letter.title'),
    body,
    labels: eventLabels(view),
  });
}

function question(view: CaseView, one: Question): Html {
  if (isEventField(one)) return eventField(view, one);
  const { t, form } = view;
  const field = { name: one, label: t(`case.letter.${one}.legend`), hint: t(`case.letter.${one}.hint`) };
  const options =
    one === 'krsp'
      ? numbers.map((value) => ({ value, label: t(`case.letter.krsp.${value}`) }))
      : one === 'law'
        ? laws.map((value) => ({ value, label: t(`case.letter.law.${value}`) }))
        : orders.map((value) => ({ value, label: t(`case.letter.order.${value}`) }));
  return radios({ ...field, value: form.line(one) || 'unsure', options });
}
