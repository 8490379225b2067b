/** The first tables. A migration that has been released is never changed: the next one goes on from it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, indexes } from './0001-indexes.ts';

export async function up(db: Kysely<unknown>, postgres: boolean): Promise<void> {
  const bytes = postgres ? sql`bytea` : sql`blob`;
  // Compared byte by byte on both, so that lists have one order and an index serves every comparison.
  const text = postgres ? sql`text collate "C"` : sql`text`;
  // SQLite then keeps a row where its key stands, not in the order in which rows came: one page to read instead of two.
  const byKey = postgres ? sql`` : sql`without rowid`;
  const { schema } = db;
  await schema
    .createTable('installation')
    .addColumn('name', text, (c) => c.primaryKey().notNull())
    .addColumn('value', text, (c) => c.notNull())
    .execute();
  await schema
    .createTable('organisation')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('name_ru', text, (c) => c.notNull())
    .addColumn('name_en', text, (c) => c.notNull())
    .addColumn('contact', text, (c) => c.notNull())
    .addColumn('status_in_russia', text, (c) => c.notNull())
    .addColumn('status_checked', text)
    .addColumn('status_source', text)
    .addColumn('retention_months', 'integer', (c) => c.notNull())
    .addColumn('public_statistics', 'integer', (c) => c.notNull())
    .addColumn('tags', text, (c) => c.notNull())
    .addColumn('recipient', text)
    .addColumn('sealed_key', text)
    .addColumn('key_salt', text)
    .addColumn('audit_seq', 'integer', (c) => c.notNull())
    .addColumn('audit_at', text, (c) => c.notNull())
    .addColumn('audit_hash', text, (c) => c.notNull())
    .execute();
  await schema
    .createTable('person')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('login', text, (c) => c.notNull().unique())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('salt', text, (c) => c.notNull())
    .addColumn('sealed_secret', text, (c) => c.notNull())
    .addColumn('last_step', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('invitation')
    .addColumn('token', text, (c) => c.primaryKey().notNull())
    .addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('person', text, (c) => c.references('person.id').onDelete('cascade'))
    .addColumn('made_by', text)
    .addColumn('expires', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('session')
    .addColumn('token', text, (c) => c.primaryKey().notNull())
    .addColumn('person', text, (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('seen', 'bigint', (c) => c.notNull())
    .addColumn('expires', 'bigint', (c) => c.notNull())
    .addColumn('unlocked', text)
    .execute();
  await schema
    .createTable('register_case')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('finder', text, (c) => c.unique())
    .addColumn('filer_recipient', text)
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('origin', text, (c) => c.notNull())
    .addColumn('arrived_week', text, (c) => c.notNull())
    .addColumn('changed_week', text, (c) => c.notNull())
    .addColumn('assignee', text)
    .addColumn('tags', text, (c) => c.notNull())
    .addColumn('is_new', 'integer', (c) => c.notNull())
    .addColumn('filings', 'integer', (c) => c.notNull())
    .addColumn('withdrawn', 'integer', (c) => c.notNull())
    .addColumn('sealed', text, (c) => c.notNull()) // last: what stands behind a long text is slow to reach
    .execute();
  await schema
    .createTable('filing')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('case_id', text, (c) => c.notNull().references('register_case.id').onDelete('cascade'))
    .addColumn('organisation', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('template', text, (c) => c.notNull())
    .addColumn('template_version', text, (c) => c.notNull())
    .addColumn('authority', text, (c) => c.notNull())
    .addColumn('channel', text, (c) => c.notNull())
    .addColumn('filed_week', text, (c) => c.notNull())
    .addColumn('month', text, (c) => c.notNull())
    .addColumn('standing', text, (c) => c.notNull())
    .addColumn('due_week', text)
    .addColumn('own_week', text)
    .addColumn('assignee', text, (c) => c.notNull())
    .addColumn('measures', text, (c) => c.notNull())
    .addUniqueConstraint('filing_position', ['case_id', 'position'])
    .modifyEnd(byKey)
    .execute();
  await schema
    .createTable('filing_event')
    .addColumn('filing', text, (c) => c.notNull().references('filing.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('week', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('filing_event_key', ['filing', 'position'])
    .modifyEnd(byKey)
    .execute();
  await schema
    .createTable('filing_tag')
    .addColumn('organisation', text, (c) => c.notNull())
    .addColumn('tag', text, (c) => c.notNull())
    .addColumn('filed_week', text, (c) => c.notNull())
    .addColumn('due_week', text)
    .addColumn('filing', text, (c) => c.notNull().references('filing.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('filing_tag_key', ['organisation', 'tag', 'filed_week', 'filing'])
    .modifyEnd(byKey)
    .execute();
  await schema
    .createTable('scan')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('case_id', text, (c) => c.notNull().references('register_case.id').onDelete('cascade'))
    .addColumn('sealed', bytes, (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .execute();
  await schema
    .createTable('tally')
    .addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('month', text, (c) => c.notNull())
    .addColumn('authority', text, (c) => c.notNull())
    .addColumn('template', text, (c) => c.notNull())
    .addColumn('measure', text, (c) => c.notNull())
    .addColumn('due_week', text, (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('tally_key', [
      'organisation',
      'month',
      'authority',
      'template',
      'measure',
      'due_week',
    ])
    .modifyEnd(byKey)
    .execute();
  await schema
    .createTable('told')
    .addColumn('organisation', text, (c) =>
      c.primaryKey().notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn('week', text, (c) => c.notNull())
    .addColumn('rows', text, (c) => c.notNull())
    .execute();
  await schema
    .createTable('audit')
    .addColumn('organisation', text, (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('person', text)
    .addColumn('action', text, (c) => c.notNull())
    .addColumn('subject', text)
    .addColumn('previous', text, (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_key', ['organisation', 'seq'])
    .modifyEnd(byKey)
    .execute();
  await schema
    .createTable('attempt')
    .addColumn('key', text, (c) => c.primaryKey().notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .execute();
  await schema
    .createTable('idempotency')
    .addColumn('scope', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.notNull())
    .addColumn('request', text, (c) => c.notNull())
    .addColumn('answer', text)
    .addColumn('expires', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_key', ['scope', 'key'])
    .execute();
  await indexes(db, postgres);
  await appendOnly(db, postgres);
}
