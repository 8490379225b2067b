/** Indexes of the first tables, and what keeps the audit log as it was written. Never changed once it is released. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What lists are filtered by. */
const asked = ['standing', 'authority', 'template', 'assignee'] as const;

/** One for each way in which lists are sorted, or filtered by one thing; each goes on by the id, so that pages go on by key. */
export async function indexes({ schema }: Pick<Kysely<unknown>, 'schema'>, postgres: boolean): Promise<void> {
  const filing = (name: string, columns: readonly string[]) =>
    schema
      .createIndex(`filing_${name}`)
      .on('filing')
      .columns(['organisation', ...columns]);
  // What stands behind the id in these two is not for order: rows that other filters leave out need not be read.
  await filing('filed', ['filed_week', 'id', 'due_week', ...asked]).execute();
  await filing('due', ['due_week', 'id', 'filed_week', ...asked]).execute();
  await filing('own', ['own_week', 'id']).where('own_week', 'is not', null).execute();
  for (const one of asked) await filing(one, [one, 'filed_week', 'id']).execute();
  // What people ask most: what is overdue at this office, what is overdue of mine.
  for (const one of ['authority', 'assignee'])
    await filing(`${one}_due`, [one, 'due_week', 'id']).where('due_week', 'is not', null).execute();
  // Of several filters at once: whatever few filings they leave are found here, with all that any order asks for.
  await filing('found', [...asked, 'due_week', 'filed_week', 'id']).execute();
  await schema
    .createIndex('case_arrived')
    .on('register_case')
    .columns(['organisation', 'is_new', 'changed_week', 'id', 'filings'])
    .execute();
  await schema
    .createIndex('case_changed')
    .on('register_case')
    .columns(['organisation', 'changed_week', 'id'])
    .execute();
  // What lists show of a case, whose own row is long: PostgreSQL keeps long texts elsewhere.
  if (!postgres)
    await schema.createIndex('case_listed').on('register_case').columns(['id', 'tags', 'is_new']).execute();
  await schema
    .createIndex('filing_tag_due')
    .on('filing_tag')
    .columns(['organisation', 'tag', 'due_week', 'filing'])
    .execute();
  await schema.createIndex('filing_tag_filing').on('filing_tag').column('filing').execute();
  await schema.createIndex('scan_case').on('scan').column('case_id').execute();
  await schema.createIndex('session_person').on('session').column('person').execute();
  await schema.createIndex('audit_subject').on('audit').columns(['organisation', 'subject', 'seq']).execute();
  await schema.createIndex('idempotency_expires').on('idempotency').column('expires').execute();
}

/** The audit log refuses changes; only an organisation that is removed as a whole takes its log along (by dropping the triggers). */
export async function appendOnly(db: Kysely<unknown>, postgres: boolean): Promise<void> {
  if (postgres) {
    await sql`create or replace function audit_is_append_only() returns trigger language plpgsql as
      'begin raise exception ''the audit log is append-only''; end'`.execute(db);
    await sql`create trigger audit_kept before update or delete or truncate on audit
      for each statement execute function audit_is_append_only()`.execute(db);
    return;
  }
  for (const change of ['update', 'delete'] as const) {
    await sql`create trigger ${sql.raw(`audit_no_${change}`)} before ${sql.raw(change)} on audit
      begin select raise(abort, 'the audit log is append-only'); end`.execute(db);
  }
}
