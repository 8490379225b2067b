/** All dates of the case as one calendar file: every document's clock, and each limitation period once. */
import type { Context } from 'hono';
import { caseTimeline } from '#domain/case/case-timeline.ts';
import { agendaOf, deadlineEntries, limitationEntries } from '../timeline/agenda.ts';
import type { CaseView } from './view.ts';

export function calendarFile(c: Context, view: CaseView): Response {
  const { site, kept, today } = view;
  const line = caseTimeline(site.library, kept, today);
  const entries = [
    ...kept.filings.flatMap(({ id }) =>
      deadlineEntries(
        site.library,
        view,
        line.deadlines.filter(({ filing }) => filing.id === id),
        `${kept.case}-${id}`,
      ),
    ),
    ...limitationEntries(view, line.limitation, kept.case),
  ];
  return c.body(site.calendar(agendaOf(view, entries, today)), 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="calendar-${today}.ics"`,
    'Cache-Control': 'no-store',
  });
}
