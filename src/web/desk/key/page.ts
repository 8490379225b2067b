/** The organisation's key: made once, with a recovery key on paper; later another passphrase, or the way back by that paper. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { hexOf } from '../../sha256.ts';
import { secretField } from '../fields.ts';
import { type FieldProblem, problemOf, showDeskPage } from '../shell.ts';
import { unlock } from '../unlocked.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { newPassphraseFields, passphraseProblems } from './passphrase.ts';
import { identityBy } from './unlock.ts';

/** To another passphrase: by the old one, or by the paper. */
const ways = ['change', 'recover'] as const;

export const keyPage: DeskHandler = (c, view) => showKey(c, view, {});

type Shown = { problems?: readonly FieldProblem[]; done?: string };

export function showKey(c: Context, view: DeskView, { problems = [], done }: Shown) {
  const { t, organisation } = view;
  const { recipient } = organisation;
  const main =
    recipient === null
      ? html`<p>${t('desk.key.what')}</p><p>${t('desk.key.whatLost')}</p>
<form id="step" method="post" action="${deskHref(view, '/key/make')}" novalidate>
${newPassphraseFields(t, problems)}
<div class="buttons"><button>${t('desk.key.make')}</button></div></form>`
      : html`<p>${t('desk.key.there')}</p>
<p class="hint">${t('desk.key.recipient')} <code class="hash">${recipient}</code></p>
${ways.map(
  (way) => html`<h2>${t(`desk.key.${way}Title`)}</h2><p>${t(`desk.key.${way}Text`)}</p>
<p><a class="button secondary" href="${deskHref(view, `/key/${way}`)}">${t(`desk.key.${way}`)}</a></p>`,
)}`;
  return showDeskPage(c, view, { title: t('desk.key.title'), path: '/key', main, problems, done });
}

export const changePage: DeskHandler = (c, view) => showRewrap(c, view, 'change', []);
export const recoverPage: DeskHandler = (c, view) => showRewrap(c, view, 'recover', []);

function showRewrap(
  c: Context,
  view: DeskView,
  way: (typeof ways)[number],
  problems: readonly FieldProblem[],
) {
  const { t } = view;
  const proof =
    way === 'change'
      ? secretField({
          name: 'passphrase',
          label: t('desk.key.passphrase'),
          autocomplete: 'off',
          kind: 'masked',
          error: problemOf(problems, 'passphrase'),
        })
      : secretField({
          name: 'recovery',
          label: t('desk.key.recovery'),
          hint: t('desk.key.recoveryHint'),
          autocomplete: 'off',
          kind: 'shown',
          error: problemOf(problems, 'recovery'),
        });
  const main = html`<p>${t(`desk.key.${way}Text`)}</p>
<form id="step" method="post" action="${deskHref(view, `/key/${way}`)}" novalidate>
${proof}
${newPassphraseFields(t, problems)}
<div class="buttons"><button>${t('desk.key.keep')}</button></div></form>
<p><a href="${deskHref(view, '/key')}">${t('desk.key.back')}</a></p>`;
  return showDeskPage(c, view, { title: t(`desk.key.${way}Title`), path: `/key/${way}`, main, problems });
}

export const changePassphrase: DeskHandler = async (c, view) => {
  const { t, form } = view;
  const problems = passphraseProblems(t, form.raw('new'), form.raw('again'));
  if (problems.length > 0) return showRewrap(c, view, 'change', problems);
  const found = await identityBy(view, form.raw('passphrase'));
  if (typeof found === 'string')
    return showRewrap(c, view, 'change', [{ field: 'passphrase', text: t('desk.key.wrongPassphrase') }]);
  return rewrap(c, view, found.identity);
};

export const recover: DeskHandler = async (c, view) => {
  const { t, form, following, organisation } = view;
  const problems = passphraseProblems(t, form.raw('new'), form.raw('again'));
  const identity = form.raw('recovery').replace(/\s/g, '').toUpperCase();
  const recipient = await following.sealing.recipientOf(identity).catch(() => undefined); // no key at all
  if (recipient === undefined || recipient !== organisation.recipient)
    return showRewrap(c, view, 'recover', [
      { field: 'recovery', text: t('desk.key.wrongRecovery') },
      ...problems,
    ]);
  if (problems.length > 0) return showRewrap(c, view, 'recover', problems);
  return rewrap(c, view, identity);
};

/** The same key under another passphrase; open for this sitting. */
async function rewrap(c: Context, view: DeskView, identity: string) {
  const { t, following, staff, form } = view;
  const key = await wrapped(view, identity, form.raw('new'));
  await following.register.organisations.keepKey(staff.actor, key);
  const opened = await unlock(following, staff, identity);
  return showKey(c, { ...view, staff: opened }, { done: t('desk.key.rewrapped') });
}

export async function wrapped({ following }: DeskView, identity: string, passphrase: string) {
  const { sealing } = following;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const { recipient } = await sealing.passphraseKeys(passphrase, salt);
  const sealedKey = await sealing.seal(identity, [recipient]);
  return { recipient: await sealing.recipientOf(identity), sealedKey, salt: hexOf(salt) };
}
