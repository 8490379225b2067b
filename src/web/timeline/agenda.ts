/** A timeline as days for a calendar: titles that tell nothing, the reason and the next document in the text below. */
import type { Agenda, AgendaEntry } from '#domain/clock/agenda.ts';
import type { Deadline } from '#domain/clock/deadline.ts';
import type { LimitationDate } from '#domain/clock/limitation-dates.ts';
import type { Timeline } from '#domain/clock/timeline.ts';
import type { IsoDate } from '#domain/dates.ts';
import { found, type Library } from '#domain/library.ts';
import { citeNorms } from '#domain/norm.ts';
import { semicolon } from '../parts/punctuation.ts';
import type { Reader } from './answer.ts';
import { whyText } from './why.ts';

/** `key` names the case in the calendar. */
export function agenda(
  library: Library,
  reader: Reader,
  { deadlines, limitation }: Pick<Timeline, 'deadlines' | 'limitation'>,
  key: string,
  today: IsoDate,
): Agenda {
  const entries = [
    ...deadlineEntries(library, reader, deadlines, key),
    ...limitationEntries(reader, limitation, key),
  ];
  return agendaOf(reader, entries, today);
}

export function agendaOf({ t, language }: Reader, entries: readonly AgendaEntry[], today: IsoDate): Agenda {
  return { name: t('clock.calendar.name'), language, today, entries };
}

export function deadlineEntries(
  library: Library,
  reader: Reader,
  deadlines: readonly Deadline[],
  key: string,
): AgendaEntry[] {
  const { t, language } = reader;
  return deadlines.map((one) => {
    const { term, due, state, why } = one;
    const documents = documentsAfter(library, reader, one).join(semicolon(t));
    const own = term.actor === 'applicant';
    return {
      uid: `${key}-${term.id}`,
      date: due,
      title: t('clock.calendar.due'),
      text: [
        `${citeNorms([found(library.norms, term.norm)])}. ${t(`clock.calendar.state.${state}`)}`,
        whyText(t, language, why),
        term.receive[language],
        ...(state === 'missed' ? [term.after[language]] : []),
        ...(documents === '' || state === 'met'
          ? []
          : [t(own ? 'clock.calendar.ownNext' : 'clock.calendar.next', { documents })]),
      ].join('\n'),
      remind: own ? [7, 1] : [1],
    };
  });
}

/** Titles of the documents that this term leads to, once it has run out or, where it is the applicant's, before that. */
function documentsAfter(library: Library, { language }: Reader, { term, procedure }: Deadline): string[] {
  const steps = library.nextSteps.filter(
    ({ when, until, procedures }) =>
      procedures.includes(procedure) && (until === term.id || when.missed?.includes(term.id)),
  );
  const ids = steps.flatMap(({ template }) => template ?? []);
  return [...new Set(ids)].map((id) => {
    const template = library.templates.get(id);
    return template?.translations[language]?.title ?? template?.matter.title ?? id;
  });
}

/** One day for all counts that run out together, while they run. */
export function limitationEntries(
  { t }: Reader,
  limitation: readonly LimitationDate[],
  key: string,
): AgendaEntry[] {
  const running = limitation.filter(({ state }) => state === 'running');
  const days = [...new Set(running.map(({ expires }) => expires))].sort();
  return days.map((date) => {
    const same = running.filter(({ expires }) => expires === date);
    return {
      uid: `${key}-limitation-${date}`,
      date,
      title: t('clock.calendar.due'),
      text: t('clock.calendar.expires', { counts: same.map(({ label }) => label).join(', ') }),
      remind: [60, 14, 1],
    };
  });
}
