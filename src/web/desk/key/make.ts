/**
 * Making the key. It travels from page to page sealed to this sitting, and is stored only when somebody has typed back the end
 * of the recovery key: then it stands on paper.
 */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type Html, html } from '#html.ts';
import { hidden, secretField } from '../fields.ts';
import { type FieldProblem, problemOf, showDeskPage } from '../shell.ts';
import { openInSitting, sealForSitting, unlock } from '../unlocked.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { showKey, wrapped } from './page.ts';
import { passphraseProblems } from './passphrase.ts';

const madeKey = z.strictObject({
  identity: z.string(),
  key: z.strictObject({ recipient: z.string(), sealedKey: z.string(), salt: z.string() }),
});
type MadeKey = z.infer<typeof madeKey>;

/** Letters at the end that are typed back. */
const typedBack = 6;

export const makeKey: DeskHandler = async (c, view) => {
  const { t, form, following, organisation } = view;
  if (organisation.recipient !== null) return showKey(c, view, {});
  const problems = passphraseProblems(t, form.raw('new'), form.raw('again'));
  if (problems.length > 0) return showKey(c, view, { problems });
  const { identity } = await following.sealing.newKeyPair();
  return showRecovery(c, view, { identity, key: await wrapped(view, identity, form.raw('new')) });
};

/** From the page that asks for the end, back to the one that shows the whole. */
export const showAgain: DeskHandler = async (c, view) => {
  const made = await madeIn(view);
  return made ? showRecovery(c, view, made) : startAgain(c, view);
};

export const askEnding: DeskHandler = async (c, view) => {
  const made = await madeIn(view);
  return made ? showEnding(c, view, []) : startAgain(c, view);
};

export const keepKey: DeskHandler = async (c, view) => {
  const { t, form, following, staff } = view;
  const made = await madeIn(view);
  if (!made) return startAgain(c, view);
  const ending = form.raw('ending').replace(/[\s-]/g, '').toUpperCase();
  if (ending !== made.identity.slice(-typedBack))
    return showEnding(c, view, [{ field: 'ending', text: t('desk.key.wrongEnding') }]);
  const isKept = await following.register.organisations.keepKey(staff.actor, made.key);
  if (!isKept)
    return showDeskPage(
      c,
      view,
      { title: t('desk.key.title'), path: '/key', main: html`<p>${t('desk.key.otherKept')}</p>` },
      409,
    );
  const opened = await unlock(following, staff, made.identity);
  const main = html`<p>${t('desk.key.keptText')}</p>
<h2>${t('desk.key.thenTitle')}</h2>
<ul><li>${t('desk.key.thenTell')}</li><li>${t('desk.key.thenPeople')}</li><li>${t('desk.key.thenEnter')}</li></ul>
<p class="filing-moves"><a class="button" href="${deskHref(view, '/import')}">${t('desk.today.import')}</a>
<a class="button secondary" href="${deskHref(view, '/entry')}">${t('desk.today.enter')}</a>
<a href="${deskHref(view, '')}">${t('desk.errors.home')}</a></p>`;
  const organisation = { ...view.organisation, recipient: made.key.recipient };
  return showDeskPage(
    c,
    { ...view, staff: opened, organisation },
    { title: t('desk.key.keptTitle'), path: '/key', main, styles: ['desk-work.css'] },
  );
};

async function showRecovery(c: Context, view: DeskView, made: MadeKey) {
  const { t, following, staff } = view;
  const sealed = await sealForSitting(following, staff, JSON.stringify(made));
  const main = html`<p>${t('desk.key.notYet')}</p>
<section class="recovery"><h2>${t('desk.key.recovery')}</h2>
<p><code class="secret">${inGroups(made.identity)}</code></p>
<ul><li>${t('desk.key.recoveryOpens')}</li><li>${t('desk.key.recoveryOnce')}</li><li>${t('desk.key.recoveryPlace')}</li><li>${t('desk.key.recoveryLost')}</li><li>${t('desk.key.recoveryAge')}</li></ul></section>
<form id="step" method="post" action="${deskHref(view, '/key/ending')}">
${hidden([['made', sealed]])}
<p>${t('desk.key.printIt')}</p>
<div class="buttons"><button>${t('desk.key.onPaper')}</button></div></form>`;
  return showDeskPage(c, view, { title: t('desk.key.recoveryTitle'), path: '/key', main });
}

/** Fours to copy by hand and to compare; what is copied from the screen has no gaps. */
function inGroups(identity: string): Html {
  const [, beginning = '', rest = ''] = /^(AGE-SECRET-KEY-1)(.*)$/.exec(identity) ?? [];
  const groups = [beginning, ...(rest.match(/.{1,4}/g) ?? [])];
  return html`${groups.map((one) => html`<span class="secret-group">${one}</span>`)}`;
}

function showEnding(c: Context, view: DeskView, problems: readonly FieldProblem[]) {
  const { t, form } = view;
  const main = html`<form id="step" method="post" action="${deskHref(view, '/key/keep')}" novalidate>
${hidden([['made', form.raw('made')]])}
${secretField({ name: 'ending', label: t('desk.key.ending', { count: typedBack }), hint: t('desk.key.endingHint'), autocomplete: 'off', kind: 'shown', error: problemOf(problems, 'ending') })}
<div class="buttons"><button>${t('desk.key.store')}</button>
<button class="secondary" formaction="${deskHref(view, '/key/again')}" formnovalidate>${t('desk.key.showAgain')}</button></div></form>`;
  return showDeskPage(c, view, { title: t('desk.key.endingTitle'), path: '/key', main, problems });
}

/** Another sitting cannot open what the last one made: nothing was stored, so nothing is lost. */
function startAgain(c: Context, view: DeskView) {
  return showKey(c, view, { done: view.t('desk.key.startAgain') });
}

async function madeIn({ form, following, staff }: DeskView): Promise<MadeKey | undefined> {
  const text = await openInSitting(following, staff, form.raw('made'));
  if (text === undefined) return undefined;
  const parsed = madeKey.safeParse(JSON.parse(text)); // sealed by this sitting, so it is JSON
  return parsed.success ? parsed.data : undefined;
}
