/** The audit log: who did what, in a chain that shows what was changed or taken out. */
import type { Actor } from './staff.ts';

export const auditActions = [
  'organisation-created',
  'settings-changed',
  'key-made',
  'key-rewrapped',
  'invited',
  'joined',
  'person-changed',
  'credential-changed',
  'credential-reset',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'unlocked',
  'unlock-failed',
  'sealed-viewed',
  'sealed-searched',
  'case-shared',
  'case-added',
  'case-changed',
  'case-assigned',
  'case-tagged',
  'case-scan-deleted',
  'case-withdrawn',
  'case-deleted',
  'imported',
  'exported',
  'expired-deleted',
  'restored',
] as const;
export type AuditAction = (typeof auditActions)[number];

export type AuditEntry = {
  /** From 1, without gaps, per organisation. */
  seq: number;
  /** ISO 8601 in UTC; of what a filer did only the week. Never earlier than the entry before. */
  at: string;
  /** Id of a person; null for filers and the service itself. */
  person: string | null;
  action: AuditAction;
  /** Id of what it was done to, of a search how many cases it went through; never a name, never what was looked for. */
  subject: string | null;
  /** SHA-256 of the entry before and of this one, in hex. */
  previous: string;
  hash: string;
};

export type Audit = {
  /** What changes nothing by itself: views, exports, sign-ins. Changes write their entry themselves. */
  write: (
    organisation: string,
    entry: { person: string | null; action: AuditAction; subject?: string | null },
  ) => Promise<void>;
  /** Newest first. */
  list: (actor: Actor, before: number | undefined, limit: number) => Promise<readonly AuditEntry[]>;
  ofCase: (actor: Actor, id: string) => Promise<readonly AuditEntry[]>;
  /** The first entry that does not fit its chain; the head of the chain, to be kept elsewhere, where all fit. */
  verify: (
    organisation: string,
  ) => Promise<{ ok: true; entries: number; head: string } | { ok: false; seq: number }>;
};
