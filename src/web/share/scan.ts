/** Scans of answers: a file is freed of what a camera wrote into it, sealed to both, and lies beside the shared case. */

import type { Context } from 'hono';
import { scanType } from '#domain/register/scan-type.ts';
import { type Scan, sealedLimits } from '#domain/register/sealed-facts.ts';
import { oneLine } from '#domain/text.ts';
import { type Html, html } from '#html.ts';
import { isBanned } from '../case/banned-in-case.ts';
import { filingTitle } from '../case/overview/filing-card.ts';
import { radios } from '../parts/fields.ts';
import { placed } from '../parts/place.ts';
import { longDate } from '../parts/provenance.ts';
import { comma } from '../parts/punctuation.ts';
import { sha256 } from '../sha256.ts';
import { type Found, findByCode, foundAgain } from './by-code.ts';
import { askedShared, isRefused, recipientsOf, resealed, stillHere } from './change.ts';
import { showGone } from './gone.ts';
import { showShared, standingOf } from './home.ts';
import { hidden, type ReturnView, showShare } from './view.ts';
import { withoutMetadata } from './without-metadata.ts';

/** Bytes: a form may be a megabyte. */
const largest = 700 * 1024;

/** Scans of one case. */
const most = 30;

type Wrong = 'none' | 'large' | 'type' | 'broken' | 'many' | 'banned';

/** From the case page the question; from the question the file. Neither carries the case: it is as the register has it. */
export async function scanPage(c: Context, view: ReturnView): Promise<Response> {
  const { form } = view;
  if (form.raw('case') !== '') {
    const asked = await askedShared(c, view);
    if (asked instanceof Response) return asked;
    if (form.raw('unsaved') === 'yes')
      return showShared(c, view, asked.shared, asked.kept, { unsaved: true, notice: 'unsent' });
    return ask(c, view, asked.found);
  }
  const found = await findByCode(c, view.following, form.raw('code'));
  if (!found.ok) return stillHere(c, view, found.reason);
  if (form.line('move') !== 'next') return ask(c, view, found.value);
  const read = await readScan(c, view, found.value);
  return typeof read === 'string' ? ask(c, view, found.value, read) : add(c, view, found.value, read);
}

/** A scan as it was added, opened for whoever has the code. */
export async function scanFile(c: Context, view: ReturnView): Promise<Response> {
  const { register, sealing } = view.following;
  const found = await findByCode(c, view.following, view.form.raw('code'));
  if (!found.ok) return stillHere(c, view, found.reason);
  const { facts, finder, keys } = found.value;
  const at = facts.scans.findIndex(({ id }) => id === view.form.line('scan'));
  const scan = facts.scans[at];
  const sealed = scan && (await register.shared.scan(finder, scan.id));
  const bytes = sealed && (await sealing.openBytes(sealed, keys.identity));
  if (!scan || !bytes) return c.redirect(`/${view.language}/share/open`, 303);
  return c.body(bytes, 200, {
    'Content-Type': scan.type,
    'Content-Disposition': `attachment; filename="scan-${at + 1}.${extensions[scan.type]}"`,
    'Cache-Control': 'no-store',
  });
}

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

type Read = { bytes: Uint8Array<ArrayBuffer>; name: string; type: Scan['type'] };

async function readScan(c: Context, { site }: ReturnView, { facts }: Found): Promise<Read | Wrong> {
  const file = (await c.req.formData()).get('file');
  if (!(file instanceof File) || file.size === 0) return 'none';
  if (file.size > largest) return 'large';
  if (facts.scans.length >= most) return 'many';
  const given = new Uint8Array(await file.arrayBuffer());
  const type = scanType(given);
  if (!type) return 'type';
  const bytes = withoutMetadata(given, type);
  const name = oneLine(file.name).slice(0, sealedLimits.fileName) || `scan.${extensions[type]}`;
  if (isBanned(site.library, name)) return 'banned';
  return bytes ? { bytes, name, type } : 'broken';
}

/** Somebody else may change the case at the same moment: then it is read and sealed again. */
const tries = 3;

async function add(
  c: Context,
  view: ReturnView,
  first: Found,
  { bytes, name, type }: Read,
): Promise<Response> {
  const { register, sealing } = view.following;
  const recipients = await recipientsOf(view, first);
  if (!recipients || first.record.withdrawn) return showGone(c, view, first.facts.case);
  if (await isRefused(view, first, first.facts.case))
    return showShared(c, view, await standingOf(view, first), first.facts.case, { notice: 'refused' });
  const named = crypto.randomUUID();
  const kept = await register.shared.addScan(first.finder, named, await sealing.sealBytes(bytes, recipients));
  if (!kept) return ask(c, view, first, 'many');
  const id = typeof kept === 'string' ? kept : named;
  const filing = first.facts.case.filings.find((one) => one.id === view.form.line('filing'))?.id;
  const scan: Scan = {
    id,
    name,
    type,
    sha256: await sha256(bytes),
    ...(filing === undefined ? {} : { filing }),
  };
  let found = first;
  for (let tried = 0; tried < tries; tried++) {
    const { facts } = found;
    const changed = await resealed(view, found, { ...facts, scans: [...facts.scans, scan] });
    const now = await foundAgain(view.following, first);
    if (changed === 'gone' || (!now.ok && now.reason !== 'limited')) return showGone(c, view, facts.case);
    if (!now.ok) return showShared(c, view, await standingOf(view, found), facts.case, { notice: 'limited' });
    found = now.value;
    if (changed === 'done') break;
  }
  const standing = await standingOf(view, found);
  const isThere = found.facts.scans.some((one) => one.id === id);
  return showShared(c, view, standing, found.facts.case, { notice: isThere ? 'scan' : 'failed' });
}

function ask(c: Context, view: ReturnView, { code, facts }: Found, wrong?: Wrong) {
  const { t, language, form, site } = view;
  const { filings } = facts.case;
  const error = wrong && t(`share.scan.problem.${wrong}`);
  const main: Html = html`${
    error &&
    html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2><ul><li><a href="#f-file">${error}</a></li></ul></div>`
  }
<form id="step" method="post" action="/${language}/share/scan" enctype="multipart/form-data" autocomplete="off" novalidate>
${hidden({ code })}
<p>${placed(site, t, 'share.scan.lead', 'share.scan.leadHere')}</p>
<p>${t('share.scan.metadata')}</p>
<div class="field${error ? ' field-wrong' : ''}">
<label for="f-file">${t('share.scan.file')}</label>
<div class="hint" id="f-file-hint">${t('share.scan.hint')}</div>
${error && html`<p class="wrong" id="f-file-error">${error}</p>`}
<input type="file" id="f-file" name="file" autocomplete="off" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png" aria-describedby="f-file-hint${error ? ' f-file-error' : ''}">
</div>
${
  filings.length > 1 &&
  radios({
    name: 'filing',
    label: t('share.scan.filing'),
    value: form.line('filing') || (filings[0]?.id ?? ''),
    options: filings.map((one) => ({
      value: one.id,
      label: html`${filingTitle(view, one)}${comma(t)}${longDate(language, one.date)}`,
    })),
  })
}
<div class="buttons"><button name="move" value="next">${t('share.scan.button')}</button>
<button class="secondary" name="move" value="open" formaction="/${language}/share/open" formnovalidate>${t('case.back')}</button></div></form>`;
  const problems = wrong ? [{ path: 'file', code: 'required' } as const] : [];
  return showShare(c, { ...view, problems }, { title: t('share.scan.title'), main, step: 'scan' });
}
