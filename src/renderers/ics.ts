/** Agenda → iCalendar (RFC 5545). No clock: the stamp and the sequence come from the day that the agenda was made on. */
import ical, { ICalAlarmType } from 'ical-generator';
import type { Agenda } from '#domain/clock/agenda.ts';
import { daysBetween } from '#domain/dates.ts';

/** Nine in the morning, so many seconds after midnight. */
const morning = 9 * 3600;
const day = 24 * 3600;

export function renderIcs({ name, language, today, entries }: Agenda): string {
  const calendar = ical({
    name,
    prodId: { company: 'calendar', product: 'dates', language: language.toUpperCase() },
  });
  for (const { uid, date, title, text, remind } of entries) {
    const event = calendar.createEvent({
      id: uid,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      summary: title,
      description: text,
      stamp: new Date(`${today}T00:00:00Z`),
      sequence: daysBetween('1991-01-01', today),
    });
    for (const days of remind)
      event.createAlarm({ type: ICalAlarmType.display, trigger: days * day - morning, description: title });
  }
  return `${calendar.toString()}\r\n`;
}
