/** Indexes of the first tables, and what keeps the audit log as it was written. Never changed once it is released. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** One for each way in which lists are sorted and filtered; each ends in the id, so that pages go on by key. */
export async function indexes({ schema }: Pick<Kysely<unknown>, 'schema'>): Promise<void> {
  const filing = (name: string, columns: readonly string[]) =>
    schema
      .createIndex(`filing_${name}`)
      .on('filing')
      .columns(['organisation', ...columns, 'id']);
  // The last column of these two is not for order: most rows that a second filter leaves out need not be read.
  await filing('filed', ['filed_week']).column('due_week').execute();
  await filing('due', ['due_week']).execute();
  await filing('own', ['own_week']).execute();
  await filing('authority', ['authority', 'filed_week']).column('template').execute();
  await filing('template', ['template', 'filed_week']).execute();
  await filing('standing', ['standing', 'filed_week']).execute();
  await filing('assignee', ['assignee', 'filed_week']).execute();
  // What people ask most: what is overdue at this office, what is overdue of mine.
  await filing('authority_due', ['authority', 'due_week']).execute();
  await filing('assignee_due', ['assignee', 'due_week']).execute();
  await schema
    .createIndex('case_arrived')
    .on('register_case')
    .columns(['organisation', 'is_new', 'changed_week', 'id'])
    .execute();
  await schema
    .createIndex('case_changed')
    .on('register_case')
    .columns(['organisation', 'changed_week', 'id'])
    .execute();
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
    await sql`create function audit_is_append_only() returns trigger language plpgsql as
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
