/** A case of the register, opened with the organisation's key: each opening is written down. */
import type { Context } from 'hono';
import type { Library } from '#domain/library.ts';
import {
  contradicted,
  notSealed,
  readSealedFacts,
  type WeekOnly,
  weekOnly,
} from '#domain/register/sealed-case.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import type { RegisteredCase, RegisteredFiling } from '#register/register.ts';
import { isBanned, isBannedCase } from '../../case/banned-in-case.ts';
import type { DeskView } from '../view.ts';

export type OpenedCase = {
  record: RegisteredCase;
  facts: SealedFacts;
  /** Documents whose text is not the one that was kept. */
  altered: readonly string[];
  /** Events that the register knows by their week alone. */
  byWeek: WeekOnly;
  /** What the register says in clear of documents that are sealed otherwise, by their id in the case. */
  contradicted: ReadonlyMap<string, RegisteredFiling>;
  /** Documents that it knows by weeks alone. */
  unsealed: readonly RegisteredFiling[];
};

/** unreadable: the key does not open it, or it is no case. banned: it names what may not be shown. */
export type Opening =
  | { state: 'opened'; opened: OpenedCase }
  | { state: 'locked' | 'unreadable' | 'banned'; record: RegisteredCase }
  | { state: 'gone' };

export async function openingOf(c: Context, view: DeskView): Promise<Opening> {
  const { following, staff } = view;
  const record = await following.register.cases.get(staff.actor, c.req.param('case') ?? '');
  if (!record) return { state: 'gone' };
  const identity = await view.identity();
  if (identity === undefined) return { state: 'locked', record };
  const opened = await openedWith(view, record, identity);
  if (opened === 'unreadable' || opened === 'banned') return { state: opened, record };
  await following.register.audit.write(staff.actor.organisation, {
    person: staff.actor.person,
    action: 'sealed-viewed',
    subject: record.id,
  });
  return { state: 'opened', opened };
}

/** Writes nothing down: that is the caller's part. */
export async function openedWith(
  { following, site }: Pick<DeskView, 'following' | 'site'>,
  record: RegisteredCase,
  identity: string,
): Promise<OpenedCase | 'unreadable' | 'banned'> {
  const { library } = site;
  const text = await following.sealing.open(record.sealed, identity);
  const read = text === undefined ? undefined : readSealedFacts(library, text);
  if (!read) return 'unreadable';
  const { altered } = read;
  const facts = withScansThere(read.facts, record);
  if (await isBannedHere(library, record, facts)) return 'banned';
  const byWeek = weekOnly(library, record.filings, facts.case);
  const unsealed = notSealed(library, record.filings, facts.case);
  return {
    record,
    facts,
    altered,
    byWeek,
    contradicted: contradicted(library, record.filings, facts.case),
    unsealed,
  };
}

/** A scan may have been deleted by a program that opens nothing: then its name is all that is left of it. */
function withScansThere(facts: SealedFacts, { scans }: RegisteredCase): SealedFacts {
  const there = new Set(scans.map(({ id }) => id));
  return { ...facts, scans: facts.scans.filter(({ id }) => there.has(id)) };
}

/** Cases that were looked through, by id and version: looking through long texts takes a while, and nothing in them changes. */
const lookedThrough = new Set<string>();
const mostRemembered = 10_000;

async function isBannedHere(
  library: Library,
  { id, version }: RegisteredCase,
  facts: SealedFacts,
): Promise<boolean> {
  const key = `${id} ${version}`;
  if (lookedThrough.has(key)) return false;
  const { region, contact, notes, scans } = facts;
  const words = [region, contact, ...notes.map(({ text }) => text), ...scans.map(({ name }) => name)];
  if (await isBannedCase(library, facts.case)) return true;
  if (words.some((one) => one && isBanned(library, one))) return true;
  if (lookedThrough.size >= mostRemembered) lookedThrough.clear();
  lookedThrough.add(key);
  return false;
}

/** Whoever may open what is sealed anew. */
export function recipientsOf(
  view: Pick<DeskView, 'organisation'>,
  { filerRecipient }: Pick<RegisteredCase, 'filerRecipient'>,
): string[] {
  return [view.organisation.recipient, filerRecipient].flatMap((one) => one ?? []);
}
