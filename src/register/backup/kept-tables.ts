/**
 * What of the tables goes into a backup, in an order in which every row finds what it refers to. Left out is what must not
 * come back to life: sessions, links that may have been used since, claims and counts of attempts, what a week was told.
 */
import type { Tables } from '../tables.ts';

export const leftOut = ['session', 'invitation', 'attempt', 'idempotency', 'told'] as const;
export type KeptTable = Exclude<keyof Tables, (typeof leftOut)[number]>;

export type Kept = {
  table: KeptTable;
  /** The first so many are the key, by which the rows are sorted. */
  key: number;
  columns: readonly string[];
  /** Rows read together: what is sealed may be long. */
  atOnce: number;
};

/** Every column of every kept table, those of the key in its order: one that is missing here does not compile. */
const columns: { readonly [Table in KeptTable]: Readonly<Record<keyof Tables[Table], 'key' | 'value'>> } = {
  installation: { name: 'key', value: 'value' },
  organisation: {
    id: 'key',
    name_ru: 'value',
    name_en: 'value',
    contact: 'value',
    status_in_russia: 'value',
    status_checked: 'value',
    status_source: 'value',
    retention_months: 'value',
    public_statistics: 'value',
    tags: 'value',
    recipient: 'value',
    sealed_key: 'value',
    key_salt: 'value',
    audit_seq: 'value',
    audit_at: 'value',
    audit_hash: 'value',
  },
  person: {
    id: 'key',
    organisation: 'value',
    login: 'value',
    role: 'value',
    active: 'value',
    salt: 'value',
    sealed_secret: 'value',
    last_step: 'value',
  },
  register_case: {
    id: 'key',
    organisation: 'value',
    finder: 'value',
    filer_recipient: 'value',
    version: 'value',
    origin: 'value',
    arrived_week: 'value',
    changed_week: 'value',
    assignee: 'value',
    tags: 'value',
    is_new: 'value',
    filings: 'value',
    withdrawn: 'value',
    sealed: 'value',
  },
  filing: {
    id: 'key',
    case_id: 'value',
    organisation: 'value',
    position: 'value',
    template: 'value',
    template_version: 'value',
    authority: 'value',
    channel: 'value',
    filed_week: 'value',
    month: 'value',
    standing: 'value',
    due_week: 'value',
    own_week: 'value',
    assignee: 'value',
    measures: 'value',
  },
  filing_event: { filing: 'key', position: 'key', kind: 'value', week: 'value' },
  filing_tag: { organisation: 'key', tag: 'key', filed_week: 'key', due_week: 'value', filing: 'key' },
  scan: { id: 'key', case_id: 'value', sealed: 'value', bytes: 'value' },
  tally: {
    organisation: 'key',
    month: 'key',
    authority: 'key',
    template: 'key',
    measure: 'key',
    due_week: 'key',
    count: 'value',
  },
  audit: {
    organisation: 'key',
    seq: 'key',
    at: 'value',
    person: 'value',
    action: 'value',
    subject: 'value',
    previous: 'value',
    hash: 'value',
  },
};

const fewAtOnce: Partial<Record<KeptTable, number>> = { scan: 4, register_case: 100 };

export const keptTables: readonly Kept[] = Object.entries(columns).map(([table, all]) => {
  const named = (kind: 'key' | 'value') =>
    Object.keys(all).filter((_, at) => Object.values(all)[at] === kind);
  return {
    table: table as KeptTable, // the keys of a literal are known
    key: named('key').length,
    columns: [...named('key'), ...named('value')],
    atOnce: fewAtOnce[table as KeptTable] ?? 500, // likewise
  };
});
