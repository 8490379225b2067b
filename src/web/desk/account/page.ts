/** The account of whoever is signed in: another password, another second factor, the end of other sessions. */
import type { Context } from 'hono';
import { type Html, html } from '#html.ts';
import { secretField } from '../fields.ts';
import { credentialOf } from '../second-factor.ts';
import { problemOf, showDeskPage } from '../shell.ts';
import { prove } from '../sign-in.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { newPasswordFields, newPasswordProblems } from './new-password.ts';

export const accountPage: DeskHandler = (c, view) => showAccount(c, view, {});

type Shown = { problems?: { field: string; text: string }[]; done?: string };

function showAccount(c: Context, view: DeskView, { problems = [], done }: Shown) {
  const { t, staff } = view;
  const { login, role } = staff.session.person;
  const main = html`<dl class="facts"><div><dt>${t('desk.signIn.login')}</dt><dd><bdi>${login}</bdi></dd></div>
<div><dt>${t('desk.people.role')}</dt><dd>${t(`desk.roles.${role}`)}</dd></div></dl>
<h2>${t('desk.account.passwordTitle')}</h2>
<form id="step" method="post" action="${deskHref(view, '/account/password')}" novalidate>
${namedFor(login)}
${provingFields(view, problems)}
${newPasswordFields(t, problems)}
<div class="buttons"><button>${t('desk.account.changePassword')}</button></div>
</form>
<h2>${t('desk.account.factorTitle')}</h2>
<p>${t('desk.account.factorText')}</p>
<p><a class="button secondary" href="${deskHref(view, '/account/factor')}">${t('desk.account.newFactor')}</a></p>
<h2>${t('desk.account.othersTitle')}</h2>
<p>${t('desk.account.othersText')}</p>
<form method="post" action="${deskHref(view, '/account/others')}"><button class="secondary">${t('desk.account.endOthers')}</button></form>`;
  return showDeskPage(c, view, { title: t('desk.account.title'), path: '/account', main, problems, done });
}

export const changePassword: DeskHandler = async (c, view) => {
  const { t, form, staff, following } = view;
  const { id, login } = staff.session.person;
  const password = form.raw('new');
  const problems = newPasswordProblems(t, { password, again: form.raw('again'), login });
  if (problems.length > 0) return showAccount(c, view, { problems });
  const proved = await proveAgain(view);
  if (!proved.ok) return showAccount(c, view, { problems: [notProved(view)] });
  const credential = await credentialOf(following, password, proved.secret);
  const isDone = await following.register.people.setCredential(id, credential, staff.session.token);
  return isDone ? showAccount(c, view, { done: t('desk.account.passwordDone') }) : signedOut(c, view);
};

/** The credential stays; setting it ends every session but this one. */
export const endOthers: DeskHandler = async (c, view) => {
  const { people } = view.following.register;
  const { id, login } = view.staff.session.person;
  const known = await people.byLogin(login);
  const isDone = known && (await people.setCredential(id, known.credential, view.staff.session.token));
  return isDone ? showAccount(c, view, { done: view.t('desk.account.othersDone') }) : signedOut(c, view);
};

/** To the sign-in: the sitting ended while this was on its way. */
export function signedOut(c: Context, view: DeskView): Response {
  return c.redirect(deskHref(view, ''), 303);
}

/** The password and a code, as at the sign-in, and counted with it. */
export function proveAgain({ form, staff, following }: DeskView) {
  const { login } = staff.session.person;
  return prove(following, { login, password: form.raw('password'), totp: form.raw('totp') });
}

export function provingFields({ t }: DeskView, problems: readonly { field: string; text: string }[]): Html {
  return html`${secretField({ name: 'password', label: t('desk.account.password'), autocomplete: 'current-password', kind: 'hidden', error: problemOf(problems, 'password') })}
${secretField({ name: 'totp', label: t('desk.signIn.totp'), hint: t('desk.account.codeHint'), autocomplete: 'one-time-code', kind: 'code' })}`;
}

export function notProved({ t }: DeskView): { field: string; text: string } {
  return { field: 'password', text: t('desk.account.notProved') };
}

/** A password manager asks whose password it is. */
function namedFor(login: string): Html {
  return html`<input hidden type="text" value="${login}" autocomplete="username" readonly>`;
}
