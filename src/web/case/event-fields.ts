/** The fields that tell of an event, and their way into the case: by the schema, with dates that can be, without banned names. */

import type { Filing } from '#domain/case/case-file.ts';
import { type Event, event, eventLimits, mostEvents, refusalGrounds } from '#domain/case/event.ts';
import type { Question } from '#domain/case/letter-questions.ts';
import type { Checked, Problem } from '#domain/problem.ts';
import { readBy } from '#domain/schema-problems.ts';
import { bannedNames, namedInTexts } from '#domain/source-check.ts';
import { type Html, html, nothing } from '#html.ts';
import { type Option, radios, textField } from '../parts/fields.ts';
import { type CaseForm, dayIn } from './form.ts';
import { errorAt } from './shell.ts';
import type { CaseView } from './view.ts';

export const eventFields = ['date', 'received', 'days', 'number', 'to', 'signedBy', 'grounds'] as const;
export type EventField = (typeof eventFields)[number];

export function isEventField(question: Question): question is EventField {
  return eventFields.some((one) => one === question);
}

/** What a field is called, for the page and for its summary of mistakes. */
export function eventLabels({ t }: Pick<CaseView, 't'>): Record<EventField, string> {
  return {
    date: t('case.field.date'),
    received: t('case.field.received'),
    days: t('case.field.days'),
    number: t('case.field.number'),
    to: t('case.field.to'),
    signedBy: t('case.field.signedBy'),
    grounds: t('case.field.grounds'),
  };
}

export function eventField(view: CaseView, field: EventField, hint?: string): Html {
  const { t, form } = view;
  const label = eventLabels(view)[field];
  const common = { name: field, label, hint, error: errorAt(view, field, label) };
  switch (field) {
    case 'date':
      return textField(t, {
        ...common,
        hint: hint ?? t('common.field.date'),
        type: 'date',
        value: dayIn(form, field),
        narrow: true,
      });
    case 'received':
      return textField(t, {
        ...common,
        hint: hint ?? t('case.field.receivedHint'),
        type: 'date',
        value: dayIn(form, field),
        narrow: true,
        optional: true,
      });
    case 'days':
      return textField(t, {
        ...common,
        hint: hint ?? t('case.field.daysHint'),
        type: 'number',
        value: form.line(field),
        narrow: true,
        optional: true,
      });
    case 'number':
      return textField(t, {
        ...common,
        value: form.line(field),
        max: eventLimits.number,
        lang: 'ru',
        optional: true,
      });
    case 'signedBy':
      return textField(t, {
        ...common,
        hint: hint ?? t('case.field.signedByHint'),
        value: form.line(field),
        max: eventLimits.signedBy,
        lang: 'ru',
        optional: true,
      });
    case 'grounds':
      return radios({
        ...common,
        value: form.line(field) || 'other',
        options: refusalGrounds.map((one) => ({ value: one, label: t(`case.grounds.${one}`) })),
      });
    case 'to':
      return toField(view, common);
    default:
      return (field satisfies never) ? nothing : nothing;
  }
}

function toField(
  view: CaseView,
  common: { name: string; label: string; hint: string | undefined; error: string | undefined },
): Html {
  const { t, form, site, language } = view;
  const offices: Option[] = [...site.library.authorities.values()].map(({ id, name }) => ({
    value: id,
    label: name[language],
  }));
  return html`${radios({
    ...common,
    value: form.line('to') || 'other',
    options: [...offices, { value: 'other', label: t('case.field.toOther') }],
  })}
${textField(t, {
  name: 'toOther',
  label: t('case.field.toOtherName'),
  value: form.line('toOther'),
  max: eventLimits.to,
  lang: 'ru',
  optional: true,
})}`;
}

/** What was typed, each under the name that an event has for it; empty fields are left out. */
export function typedEvent(form: CaseForm): Record<string, string | number> {
  const to = form.line('to') === 'other' ? form.line('toOther') : form.line('to');
  const days = form.line('days');
  const given = {
    date: dayIn(form, 'date'),
    number: form.line('number'),
    signedBy: form.line('signedBy'),
    grounds: form.line('grounds'),
    to,
    days: /^\d{1,4}$/.test(days) ? Number(days) : days,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

/** The same without what events of that kind do not have. */
export function typedFor(kind: string, form: CaseForm): Record<string, string | number> {
  const only: Record<string, string> = { grounds: 'refused', to: 'transferred', days: 'extended' };
  return Object.fromEntries(
    Object.entries(typedEvent(form)).filter(([name]) => (only[name] ?? kind) === kind),
  );
}

/** Events that may be added to `filing`, or what has to be mended. */
export function readEvents(view: CaseView, filing: Filing, given: readonly unknown[]): Checked<Event[]> {
  const { site, today } = view;
  const sent = filing.events.find(({ kind }) => kind === 'sent')?.date;
  const read: Event[] = [];
  const problems: Problem[] = [];
  for (const one of given) {
    const checked = readBy(event, one);
    if (!checked.ok) {
      problems.push(...checked.problems);
      continue;
    }
    const { kind, date, number, to, signedBy } = checked.value;
    const path = kind.endsWith('-received') || kind === 'received' ? 'received' : 'date';
    if (date > today) problems.push({ path, code: 'date-in-future' });
    else if (kind !== 'sent' && sent !== undefined && date < sent)
      problems.push({ path, code: 'event-before-sent' });
    problems.push(
      ...bannedNames(
        namedInTexts(site.library, [
          ['number', number],
          ['to', to],
          ['signedBy', signedBy],
        ]),
      ),
    );
    read.push(checked.value);
  }
  if (filing.events.length + read.length > mostEvents)
    problems.unshift({ path: 'date', code: 'too-many', params: { max: mostEvents } });
  const paths = problems.map((one) => one.path);
  const once = problems.filter((one, at) => paths.indexOf(one.path) === at);
  return once.length > 0 ? { ok: false, problems: once } : { ok: true, value: read };
}
