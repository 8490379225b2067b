/** What holds for any events: days move one way, never onto a day off, and their order decides nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Event, eventKinds } from '#domain/case/event.ts';
import { lastDay } from '#domain/clock/counting.ts';
import { readTimeline, type TimelineRequest, timeline } from '#domain/clock/timeline.ts';
import { isWorkingDay, workingDayFrom } from '#domain/clock/working-days.ts';
import { addDays } from '#domain/dates.ts';
import { library } from '../../support/library.ts';

const day = fc.integer({ min: 0, max: 4300 }).map((days) => addDays('2017-01-01', days));
const template = fc.constantFrom(...library.templates.keys());
const authority = fc.constantFrom(null, ...library.authorities.keys());
const event: fc.Arbitrary<Event> = fc
  .record({
    kind: fc.constantFrom(...eventKinds),
    date: day,
    days: fc.option(fc.integer({ min: 1, max: 365 }), { nil: undefined }),
    number: fc.option(fc.constant('17'), { nil: undefined }),
    to: fc.option(fc.constantFrom('sk-su-chechnya', 'куда-то'), { nil: undefined }),
  })
  .map((one) => JSON.parse(JSON.stringify(one)));
const request: fc.Arbitrary<TimelineRequest> = fc.record({
  template,
  authority,
  events: fc.array(event, { maxLength: 8 }),
  today: day,
  actDate: day,
});
const { calendar } = library;
const counted = fc.record({
  length: fc.integer({ min: 0, max: 60 }),
  unit: fc.constantFrom('sutki', 'days', 'months', 'hours', 'immediately'),
  roll: fc.boolean(),
} as const);

it('a later event never ends its term earlier', () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 400 }), counted, (date, later, length) => {
      const first = lastDay(calendar, date, length);
      expect(lastDay(calendar, addDays(date, later), length) >= first).toBe(true);
      expect(first >= date).toBe(true);
    }),
  );
});

it('a later receipt, ruling or extension never makes a last day earlier', () => {
  fc.assert(
    fc.property(
      template,
      fc.constantFrom(
        'sent',
        'received',
        'ruling',
        'complaint-received',
        'refused',
        'materials-received' as const,
      ),
      day,
      fc.nat({ max: 400 }),
      (id, kind, date, later) => {
        const of = (on: string) =>
          timeline(library, { template: id, authority: null, events: [{ kind, date: on }], today: date });
        const after = of(addDays(date, later)).deadlines;
        for (const one of of(date).deadlines) {
          const same = after.find(({ term }) => term.id === one.term.id);
          expect(same !== undefined && same.due >= one.due && same.earliest >= one.earliest).toBe(true);
        }
      },
    ),
  );
});

it('no term that the law moves ends on a day off; the move is the smallest', () => {
  fc.assert(
    fc.property(request, (one) => {
      for (const { term, due, earliest, latest } of timeline(library, one).deadlines) {
        expect(earliest <= due && due <= latest).toBe(true);
        if (!term.roll) continue;
        for (const end of [due, earliest, latest])
          expect(isWorkingDay(calendar, end), `${term.id} ${end}`).toBe(true);
      }
    }),
  );
  fc.assert(
    fc.property(day, (date) => {
      const found = workingDayFrom(calendar, date);
      for (let between = date; between < found; between = addDays(between, 1))
        expect(isWorkingDay(calendar, between)).toBe(false);
    }),
  );
});

it('the order of events decides nothing, and saying one twice changes nothing but where numbers add up', () => {
  fc.assert(
    fc.property(
      request.chain((one) =>
        fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.events], { minLength: one.events.length })),
      ),
      ([one, shuffled]) => {
        const told = (result: ReturnType<typeof timeline>) => ({
          deadlines: result.deadlines
            .map(({ term, due, earliest, state }) => ({ id: term.id, due, earliest, state }))
            .sort((a, b) => a.id.localeCompare(b.id)),
          next: result.next.map(({ step, from, until }) => ({ id: step.id, from, until })),
        });
        expect(told(timeline(library, { ...one, events: shuffled }))).toEqual(told(timeline(library, one)));
        const plain = { ...one, events: one.events.filter(({ kind }) => kind !== 'extended') };
        expect(told(timeline(library, { ...plain, events: [...plain.events, ...plain.events] }))).toEqual(
          told(timeline(library, plain)),
        );
      },
    ),
  );
});

it('a later day never makes a missed term run, nor undoes one that was met, nor moves a last day', () => {
  fc.assert(
    fc.property(request, fc.nat({ max: 900 }), (one, later) => {
      const now = timeline(library, one).deadlines;
      const then = timeline(library, { ...one, today: addDays(one.today, later) }).deadlines;
      expect(then.map(({ term, due }) => [term.id, due])).toEqual(now.map(({ term, due }) => [term.id, due]));
      for (const [index, { state }] of now.entries())
        if (state !== 'running') expect(then[index]?.state).toBe(state);
    }),
  );
});

it('there is always a next step: a document, or the reason why there is none', () => {
  fc.assert(
    fc.property(request, (one) => {
      const { next } = timeline(library, one);
      expect(next.length).toBeGreaterThan(0);
      expect(next.filter(({ step }) => step.template === null).length).toBe(
        next.some(({ step }) => step.template !== null) ? 0 : 1,
      );
      for (const { from } of next) expect(from <= one.today).toBe(true);
      const documents = next.flatMap(({ step }) => step.template ?? []);
      expect(new Set(documents).size).toBe(documents.length);
    }),
  );
});

it('whatever is sent, it is answered or told what to mend, and no value comes back', () => {
  const hostile = fc.oneof(
    fc.json().map((text): unknown => JSON.parse(text)),
    fc.record({
      template: fc.anything(),
      authority: fc.anything(),
      events: fc.array(fc.anything()),
      today: fc.anything(),
    }),
    fc
      .tuple(
        request,
        fc.constantFrom('template', 'authority', 'events', 'today', 'case', 'episode'),
        fc.constant('Иванов-проба'),
      )
      .map(([one, field, value]) => ({ ...one, [field]: value })),
    request.map((one) => ({ ...one, events: [{ kind: 'sent', date: 'Иванов-проба' }], 'Иванов-проба': 1 })),
  );
  fc.assert(
    fc.property(hostile, (body) => {
      const read = readTimeline(library, body);
      if (read.ok) expect(timeline(library, read.value).next.length).toBeGreaterThan(0);
      else {
        expect(read.problems.length).toBeGreaterThan(0);
        expect(JSON.stringify(read.problems)).not.toContain('Иванов');
      }
    }),
    { numRuns: 300 },
  );
});
