/** A timeline as the API sends it: dates, norms as they are cited, and why, in the reader's language. */
import type { Deadline } from '#domain/clock/deadline.ts';
import type { LimitationDate } from '#domain/clock/limitation-dates.ts';
import type { Next } from '#domain/clock/next.ts';
import type { Timeline } from '#domain/clock/timeline.ts';
import type { Language } from '#domain/language.ts';
import { found, type Library } from '#domain/library.ts';
import { citeNorms } from '#domain/norm.ts';
import type { Translate } from '#i18n.ts';
import { whyText } from './why.ts';

export type Reader = { t: Translate; language: Language };

export function timelineAnswer(library: Library, reader: Reader, { deadlines, next, limitation }: Timeline) {
  return {
    deadlines: deadlines.map((one) => deadlineAnswer(library, reader, one)),
    next: next.map((one) => nextAnswer(library, reader, one)),
    limitation: limitation.map((one) => limitationAnswer(library, one)),
  };
}

function deadlineAnswer(library: Library, { t, language }: Reader, one: Deadline) {
  const { term, procedure, event, from, due, earliest, latest, certain, estimated, state, why } = one;
  return {
    id: term.id,
    norm: citeNorms([found(library.norms, term.norm)]),
    procedure,
    event,
    from,
    due,
    earliest,
    latest,
    certain,
    estimated,
    state,
    why: whyText(t, language, why),
    actor: term.actor,
    length: one.length,
    unit: term.unit,
    receive: term.receive[language],
    after: term.after[language],
    confidence: term.confidence,
    checked: term.checked,
  };
}

function nextAnswer(
  library: Library,
  { language }: Reader,
  { step, addressees, from, until, alongside }: Next,
) {
  return {
    id: step.id,
    template: step.template,
    addressees: addressees.map(({ id }) => id),
    to: step.to,
    why: step.why[language],
    norm: citeNorms([found(library.norms, step.norm)]),
    from,
    until,
    alongside: alongside.map(({ id }) => id),
    lawyer: step.lawyer?.[language] ?? null,
  };
}

function limitationAnswer(library: Library, one: LimitationDate) {
  const { count, label, expires, expiresLast, daysLeft, state } = one;
  return {
    count: label,
    norm: citeNorms([found(library.norms, count.courtDecides ? 'uk-78-4' : 'uk-78')]),
    category: count.category,
    expires,
    expiresLast,
    daysLeft,
    state,
    confidence: count.confidence,
    checked: count.checked,
  };
}
