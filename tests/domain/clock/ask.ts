/** Asks the clock as a test writes it: events as short lines, one document, one day. */
import type { Deadline } from '#domain/clock/deadline.ts';
import { type Timeline, type TimelineRequest, timeline } from '#domain/clock/timeline.ts';
import { library } from '../../support/library.ts';
import type { Happened } from './worked-out.ts';

export function ask(
  template: string,
  events: readonly Happened[],
  today: string,
  more: Partial<TimelineRequest> = {},
): Timeline {
  return timeline(library, {
    template,
    authority: officeOf(template),
    events: eventsOf(events),
    today,
    ...more,
  });
}

export function eventsOf(events: readonly Happened[]): TimelineRequest['events'] {
  return events.map(([kind, date, days]) => ({ kind, date, ...(days === undefined ? {} : { days }) }));
}

/** The deadline of that id; a missing one is a fault of the test. */
export function deadline({ deadlines }: Timeline, id: string): Deadline {
  const one = deadlines.find(({ term }) => term.id === id);
  if (!one) throw new Error(`no ${id} among ${deadlines.map(({ term }) => term.id).join(', ')}`);
  return one;
}

function officeOf(template: string): string | null {
  if (template.endsWith('-125')) return null;
  return template === 'prosecutor-appeal' ? 'gp-central' : 'sk-central';
}
