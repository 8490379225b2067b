/**
 * The register: what was filed and what the offices answered. One interface; SQLite or PostgreSQL behind it. Nothing here
 * knows a page. Every method of an organisation's side takes the actor first and sees that organisation's records only.
 */
import type { IsoDate } from '#domain/dates.ts';
import type { MemberOrganisation } from '#domain/register/member-organisation.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import type { Role } from '#domain/register/roles.ts';
import type { Derived, Standing } from '#domain/register/standing.ts';
import type { Dimension, StatisticsRow } from '#domain/register/statistics.ts';
import type { IsoWeek } from '#domain/register/week.ts';

/** Who of which organisation acts. */
export type Actor = { organisation: string; person: string; role: Role };

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
  /** Deletes the cases whose retention has run out; how many. Done at start and once a day. */
  deleteExpired: (today: IsoDate) => Promise<number>;
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

// ---------------------------------------------------------------------------------------------------- organisations

/** The organisation's private key, sealed to the key pair of its passphrase (see sealing.ts); `salt` in hex. */
export type KeptKey = { recipient: string; sealedKey: string; salt: string };

export type OrganisationSettings = Pick<
  MemberOrganisation,
  | 'name'
  | 'contact'
  | 'statusInRussia'
  | 'statusChecked'
  | 'statusSource'
  | 'retentionMonths'
  | 'publicStatistics'
  | 'tags'
>;

export type Organisations = {
  all: () => Promise<readonly MemberOrganisation[]>;
  get: (id: string) => Promise<MemberOrganisation | undefined>;
  /** False where the id is taken. The command line alone does this. */
  create: (organisation: { id: string } & OrganisationSettings) => Promise<boolean>;
  change: (actor: Actor, settings: Partial<OrganisationSettings>) => Promise<void>;
  key: (id: string) => Promise<KeptKey | undefined>;
  /** The first key, or the same key under another passphrase. False where a different key is there already. */
  keepKey: (actor: Actor, key: KeptKey) => Promise<boolean>;
};

// ----------------------------------------------------------------------------------------------------------- people

export type Person = {
  id: string;
  organisation: string;
  /** Name to sign in with: a pseudonym will do. Unique in the installation. */
  login: string;
  role: Role;
  active: boolean;
};

/**
 * What a password opens: the secret of the second factor, sealed under a key that scrypt makes of the password. There is
 * no hash of the password beside it.
 */
export type Credential = { salt: string; sealedSecret: string };

/** `login`: whose access is made anew by it; null for a newcomer. */
export type Invitation = { organisation: string; role: Role; expires: number; login: string | null };

export type People = {
  all: (organisation: string) => Promise<readonly Person[]>;
  get: (id: string) => Promise<Person | undefined>;
  byLogin: (login: string) => Promise<(Person & { credential: Credential; lastStep: number }) | undefined>;
  /** `token` is the SHA-256 of what stands in the link, in hex. The command line invites without an actor. */
  invite: (by: Actor | { organisation: string }, token: string, role: Role, expires: number) => Promise<void>;
  invitation: (token: string, now: number) => Promise<Invitation | undefined>;
  /** Uses the invitation up; 'taken' where the login is another's, 'gone' where the invitation is. */
  accept: (
    token: string,
    person: { login: string; credential: Credential },
    now: number,
  ) => Promise<Person | 'taken' | 'gone'>;
  change: (actor: Actor, id: string, change: { role?: Role; active?: boolean }) => Promise<boolean>;
  /** A new password or second factor; ends every session of the person but `keep`. */
  setCredential: (id: string, credential: Credential, keep?: string) => Promise<void>;
  /** True where this step of the clock (RFC 6238) was not used yet; it is now. */
  useStep: (id: string, step: number) => Promise<boolean>;
  /** Makes the old password useless and gives a one-time link instead; the command line, or an administrator. */
  reset: (
    by: Actor | { organisation: string },
    id: string,
    token: string,
    expires: number,
  ) => Promise<boolean>;
};

// --------------------------------------------------------------------------------------------------------- sessions

/** `token` is always the SHA-256, in hex, of what the cookie holds: the database cannot act as anybody. Times in ms. */
export type Session = {
  token: string;
  person: Person;
  seen: number;
  expires: number;
  /** The organisation's key, sealed under what only the cookie knows; null while it is locked. */
  unlocked: string | null;
};

export type Sessions = {
  begin: (session: { token: string; person: string; now: number; expires: number }) => Promise<void>;
  /** Undefined where there is none, it has run out, it slept for half an hour, or its person is not active. */
  get: (token: string, now: number) => Promise<Session | undefined>;
  unlock: (token: string, unlocked: string | null) => Promise<void>;
  end: (token: string) => Promise<void>;
};

// ------------------------------------------------------------------------------------------------------------ cases

/** One filing, in clear: its public facts, and what follows from them. */
export type RegisteredFiling = PublicFacts & {
  id: string;
  templateVersion: string;
} & Omit<Derived, 'measures'>;

export type RegisteredCase = {
  id: string;
  organisation: string;
  /** Goes up with every change: the ETag. */
  version: number;
  /** By whom it came. */
  origin: 'filer' | 'staff' | 'import';
  arrivedWeek: IsoWeek;
  changedWeek: IsoWeek;
  filings: readonly RegisteredFiling[];
  /** Sealed facts, armored, to the organisation's key and, where there is one, to the filer's. */
  sealed: string;
  /** The filer's public key; null where the case was entered by staff. */
  filerRecipient: string | null;
  assignee: string | null;
  tags: readonly string[];
  /** True while nobody of the organisation has seen what the filer last sent. */
  isNew: boolean;
  /** Sealed scans: what they are stands in the sealed facts. */
  scans: readonly { id: string; bytes: number }[];
};

/** What a case is made of when it comes in, and what a change replaces it by. */
export type CaseContent = { filings: readonly PublicFacts[]; sealed: string };

export type Changed = 'done' | 'conflict' | 'gone';

export type SharedCases = {
  /** The `finder` is the SHA-256, in hex, of that half of the code. Gives the id of the case. False: no such organisation, or it has no key. */
  add: (
    organisation: string,
    finder: string,
    filerRecipient: string | null,
    content: CaseContent,
    today: IsoDate,
  ) => Promise<string | false>;
  find: (finder: string) => Promise<(RegisteredCase & { withdrawn: boolean }) | undefined>;
  /** Also what ends a withdrawal is not there: withdrawn is for good. */
  change: (finder: string, version: number, content: CaseContent, today: IsoDate) => Promise<Changed>;
  addScan: (finder: string, id: string, sealed: Uint8Array) => Promise<boolean>;
  scan: (finder: string, id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The organisation loses it, `sealed` (to the filer alone) stays: scans go, since they are sealed to both. */
  withdraw: (finder: string, sealed: string, today: IsoDate) => Promise<boolean>;
  delete: (finder: string) => Promise<boolean>;
};

/** Where a filing stands now: `overdue`, `due` this week and `waiting` by its week, else by what the office did. */
export const filingStates = ['overdue', 'due', 'waiting', 'decided'] as const;
export type FilingState = (typeof filingStates)[number];

export type FilingQuery = {
  state?: FilingState | undefined;
  standing?: Standing | undefined;
  /** An id, or 'court'. */
  authority?: string | undefined;
  template?: string | undefined;
  /** Id of a person, or 'nobody'. */
  assignee?: string | undefined;
  tag?: string | undefined;
  /** due: the longest overdue first, those that wait for nothing last are left out. filed: the newest first. */
  sort?: 'filed' | 'due' | undefined;
  /** The `next` of the page before; one that cannot be read counts as none. */
  after?: string | undefined;
  /** 1 to 200. */
  limit: number;
};

export type ListedFiling = RegisteredFiling & {
  caseId: string;
  assignee: string | null;
  tags: readonly string[];
  isNew: boolean;
  state: FilingState;
};
export type FilingPage = { filings: readonly ListedFiling[]; next: string | null };

/** For the page of the day: each list is cut at `limit`, the counts are whole up to 10,000. */
export type TodayLists = Record<
  'overdue' | 'due' | 'own' | 'arrived',
  { filings: readonly ListedFiling[]; count: number }
>;

export type Cases = {
  list: (actor: Actor, query: FilingQuery, today: IsoDate) => Promise<FilingPage>;
  /** overdue and due: the office's time. own: the applicant's own time ends this week or next. arrived: new from filers. */
  today: (actor: Actor, today: IsoDate, limit: number) => Promise<TodayLists>;
  get: (actor: Actor, id: string) => Promise<RegisteredCase | undefined>;
  /** The case that a filing belongs to. */
  caseOf: (actor: Actor, filing: string) => Promise<string | undefined>;
  /** Entered by staff: nobody has a code for it. */
  add: (actor: Actor, content: CaseContent, today: IsoDate) => Promise<string>;
  /** All or none, in one transaction; one entry of the audit log. */
  addAll: (actor: Actor, contents: readonly CaseContent[], today: IsoDate) => Promise<readonly string[]>;
  change: (
    actor: Actor,
    id: string,
    version: number,
    content: CaseContent,
    today: IsoDate,
  ) => Promise<Changed>;
  assign: (actor: Actor, id: string, person: string | null) => Promise<Changed>;
  tag: (actor: Actor, id: string, tags: readonly string[]) => Promise<Changed>;
  seen: (actor: Actor, id: string) => Promise<void>;
  addScan: (actor: Actor, id: string, scan: string, sealed: Uint8Array) => Promise<boolean>;
  scan: (actor: Actor, id: string, scan: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  delete: (actor: Actor, id: string) => Promise<boolean>;
  /** Every case of the organisation, in the order of their ids, a few at a time. */
  each: (actor: Actor) => AsyncIterable<RegisteredCase>;
  /** Exact counts by these dimensions; whoever may not see them gets them suppressed by the caller. */
  statistics: (
    organisation: string,
    by: readonly Dimension[],
    today: IsoDate,
  ) => Promise<readonly StatisticsRow[]>;
};

// ------------------------------------------------------------------------------------------------------------ audit

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
  'case-shared',
  'case-added',
  'case-changed',
  'case-assigned',
  'case-tagged',
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
  /** Id of what it was done to; never a name. */
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

// --------------------------------------------------------------------------------------------- limits, idempotency

export type Limits = {
  /**
   * Counts one attempt under `key` and says whether it is one of the first `most` of the window of `seconds`; the same for all servers
   * of one database, and after a restart. A clock that jumps back opens no new window.
   */
  take: (key: string, most: number, seconds: number, now: number) => Promise<boolean>;
  /** Forgets what was counted: after a right password. */
  clear: (key: string) => Promise<void>;
};

export type Idempotency = {
  /**
   * The answer that `key` was given before; 'other' where the request was another one; undefined where there was none, and
   * then this caller alone has it for a minute: it keeps the answer, or drops the key. 'running' to everybody else.
   */
  begin: (
    scope: string,
    key: string,
    requestHash: string,
    now: number,
  ) => Promise<{ answer: string } | 'other' | 'running' | undefined>;
  /** Kept for a day. The caller has sealed what may not lie in clear. */
  keep: (scope: string, key: string, answer: string, now: number) => Promise<void>;
  drop: (scope: string, key: string) => Promise<void>;
};
