/** Our calendar writer against RFC 5545, and against a parser that is not ours. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { Agenda, AgendaEntry } from '#domain/clock/agenda.ts';
import { renderIcs } from '../../src/renderers/ics.ts';

const entry: AgendaEntry = {
  uid: 'b7f0-answer',
  date: '2026-12-01',
  title: 'Срок ответа',
  text: 'Ч. 1 ст. 144',
  remind: [7, 1],
};
const agenda: Agenda = { name: 'Сроки', language: 'ru', today: '2026-11-21', entries: [entry] };

function read(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

it('holds these properties, in this order', () => {
  expect(renderIcs(agenda).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//dates//RU',
    'NAME:Сроки',
    'X-WR-CALNAME:Сроки',
    'BEGIN:VEVENT',
    'UID:b7f0-answer',
    'SEQUENCE:13108',
    'DTSTAMP:20261121T000000Z',
    'DTSTART;VALUE=DATE:20261201',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    'SUMMARY:Срок ответа',
    'DESCRIPTION:Ч. 1 ст. 144',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P6DT15H',
    'DESCRIPTION:Срок ответа',
    'END:VALARM',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT15H',
    'DESCRIPTION:Срок ответа',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it.each([0, 1, 2, 14, 60])('reminds %i days before, at nine', (days) => {
  const [event] = read(renderIcs({ ...agenda, entries: [{ ...entry, remind: [days] }] }));
  const trigger = event?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
  if (!(trigger instanceof ICAL.Duration)) throw new Error('no duration');
  expect(trigger.toSeconds()).toBe(9 * 3600 - days * 24 * 3600);
});

/** Any text but control characters, which a calendar cannot hold. */
const text = fc
  .string({ unit: 'binary', maxLength: 400 })
  .map((one) => one.replace(/[\p{Cc}\u2028\u2029]/gu, '\n'));

it('gives every text back, whatever it holds', () => {
  fc.assert(
    fc.property(text, text, (title, description) => {
      const events = read(renderIcs({ ...agenda, entries: [{ ...entry, title, text: description }] }));
      expect(events[0]?.summary).toBe(title);
      expect(events[0]?.description).toBe(description);
    }),
  );
});

it('has lines of 75 octets at most, and no character in two of them', () => {
  fc.assert(
    fc.property(text, (description) => {
      const written = renderIcs({ ...agenda, entries: [{ ...entry, text: description }] });
      const lines = written.split('\r\n');
      expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
      for (const line of lines) expect(line).toSatisfy((one: string) => one.isWellFormed());
      expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
  );
});
