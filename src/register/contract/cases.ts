/** Cases and their filings: the filer's side by code, the organisation's side by actor. */
import type { IsoDate } from '#domain/dates.ts';
import type { FilingSort, FilingState } from '#domain/register/listing.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import type { Derived, Standing } from '#domain/register/standing.ts';
import type { Dimension, StatisticsRow, ToldRow } from '#domain/register/statistics.ts';
import type { IsoWeek } from '#domain/register/week.ts';
import type { Claim } from './once.ts';
import type { Actor } from './staff.ts';

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

/** Likewise as staff bring it in, with words of the organisation for it. */
export type NewContent = CaseContent & { tags?: readonly string[] };

export type Changed = 'done' | 'conflict' | 'gone';

/** The ids that the cases get stand in the answer, so they are made before. */
export type Once = { ids: readonly string[]; claim: Claim };

export type SharedCases = {
  /** The `finder` is the SHA-256, in hex, of that half of the code. Gives the id of the case. False: no such organisation, or it has no key. */
  add: (
    organisation: string,
    finder: string,
    filerRecipient: string | null,
    content: CaseContent,
    today: IsoDate,
    claim?: Claim,
  ) => Promise<string | false>;
  find: (finder: string) => Promise<(RegisteredCase & { withdrawn: boolean }) | undefined>;
  /** Also what ends a withdrawal is not there: withdrawn is for good. */
  change: (
    finder: string,
    version: number,
    content: CaseContent,
    today: IsoDate,
    claim?: Claim,
  ) => Promise<Changed>;
  addScan: (finder: string, id: string, sealed: Uint8Array, claim?: Claim) => Promise<boolean>;
  scan: (finder: string, id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The organisation loses it, `sealed` (to the filer alone) stays: scans go, since they are sealed to both. */
  withdraw: (finder: string, sealed: string, today: IsoDate) => Promise<boolean>;
  delete: (finder: string) => Promise<boolean>;
};

export type FilingQuery = {
  state?: FilingState | undefined;
  standing?: Standing | undefined;
  /** An id, or 'court'. */
  authority?: string | undefined;
  template?: string | undefined;
  /** Id of a person, or 'nobody'. */
  assignee?: string | undefined;
  tag?: string | undefined;
  /**
   * filed: the newest first. due: the longest overdue first, those that wait for nothing are left out. The others: from the
   * last id to the first, the newest of each first, and at the end those of a court or of nobody.
   */
  sort?: FilingSort | undefined;
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

/** For the page of the day: each list is cut at `limit`; counting stops at a thousand, and `isMore` says that it did. */
export type TodayLists = Record<
  'overdue' | 'due' | 'own' | 'arrived',
  { filings: readonly ListedFiling[]; count: number; isMore: boolean }
>;

export type Cases = {
  list: (actor: Actor, query: FilingQuery, today: IsoDate) => Promise<FilingPage>;
  /** overdue and due: the office's time. own: the applicant's own time ends this week or next. arrived: new from filers. */
  today: (actor: Actor, today: IsoDate, limit: number) => Promise<TodayLists>;
  get: (actor: Actor, id: string) => Promise<RegisteredCase | undefined>;
  /** Sealed facts alone, armored, by id of the case: those of others, and withdrawn ones, are not among them. */
  sealedOf: (actor: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Likewise their filings alone, in the order of the case. */
  filingsOf: (
    actor: Actor,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly RegisteredFiling[]>>;
  /** The case that a filing belongs to. */
  caseOf: (actor: Actor, filing: string) => Promise<string | undefined>;
  /** Entered by staff: nobody has a code for it. */
  add: (actor: Actor, content: NewContent, today: IsoDate, once?: Once) => Promise<string>;
  /** All or none, in one transaction; one entry of the audit log. */
  addAll: (
    actor: Actor,
    contents: readonly NewContent[],
    today: IsoDate,
    once?: Once,
  ) => Promise<readonly string[]>;
  change: (
    actor: Actor,
    id: string,
    version: number,
    content: CaseContent,
    today: IsoDate,
    claim?: Claim,
  ) => Promise<Changed>;
  assign: (actor: Actor, id: string, person: string | null) => Promise<Changed>;
  tag: (actor: Actor, id: string, tags: readonly string[]) => Promise<Changed>;
  seen: (actor: Actor, id: string) => Promise<void>;
  addScan: (actor: Actor, id: string, scan: string, sealed: Uint8Array, claim?: Claim) => Promise<boolean>;
  scan: (actor: Actor, id: string, scan: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Its bytes go for good. `content` is the case without it, where somebody has the key open; else the sealed facts go on
   * naming it. Without a `version` it goes whatever has changed since.
   */
  deleteScan: (
    actor: Actor,
    id: string,
    scan: string,
    today: IsoDate,
    change?: { version?: number | undefined; content?: CaseContent },
  ) => Promise<Changed>;
  delete: (actor: Actor, id: string) => Promise<boolean>;
  /** Every case of the organisation, in the order of their ids, a few at a time. */
  each: (actor: Actor) => AsyncIterable<RegisteredCase>;
  /** Exact counts by these dimensions. */
  statistics: (
    organisation: string,
    by: readonly Dimension[],
    today: IsoDate,
  ) => Promise<readonly StatisticsRow[]>;
  /** By all dimensions, small ones left out: for those who see no filings. The same from Monday to Sunday. */
  toldStatistics: (organisation: string, today: IsoDate) => Promise<readonly ToldRow[]>;
};
