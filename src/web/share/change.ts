/** Sending what was changed: sealed anew to both, or, after a withdrawal, to the filer alone. Two who changed it at once lose nothing. */
import type { Context } from 'hono';
import type { CaseFile } from '#domain/case/case-file.ts';
import { openCase } from '#domain/case/open-case.ts';
import { type CaseToShare, caseToShare, withoutPerson } from '#domain/register/case-to-share.ts';
import { mergedCase } from '#domain/register/merge.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import type { Returning } from '../site.ts';
import { type ByCode, type Found, findByCode, foundAgain } from './by-code.ts';
import { showGone } from './gone.ts';
import { carriedStanding, type Shared, showShared, standingOf } from './home.ts';
import { showOpen } from './open.ts';
import { filedFrom, sharing } from './organisations.ts';
import type { ReturnView } from './view.ts';

/** A form of a shared case, read: what the page carried, and what the register has. */
export type Asked = { kept: CaseFile; shared: Shared; found: Found };

type NotFound = (ByCode & { ok: false })['reason'];

/** Undefined parts answer for themselves: the case is shown as the person has it. */
export async function askedShared(c: Context, view: ReturnView): Promise<Asked | Response> {
  const { form } = view;
  const opened = openCase(form.raw('case'));
  const shared = carriedStanding(view);
  if (!opened.ok || !shared) return c.redirect(`/${view.language}/share/open`, 303);
  const found = await findByCode(c, view.following, shared.code);
  return found.ok ? { kept: opened.value, shared, found: found.value } : stillHere(c, view, found.reason);
}

/** Nothing was found behind the code of a form: the case that it carries stays with the person. */
export function stillHere(c: Context, view: ReturnView, why: NotFound): Response | Promise<Response> {
  const opened = openCase(view.form.raw('case'));
  const shared = carriedStanding(view);
  if (view.form.raw('code') === '') return c.redirect(`/${view.language}/share/open`, 303);
  if (!opened.ok || !shared) return showOpen(c, view, why);
  const unsaved = view.form.raw('unsaved') === 'yes';
  if (why === 'limited') return showShared(c, view, shared, opened.value, { unsaved, notice: 'limited' });
  return showGone(c, view, opened.value);
}

export async function sendChanges(c: Context, view: ReturnView): Promise<Response> {
  const asked = await askedShared(c, view);
  if (asked instanceof Response) return asked;
  const { kept, shared, found } = asked;
  if (await isRefused(view, found, kept))
    return showShared(c, view, shared, kept, { unsaved: true, notice: 'refused' });
  const changed =
    found.record.version === shared.version || isThere(view, found, kept)
      ? await resealed(view, found, { ...found.facts, case: kept })
      : 'conflict';
  if (changed === 'gone') return showGone(c, view, kept);
  if (changed === 'refused') return showShared(c, view, shared, kept, { unsaved: true, notice: 'refused' });
  if (changed === 'unsealable') return showShared(c, view, shared, kept, { unsaved: true, notice: 'failed' });
  const now = await foundAgain(view.following, found);
  if (!now.ok && now.reason === 'limited')
    return showShared(c, view, shared, kept, { unsaved: true, notice: 'limited' });
  if (!now.ok) return showGone(c, view, kept);
  const standing = await standingOf(view, now.value);
  if (changed === 'done') return showShared(c, view, standing, kept, { notice: 'sent' });
  const both = mergedCase(now.value.facts.case, kept);
  return showShared(c, view, standing, both, { unsaved: true, notice: 'conflict' });
}

/** Its status may have changed since the case was first shared. */
export async function isRefused(view: ReturnView, { record }: Found, kept: CaseFile): Promise<boolean> {
  if (record.withdrawn) return false;
  const organisation = await view.following.register.organisations.get(record.organisation);
  return organisation !== undefined && sharing(view, organisation, filedFrom(kept)) === 'refused';
}

/** Sent already, and its answer was lost on the way: nobody else has changed anything. */
function isThere(view: ReturnView, found: Found, kept: CaseFile): boolean {
  return JSON.stringify(asShared(view, found, kept).kept) === JSON.stringify(found.facts.case);
}

/** The name goes along only where it did from the beginning. */
function asShared({ site }: Pick<ReturnView, 'site'>, { facts }: Found, kept: CaseFile): CaseToShare {
  return caseToShare(site.library, facts.case.applicant === undefined ? withoutPerson(kept) : kept);
}

export async function resealed(
  view: ReturnView,
  found: Found,
  facts: SealedFacts,
): Promise<Awaited<ReturnType<Returning['register']['shared']['change']>>> {
  const { register, sealing } = view.following;
  const { kept, facts: filings } = asShared(view, found, facts.case);
  const recipients = await recipientsOf(view, found);
  if (!recipients || filings.length === 0) return 'unsealable';
  const sealed = await sealing.sealJson({ ...facts, case: kept }, recipients);
  const content = { filings, sealed, filedFrom: filedFrom(facts.case) };
  return register.shared.change(found.finder, found.record.version, content, view.today);
}

export async function recipientsOf(
  { following }: Pick<ReturnView, 'following'>,
  { record, keys }: Found,
): Promise<string[] | undefined> {
  if (record.withdrawn) return [keys.recipient];
  const organisation = await following.register.organisations.get(record.organisation);
  return organisation?.recipient ? [organisation.recipient, keys.recipient] : undefined;
}
