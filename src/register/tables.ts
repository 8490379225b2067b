/**
 * The tables of the register, the same on SQLite and PostgreSQL: texts and whole numbers only. Booleans are 0 and 1, times
 * are milliseconds, hashes are hex. What names a person stands sealed (age armor) or is not there.
 */
import type { ColumnType } from 'kysely';

/** PostgreSQL gives a bigint back as text unless told otherwise; open-postgres.ts tells it. */
type Whole = ColumnType<number, number, number>;

export type Tables = {
  installation: { name: string; value: string };
  organisation: {
    id: string;
    name_ru: string;
    name_en: string;
    contact: string;
    status_in_russia: string;
    status_checked: string | null;
    status_source: string | null;
    retention_months: Whole;
    public_statistics: Whole;
    /** JSON list. */
    tags: string;
    recipient: string | null;
    sealed_key: string | null;
    key_salt: string | null;
    /** Head of the audit log: its last entry; `audit_at` is the instant below which no entry will be written. */
    audit_seq: Whole;
    audit_at: string;
    audit_hash: string;
  };
  person: {
    id: string;
    organisation: string;
    login: string;
    role: string;
    active: Whole;
    salt: string;
    sealed_secret: string;
    last_step: Whole;
  };
  invitation: {
    token: string;
    organisation: string;
    role: string;
    /** Of a reset: who it is for. */
    person: string | null;
    /** Null where the command line made it. */
    made_by: string | null;
    expires: Whole;
  };
  session: {
    token: string;
    person: string;
    seen: Whole;
    expires: Whole;
    unlocked: string | null;
  };
  register_case: {
    id: string;
    organisation: string;
    finder: string | null;
    filer_recipient: string | null;
    version: Whole;
    origin: string;
    arrived_week: string;
    changed_week: string;
    assignee: string | null;
    /** JSON list. */
    tags: string;
    is_new: Whole;
    /** How many it holds: the day counts those of what is new. */
    filings: Whole;
    withdrawn: Whole;
    sealed: string;
  };
  filing: {
    id: string;
    case_id: string;
    /** '' once the case is withdrawn: then no list and no count of an organisation finds it. */
    organisation: string;
    position: Whole;
    template: string;
    template_version: string;
    /** '' for a court: an index over null differs between the two databases. */
    authority: string;
    channel: string;
    filed_week: string;
    month: string;
    standing: string;
    due_week: string | null;
    own_week: string | null;
    /** Of its case, for lists by index; '' for nobody. */
    assignee: string;
    /** What it is counted in, JSON list: taken back as it was counted, even where the clock's rules have changed since. */
    measures: string;
  };
  filing_event: { filing: string; position: Whole; kind: string; week: string };
  /** For lists by tag. */
  filing_tag: {
    organisation: string;
    tag: string;
    filed_week: string;
    due_week: string | null;
    filing: string;
  };
  scan: { id: string; case_id: string; sealed: Uint8Array; bytes: Whole };
  /** Counters kept by every change: `measure`, and of those that wait the week in which their time ends (`due_week`, else ''). */
  tally: {
    organisation: string;
    month: string;
    authority: string;
    template: string;
    measure: string;
    due_week: string;
    count: Whole;
  };
  /** What analysts and the public are told this week, as JSON. */
  told: { organisation: string; week: string; rows: string };
  audit: {
    organisation: string;
    seq: Whole;
    at: string;
    person: string | null;
    action: string;
    subject: string | null;
    previous: string;
    hash: string;
  };
  attempt: { key: string; until: Whole; count: Whole };
  idempotency: {
    scope: string;
    /** SHA-256 of the key. */
    key: string;
    request: string;
    answer: string | null;
    expires: Whole;
  };
};
