/** What every page and API route is given: made once in app.ts, never changed. */
import type { Context } from 'hono';
import type { Agenda } from '#domain/clock/agenda.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Document } from '#domain/document.ts';
import type { PaperSheet } from '#domain/filing/paper.ts';
import type { Language } from '#domain/language.ts';
import type { Library } from '#domain/library.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import type { MemberOrganisation } from '#domain/register/member-organisation.ts';
import type { Html } from '#html.ts';
import type { Texts } from '#i18n.ts';
import type { CaseContent, Changed, Register, RegisteredCase, SharedCases } from '#register/register.ts';
import type { Sealing } from '#sealing/bound.ts';

/**
 * Where pages are made: by a server, by a page of it on the person's own device, or there from one file without any server.
 * tab: on the device too, by a page that asks a server for what lies sealed.
 */
export type Place = 'server' | 'device' | 'kit' | 'tab';

export type Site = {
  place: Place;
  /** Those in which pages can be made: on a device, the ones that have arrived. */
  languages: readonly Language[];
  library: Library;
  texts: Texts;
  operator: { name: string | undefined; contact: string | undefined };
  publicUrl: string | undefined;
  formats: Readonly<Record<string, SiteFormat>>;
  /** The preview of a document inside a page. */
  preview: (document: Document) => Html;
  /** The Russian document beside what it says. */
  readingPreview: (reading: ReadingDocument) => Html;
  /** Copies to read, as files. */
  readings: Readonly<Record<string, ReadingFormat>>;
  /** Days for a calendar as the file that calendars import. */
  calendar: (agenda: Agenda) => string;
  /** Small papers that go with a document. */
  papers: Readonly<Record<'print' | 'text', PaperFormat>>;
  /** Today in Moscow, where the authorities' clocks run. */
  today: () => IsoDate;
  assets: Assets;
  /** Made once after the start; who asks before waits. None where the pages run on the device already. */
  program?: (() => Promise<Program>) | undefined;
  /** Likewise: the whole of it as files that need no site. */
  kit?: (() => Promise<Kit>) | undefined;
  /** What organisations follow; none where the pages run on the device. */
  following?: Following | undefined;
};

/** The register, and what seals its facts. `now` is the clock of sittings and limits. */
export type Following = {
  register: Register;
  sealing: Sealing;
  now: () => Date;
  /** Where a request comes from: limits count by a few bits of it, nothing keeps it. None where nobody can tell. */
  addressOf?: (c: Context) => string | undefined;
  /** How the answer to a case code is held back, in milliseconds; a clock of its own in tests. */
  pause?: (milliseconds: number) => Promise<void>;
};

/**
 * What the pages behind a case code need of it: a server has all of it; in a tab it is a server that is asked, which never
 * sees the code.
 */
export type Returning = Pick<Following, 'now' | 'addressOf' | 'pause'> & {
  register: Pick<Register, 'salt'> & {
    limits: Pick<Register['limits'], 'take'>;
    organisations: { get: (id: string) => Promise<SharedWith | undefined> };
    shared: Pick<SharedCases, 'scan' | 'withdraw' | 'delete'> & {
      /** limited: too many codes were tried, said by a server that was asked. */
      find: (finder: string) => Promise<SharedRecord | 'limited' | undefined>;
      /** In a tab the server may refuse what the page would have sent. */
      change: (
        finder: string,
        version: number,
        content: CaseContent & { filedFrom: 'russia' | 'abroad' },
        today: IsoDate,
      ) => Promise<Changed | 'refused' | 'unsealable'>;
      /** False where there is no room for more; a server that is asked gives the scan another id. */
      addScan: (finder: string, id: string, sealed: Uint8Array) => Promise<string | boolean>;
    };
  };
  sealing: Pick<Sealing, 'codeKeys' | 'open' | 'openBytes' | 'sealBytes' | 'sealJson'>;
  /** What the register is told a case by; where it says nothing, the hash of the finder. */
  toldBy?: (finder: string) => Promise<string>;
};
export type SharedRecord = Pick<RegisteredCase, 'organisation' | 'version' | 'changedWeek' | 'sealed'> & {
  withdrawn: boolean;
};
export type SharedWith = Pick<
  MemberOrganisation,
  'name' | 'statusInRussia' | 'statusChecked' | 'retentionMonths' | 'recipient'
>;

/** One file for each language, and how to tell whether somebody changed it on its way. */
export type Kit = {
  files: ReadonlyMap<Language, KitFile>;
  /** Of the key that signs; none where the operator has set no key. */
  publicKey: { pem: string; fingerprint: string } | undefined;
};

/** What a device needs to make the pages itself: scripts and data, under names that change with their content. */
export type Program = {
  /** By path below `/assets/`, version included. */
  files: ReadonlyMap<string, Asset>;
  /** Addresses of the scripts that a page of this language loads, in their order. */
  scripts: (language: Language) => readonly string[];
  /** Addresses of what is loaded after them, while nothing personal was typed: the other languages, sealing. */
  later: (language: Language) => readonly string[];
  /** Addresses of the scripts that open a shared case in the tab, in their order. */
  returning: (language: Language) => readonly string[];
};

export type SiteFormat = {
  extension: string;
  type: string;
  /** Content security policy of a format that a browser shows. */
  policy?: string;
  render: (document: Document) => string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
};

export type ReadingFormat = {
  extension: string;
  type: string;
  policy?: string;
  render: (reading: ReadingDocument) => string | Uint8Array<ArrayBuffer>;
};

export type PaperFormat = { type: string; policy?: string; render: (sheet: PaperSheet) => string };

export type Asset = {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  /** The same, compressed with Brotli (RFC 7932), once that is done. */
  brotli?: Uint8Array<ArrayBuffer>;
};

/** `sha256` in hex; `signature` is detached, Ed25519 (RFC 8032) over the bytes of the file. */
export type KitFile = Asset & { sha256: string; signature: Uint8Array<ArrayBuffer> | undefined };

export type Assets = {
  /** By path below `/assets/`, version included. */
  files: ReadonlyMap<string, Asset>;
  /** Address of a file by its plain name. */
  href: (name: string) => string;
};
