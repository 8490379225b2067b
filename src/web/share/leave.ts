/** Taking a case back from the organisation, and deleting it: each says what it does, and is asked once. */
import type { Context } from 'hono';
import { openCase } from '#domain/case/open-case.ts';
import { html } from '#html.ts';
import { pressed } from '../case/form.ts';
import { foundAgain } from './by-code.ts';
import { askedShared } from './change.ts';
import { showGone } from './gone.ts';
import { carried, carriedStanding, showShared, standingOf } from './home.ts';
import { organisationName } from './panel.ts';
import { type ReturnView, showShare } from './view.ts';

export async function withdrawPage(c: Context, view: ReturnView): Promise<Response> {
  if (pressed(view.form)[0] !== 'yes') return ask(c, view, 'withdraw');
  const asked = await askedShared(c, view);
  if (asked instanceof Response) return asked;
  const { kept, found } = asked;
  const { register, sealing } = view.following;
  const facts = { ...found.facts, case: kept, scans: [] };
  const sealed = await sealing.sealJson(facts, [found.keys.recipient]);
  await register.shared.withdraw(found.finder, sealed, view.today);
  const now = await foundAgain(view.following, found);
  if (!now.ok) return showGone(c, view, kept);
  return showShared(c, view, await standingOf(view, now.value), kept, { notice: 'withdrawn' });
}

export async function deletePage(c: Context, view: ReturnView): Promise<Response> {
  if (pressed(view.form)[0] !== 'yes') return ask(c, view, 'delete');
  const asked = await askedShared(c, view);
  if (asked instanceof Response) return asked;
  await view.following.register.shared.delete(asked.found.finder);
  return showGone(c, view, asked.kept, 'deleted');
}

async function ask(c: Context, view: ReturnView, what: 'withdraw' | 'delete'): Promise<Response> {
  const { t, language, form } = view;
  const opened = openCase(form.raw('case'));
  const shared = carriedStanding(view);
  if (!opened.ok || !shared) return c.redirect(`/${language}/share/open`, 303);
  return showShare(c, view, {
    title: t(`share.${what}.title`),
    step: what,
    main: html`<form id="step" method="post" action="/${language}/share/case" enctype="multipart/form-data" autocomplete="off" novalidate>
${carried(shared, opened.value, form.raw('unsaved') === 'yes')}
<p>${t(`share.${what}.text`, { name: organisationName(view, shared) })}</p>
<p>${t(`share.${what}.cannot`)}</p>
<div class="buttons"><button name="move" value="show">${t('case.back')}</button>
<button class="secondary" name="move" value="yes" formaction="/${language}/share/${what}">${t(`share.${what}.button`)}</button></div></form>`,
  });
}
