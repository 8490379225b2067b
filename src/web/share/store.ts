/** What is stored when a case is shared: public facts in clear, the rest sealed to the organisation and to the filer. Both ways end here. */

import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { CaseFile } from '#domain/case/case-file.ts';
import { parsedJson } from '#domain/parsed-json.ts';
import { mostFacts, type PublicFacts, publicFacts } from '#domain/register/public-facts.ts';
import { readBy } from '#domain/schema-problems.ts';
import { largestSealed } from '../api/filings/schemas.ts';
import { mayTry, storedFinder } from '../by-code.ts';
import { type Choices, sealedWith } from './choices.ts';
import { showDone } from './done.ts';
import { showExplain } from './explain.ts';
import { shareable } from './given-case.ts';
import { type FiledFrom, type Offered, offeredOrganisations, sharing } from './organisations.ts';
import type { ShareView } from './view.ts';

/** Without a script: this server has the case and its code for as long as sealing takes. */
export async function storeFromServer(
  c: Context,
  view: ShareView,
  kept: CaseFile,
  choices: Choices,
  code: string,
): Promise<Response> {
  const { sealing } = view.following;
  const failed = () => showExplain(c, view, { kept, failed: true });
  if (!(await mayTry(c, view.following, 'share'))) return failed(); // before anything is stretched
  const { kept: shared, facts } = shareable(view, kept, choices.named);
  const keys = await sealing.codeKeys(code);
  const { recipient } = choices.offered;
  const sealed = await sealing.sealJson(sealedWith(view, shared, choices), [recipient, keys.recipient]);
  const finder = await storedFinder(keys.finder);
  const isStored = await store(view, choices.offered, finder, keys.recipient, facts, sealed);
  return isStored ? showDone(c, view, choices.offered, kept) : failed();
}

/** Sealed in the browser: neither the case nor the code came here. */
export async function storeFromBrowser(c: Context, view: ShareView): Promise<Response> {
  const { form, site, following } = view;
  const organisations = await offeredOrganisations(view);
  const chosen = organisations.find(({ key }) => key === form.line('organisation'));
  const posted = z.object({
    finder: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    recipient: z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/)),
    facts: z.array(publicFacts(site.library)).check(z.minLength(1), z.maxLength(mostFacts)),
    sealed: z.string().check(z.maxLength(largestSealed, { abort: true })),
  });
  const sealed = form.raw('sealed').replace(/\r\n/g, '\n');
  const read = readBy(posted, {
    finder: form.line('finder'),
    recipient: form.line('recipient'),
    facts: parsedJson(form.raw('facts')),
    sealed,
  });
  const from: FiledFrom = form.line('filedFrom') === 'abroad' ? 'abroad' : 'russia';
  if (chosen && sharing(view, chosen, from) === 'refused')
    return showExplain(c, { ...view, problems: [{ path: 'organisation', code: 'sharing-refused' }] }, {});
  if (!chosen || !read.ok || !following.sealing.isSealed(sealed))
    return showExplain(c, view, { failed: true });
  const { finder, recipient, facts } = read.value;
  const isStored =
    (await following.sealing.isRecipient(recipient)) &&
    (await mayTry(c, following, 'share')) &&
    (await store(view, chosen, finder, recipient, facts, sealed));
  return isStored ? showDone(c, view, chosen, undefined) : showExplain(c, view, { failed: true });
}

/** A form that was sent twice is stored once. */
async function store(
  { following, today }: ShareView,
  { id }: Offered,
  finder: string,
  recipient: string,
  filings: readonly PublicFacts[],
  sealed: string,
): Promise<boolean> {
  const { shared } = following.register;
  return (await shared.add(id, finder, recipient, { filings, sealed }, today)) !== false;
}
