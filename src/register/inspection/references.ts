/** Does every row belong to something that is there, and to the organisation that it says? */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db.ts';
import type { Finding } from './inspect.ts';

/** Each finds rows that should not be; `id` says where. */
const questions: Readonly<Record<string, RawBuilder<{ id: string }>>> = {
  'a filing is of another organisation than its case': sql`
    select filing.id from filing join register_case on register_case.id = filing.case_id
    where filing.organisation <> case when withdrawn = 1 then '' else register_case.organisation end`,
  'a filing is with another person than its case': sql`
    select filing.id from filing join register_case on register_case.id = filing.case_id
    where filing.assignee <> coalesce(register_case.assignee, '')`,
  'a case has no filing': sql`
    select id from register_case where not exists (select 1 from filing where case_id = register_case.id)`,
  'a case counts its filings wrongly': sql`
    select id from register_case where filings <> (select count(*) from filing where case_id = register_case.id)`,
  'a case is with nobody of its organisation': sql`
    select id from register_case where assignee is not null and not exists
      (select 1 from person where person.id = assignee and person.organisation = register_case.organisation)`,
  'a tag is of another organisation than its filing': sql`
    select filing id from filing_tag join filing on filing.id = filing_tag.filing
    where filing.organisation <> filing_tag.organisation or filing.filed_week <> filing_tag.filed_week
      or coalesce(filing.due_week, '') <> coalesce(filing_tag.due_week, '')`,
  'an audit log is of no organisation': sql`
    select distinct organisation id from audit
    where not exists (select 1 from organisation where organisation.id = audit.organisation)`,
  'the length of a scan is wrong': sql`select id from scan where length(sealed) <> bytes`,
  ...withoutParent('person', 'organisation', 'organisation', 'id'),
  ...withoutParent('register_case', 'organisation', 'organisation', 'id'),
  ...withoutParent('filing', 'case_id', 'register_case', 'id'),
  ...withoutParent('filing_event', 'filing', 'filing', 'filing'),
  ...withoutParent('filing_tag', 'filing', 'filing', 'filing'),
  ...withoutParent('scan', 'case_id', 'register_case', 'id'),
  ...withoutParent('session', 'person', 'person', 'person'),
  ...withoutParent('tally', 'organisation', 'organisation', 'organisation'),
};

/** Findings of one kind that are told; there may be a million. */
const told = 20;

export async function strayRows({ read }: Pick<Db, 'read'>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, question] of Object.entries(questions)) {
    const { rows } = await read((kysely) => sql<{ id: string }>`${question} limit ${told}`.execute(kysely));
    findings.push(...rows.map(({ id }) => ({ what, where: id })));
  }
  return findings;
}

/** The databases themselves keep these; a file that was mended by hand, or a disk that lied, may have broken them. */
function withoutParent(table: string, column: string, parent: string, id: string) {
  return {
    [`${table}: a row whose ${parent} is not there`]: sql<{ id: string }>`
      select ${sql.ref(id)} id from ${sql.table(table)} where not exists
        (select 1 from ${sql.table(parent)} parent where parent.id = ${sql.ref(`${table}.${column}`)})`,
  };
}
