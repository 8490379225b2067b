/**
 * The register: what was filed and what the offices answered. One interface; SQLite or PostgreSQL behind it. Nothing here
 * knows a page. Every method of an organisation's side takes the actor first and sees that organisation's records only.
 */
import type { IsoDate } from '#domain/dates.ts';
import type { Audit } from './contract/audit.ts';
import type { Cases, SharedCases } from './contract/cases.ts';
import type { Idempotency, Limits } from './contract/once.ts';
import type { Organisations, People, Sessions } from './contract/staff.ts';
import type { Clock, Deriving } from './contract/upkeep.ts';

export * from './contract/audit.ts';
export type * from './contract/cases.ts';
export type * from './contract/once.ts';
export type * from './contract/staff.ts';
export type * from './contract/upkeep.ts';

export type Register = {
  /** Random bytes of this installation, made once: case codes and addresses are stretched with them. */
  salt: Uint8Array;
  organisations: Organisations;
  people: People;
  sessions: Sessions;
  /** The filer's side: whoever holds a case code. */
  shared: SharedCases;
  /** The organisation's side. */
  cases: Cases;
  audit: Audit;
  limits: Limits;
  idempotency: Idempotency;
  clock: Clock;
  deriving: Deriving;
  /** Deletes the cases whose retention has run out; how many. Undefined, and nothing is deleted, while the clock is not believed. */
  deleteExpired: (today: IsoDate) => Promise<number | undefined>;
  /** Forgets attempts, claims, links and sessions that have run out. Done every ten minutes. */
  forgetPassed: () => Promise<void>;
  /** True where the database answers. */
  isReachable: () => Promise<boolean>;
  close: () => Promise<void>;
};

/**
 * The database cannot do what was asked, and nothing of it was done. full: no room on the disk. unreachable: it does not
 * answer, or was lost on the way (then nobody knows; asking again with the same Idempotency-Key is safe). busy: others
 * held it too long.
 */
export class RegisterUnavailable extends Error {
  override name = 'RegisterUnavailable';
  readonly reason: 'full' | 'unreachable' | 'busy';
  constructor(reason: 'full' | 'unreachable' | 'busy', cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
