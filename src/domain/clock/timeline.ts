/**
 * From what happened to a document to its time limits, the next documents and the limitation periods: the one way in for
 * the API, the pages and the calendar file. The day is always given.
 */
import * as z from 'zod/mini';
import { shareKind } from '../act-kinds.ts';
import { events } from '../case/event.ts';
import { type IsoDate, isoDate } from '../dates.ts';
import type { Acts } from '../episode.ts';
import { found, type Library } from '../library.ts';
import type { Checked, Problem } from '../problem.ts';
import type { Procedure } from '../procedure.ts';
import { problemsOf, withoutEmpty } from '../schema-problems.ts';
import { isReport } from '../template.ts';
import { type Deadline, deadlines } from './deadline.ts';
import { type LimitationDate, limitationDates } from './limitation-dates.ts';
import { type Next, nextDocuments } from './next.ts';

/** What a program sends, and what a page makes of a case file. */
export function timelineSchema(library: Library) {
  return z.strictObject({
    template: z.enum([...library.templates.keys()]),
    /** An office of the library; null for a court. */
    authority: z.optional(z.nullable(z.enum([...library.authorities.keys()]))),
    events,
    episode: z.optional(z.enum([...library.episodes.keys()])),
    /** The day of one act, in place of an episode. */
    actDate: z.optional(isoDate),
    today: isoDate,
    /** Random, chosen by the client: it names the entries of the calendar. */
    case: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/, { error: 'type' }))),
  });
}
export type TimelineRequest = z.infer<ReturnType<typeof timelineSchema>>;

export type Timeline = {
  deadlines: readonly Deadline[];
  next: readonly Next[];
  limitation: readonly LimitationDate[];
};

/** A person mends a few at a time; a hostile body may hold a hundred thousand. */
const mostProblems = 100;

export function readTimeline(library: Library, body: unknown): Checked<TimelineRequest> {
  const parsed = timelineSchema(library).safeParse(withoutEmpty(body), { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems: Problem[] = parsed.error.issues.slice(0, mostProblems).flatMap(problemsOf);
  const paths = problems.map(({ path }) => path);
  return {
    ok: false,
    problems: problems.filter(({ path }, index) => paths.indexOf(path) === index).slice(0, mostProblems),
  };
}

export function timeline(library: Library, request: TimelineRequest): Timeline {
  const { template, events, today } = request;
  const authority = library.authorities.get(request.authority ?? '');
  const procedure = procedureOf(library, template);
  const limits = deadlines(
    { rules: library.clock, calendar: library.calendar },
    { procedure, events, court: authority === undefined },
    today,
  );
  return {
    deadlines: limits,
    next: nextDocuments(library, { template, procedure, authority, events, deadlines: limits }, today),
    limitation: limitationDates(library.counts, actsOf(library, request), today),
  };
}

/** The procedure that a document of the library is considered under. */
export function procedureOf(library: Library, template: string): Procedure {
  return found(library.templates, template).matter.procedure;
}

/** The acts that the document is about: of a follow-up, which is about the report before it, all. */
function actsOf(library: Library, { template, episode, actDate }: TimelineRequest): Acts[] {
  const document = library.templates.get(template);
  const kinds =
    document && isReport(document)
      ? document.matter.acts
      : [...new Set(library.counts.flatMap((count) => count.kinds))];
  if (actDate !== undefined) return [{ kinds, from: actDate satisfies IsoDate, to: actDate }];
  const acts = library.episodes.get(episode ?? '')?.acts ?? [];
  return acts
    .filter((one) => shareKind(one.kinds, kinds))
    .map((one) => ({ ...one, kinds: one.kinds.filter((kind) => kinds.includes(kind)) }));
}
