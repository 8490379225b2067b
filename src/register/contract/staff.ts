/** Organisations of an installation, who works for them, and their sittings. */
import type { MemberOrganisation } from '#domain/register/member-organisation.ts';
import type { Role } from '#domain/register/roles.ts';

/** Who of which organisation acts. */
export type Actor = { organisation: string; person: string; role: Role };

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
  /** Another role ends the links that they made, being put out their sessions too. */
  change: (actor: Actor, id: string, change: { role?: Role; active?: boolean }) => Promise<boolean>;
  /**
   * A new password or second factor; ends every session of the person but `keep`, and every link that they made. False
   * where `keep` is no session of theirs any more: they were reset or put out while the password was stretched.
   */
  setCredential: (id: string, credential: Credential, keep?: string) => Promise<boolean>;
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
  /** `proved` is the sealed secret that the password opened. False where it is that no longer, or they were put out. */
  begin: (session: {
    token: string;
    person: string;
    now: number;
    expires: number;
    proved?: string | undefined;
  }) => Promise<boolean>;
  /** Undefined where there is none, it has run out, it slept for half an hour, or its person is not active. */
  get: (token: string, now: number) => Promise<Session | undefined>;
  unlock: (token: string, unlocked: string | null) => Promise<void>;
  end: (token: string) => Promise<void>;
};
