/** Agenda → iCalendar (RFC 5545). No clock: the stamp and the sequence come from the day that the agenda was made on. */
import type { Agenda, AgendaEntry } from '#domain/clock/agenda.ts';
import { daysBetween, type IsoDate } from '#domain/dates.ts';

export function renderIcs({ name, language, today, entries }: Agenda): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//calendar//dates//${language.toUpperCase()}`,
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventOf(entry, today)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A whole day, which Outlook would otherwise show as twenty-four hours. */
function eventOf({ uid, date, title, text, remind }: AgendaEntry, today: IsoDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${daysBetween('1991-01-01', today)}`,
    `DTSTAMP:${digits(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${digits(date)}`,
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...remind.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${atNine(days)}`,
      `DESCRIPTION:${escaped(title)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** Nine in the morning, so many days before, counted from the midnight with which the day begins. */
function atNine(days: number): string {
  if (days === 0) return 'PT9H';
  return days === 1 ? '-PT15H' : `-P${days - 1}DT15H`;
}

function digits(date: IsoDate): string {
  return date.replaceAll('-', '');
}

/** A TEXT of RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

const encoder = new TextEncoder();
/** A line has 75 octets at most, and a continued one begins with a space. */
const room = new Uint8Array(74);

/** Long lines are continued on the next, never within a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let rest = line;
  while (rest !== '') {
    const { read } = encoder.encodeInto(rest, room);
    pieces.push(rest.slice(0, read));
    rest = rest.slice(read);
  }
  return pieces.join('\r\n ');
}
