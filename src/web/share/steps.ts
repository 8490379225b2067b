/** Sharing without a script: the case and its code go along in fields that nobody sees, and nothing is stored before the last step. */
import type { Context } from 'hono';
import type { CaseFile } from '#domain/case/case-file.ts';
import { digitsIn, groupsOf, makeCaseCode, readCaseCode } from '#domain/register/case-code.ts';
import { html } from '#html.ts';
import { type Choices, carriedChoices, readChoices } from './choices.ts';
import { codeShown, groupFields } from './code-page.ts';
import { showExplain, stopped } from './explain.ts';
import { givenCase, shareable } from './given-case.ts';
import { offeredOrganisations } from './organisations.ts';
import { storeFromServer } from './store.ts';
import { errorOf, hidden, type ShareView, showShare } from './view.ts';

type Ready = { kept: CaseFile; choices: Choices; code: string };

/** The page with the code: a new one, or the one that was made on it before. */
export async function codeStep(c: Context, view: ShareView): Promise<Response> {
  const { t, form } = view;
  if (form.line('move') === 'stay' && form.raw('code') === '') return again(c, view);
  const ready = await readyIn(c, view);
  if (ready instanceof Response) return ready;
  return showShare(c, view, {
    title: t('share.code.title'),
    step: 'code',
    main: html`<form id="step" method="post" action="/${view.language}/share/confirm" enctype="multipart/form-data" autocomplete="off" novalidate>
${carried(view, ready)}
<p class="hint">${t('share.code.madeThere')}</p>
${codeShown(view, ready.code)}
<div class="buttons"><button name="move" value="next">${t('share.code.kept')}</button>
<button class="secondary" name="move" value="show" formaction="/${view.language}/case">${t('share.code.stop')}</button></div></form>`,
  });
}

/** The code has vanished; two of its groups, chosen at random, are asked for. */
export async function confirmStep(c: Context, view: ShareView): Promise<Response> {
  const { form } = view;
  const ready = await readyIn(c, view);
  if (ready instanceof Response) return ready;
  const known = /^([1-9]),([1-9])$/.exec(form.line('asked'));
  const asked = known ? [Number(known[1]), Number(known[2])] : twoOfNine();
  if (!known || form.line('move') === 'stay') return askGroups(c, view, ready, asked);
  const groups = groupsOf(ready.code);
  const isRight = asked.every((one) => digitsIn(form.raw(`group-${one}`)) === groups[one - 1]);
  if (isRight) return storeFromServer(c, view, ready.kept, ready.choices, ready.code);
  return askGroups(c, { ...view, problems: [{ path: 'group', code: 'choice' }] }, ready, asked);
}

function askGroups(c: Context, view: ShareView, ready: Ready, asked: readonly number[]) {
  const { t, language } = view;
  return showShare(c, view, {
    title: t('share.confirm.title'),
    step: 'confirm',
    main: html`${errorOf(view, 'group') && stopped(view, html`<a href="#f-group-${asked[0]}">${t('share.confirm.wrong')}</a>`)}
<form id="step" method="post" action="/${language}/share/confirm" enctype="multipart/form-data" autocomplete="off" novalidate>
${carried(view, ready)}
<input type="hidden" name="asked" value="${asked.join()}">
${groupFields(view, asked)}
<div class="buttons"><button name="move" value="next">${t('share.confirm.button')}</button>
<button class="secondary" name="move" value="again" formaction="/${language}/share/code">${t('share.confirm.again')}</button></div>
<p class="hint">${t('share.confirm.hint')}</p></form>`,
  });
}

function carried(view: ShareView, { kept, code }: Ready) {
  return html`${hidden({ case: JSON.stringify(kept), code })}${carriedChoices(view)}`;
}

/** All of it, or the page that says what is missing. */
async function readyIn(c: Context, view: ShareView): Promise<Ready | Response> {
  const { form } = view;
  const given = await givenCase(view);
  if (!given.ok)
    return showExplain(c, view, { wrongCase: given.reason, text: textAgain(view, given.reason) });
  const { kept } = given;
  if (shareable(view, kept, false).facts.length === 0)
    return showExplain(c, view, { wrongCase: 'not-filed', kept });
  const read = readChoices(view, await offeredOrganisations(view), kept);
  if (!read.ok) return showExplain(c, { ...view, problems: read.problems }, { kept });
  const code = readCaseCode(form.raw('code')) ?? makeCaseCode(randomBytes);
  return { kept, choices: read.value, code };
}

/** The first page in another language, with what was typed. */
async function again(c: Context, view: ShareView): Promise<Response> {
  const given = await givenCase(view);
  return showExplain(c, view, given.ok ? { kept: given.kept } : {});
}

/** What was pasted stands in its field again, unless it names whom nobody may name. */
export function textAgain({ form }: ShareView, reason: string): string {
  const text = form.raw('pasted');
  return reason === 'banned' || text.length > 100_000 || text.includes('\u0000') ? '' : text;
}

function twoOfNine(): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % 9;
  return [one + 1, ((one + 1 + (second % 8)) % 9) + 1];
}

function randomBytes(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
