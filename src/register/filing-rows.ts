/** Filings as rows and back: what follows from their public facts is worked out here, once for each write. */
import type { Insertable, Selectable } from 'kysely';
import type { EventKind } from '#domain/case/event.ts';
import type { Library } from '#domain/library.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { deriveFiling, type Standing } from '#domain/register/standing.ts';
import { templateVersion } from '#domain/register/template-version.ts';
import { monthOf } from '#domain/register/week.ts';
import type { RegisteredFiling } from './register.ts';
import type { Tables } from './tables.ts';

export type FilingRow = Selectable<Tables['filing']>;
export type EventRow = Selectable<Tables['filing_event']>;

/** The case that a filing belongs to, as far as it stands in every row of it. */
export type Holder = { id: string; organisation: string; assignee: string | null; tags: readonly string[] };

export type FilingRows = {
  filings: Insertable<Tables['filing']>[];
  events: Insertable<Tables['filing_event']>[];
  tags: Insertable<Tables['filing_tag']>[];
};

/** `known` are the filings that stood there before: what stays at its place keeps its id and its wording. */
export function rowsOf(
  library: Library,
  holder: Holder,
  facts: readonly PublicFacts[],
  known: readonly Pick<FilingRow, 'id' | 'template' | 'template_version'>[] = [],
): FilingRows {
  const filings = facts.map((one, position) => filingRow(library, holder, one, position, known[position]));
  return {
    filings,
    events: filings.flatMap(({ id }, index) =>
      (facts[index]?.events ?? []).map(({ kind, week }, position) => ({ filing: id, position, kind, week })),
    ),
    tags: filings.flatMap(({ id, filed_week, due_week }) =>
      holder.tags.map((tag) => ({
        organisation: holder.organisation,
        tag,
        filed_week,
        due_week: due_week ?? null,
        filing: id,
      })),
    ),
  };
}

function filingRow(
  library: Library,
  holder: Holder,
  facts: PublicFacts,
  position: number,
  known: Pick<FilingRow, 'id' | 'template' | 'template_version'> | undefined,
): Insertable<Tables['filing']> {
  const { standing, dueWeek, ownWeek, measures } = deriveFiling(library, facts);
  const template = library.templates.get(facts.template);
  const version = known?.template === facts.template ? known.template_version : undefined;
  return {
    id: known?.id ?? crypto.randomUUID(),
    case_id: holder.id,
    organisation: holder.organisation,
    position,
    template: facts.template,
    template_version: version ?? (template ? templateVersion(template) : ''),
    authority: facts.authority ?? '',
    channel: facts.channel,
    filed_week: facts.filedWeek,
    month: monthOf(facts.filedWeek),
    standing,
    due_week: dueWeek,
    own_week: ownWeek,
    assignee: holder.assignee ?? '',
    measures: JSON.stringify(measures),
  };
}

/** `events` may hold those of other filings too; they stand in their order. */
export function filingOf(row: FilingRow, events: readonly EventRow[]): RegisteredFiling {
  return {
    id: row.id,
    template: row.template,
    templateVersion: row.template_version,
    authority: row.authority === '' ? null : row.authority,
    channel: row.channel as RegisteredFiling['channel'], // checked when it came in
    filedWeek: row.filed_week,
    events: events
      .filter(({ filing }) => filing === row.id)
      .map(({ kind, week }) => ({ kind: kind as EventKind, week })), // likewise
    standing: row.standing as Standing, // written by filingRow alone
    dueWeek: row.due_week,
    ownWeek: row.own_week,
  };
}
