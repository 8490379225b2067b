/** The pages of the way in: first the token, then a name, a password and a phone. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import type { Reader } from '../../parts/reader.ts';
import { hidden, secretField } from '../fields.ts';
import { frame, problemOf } from '../shell.ts';
import { deskHref } from '../view.ts';
import type { Joining } from './join.ts';
import { newPasswordFields } from './new-password.ts';
import { secretToKeep } from './qr.ts';

/** `gone`: no invitation has this token any more. */
export function askToken(c: Context, reader: Reader, gone?: 'gone'): Response | Promise<Response> {
  const { t } = reader;
  const error = gone && t('desk.join.gone');
  const main = html`<p>${t('desk.join.about')}</p>
<form id="step" method="post" action="${deskHref(reader, '/join')}" novalidate>
${secretField({ name: 'token', label: t('desk.join.token'), hint: t('desk.join.tokenHint'), autocomplete: 'off', kind: 'shown', error })}
<div class="buttons"><button>${t('common.continue')}</button></div>
</form>`;
  const problems = error ? [{ field: 'token', text: error }] : [];
  const page = { title: t('desk.join.title'), path: '/join', main, problems, script: 'desk.js' };
  return c.html(String(frame(reader, page)), gone ? 422 : 200);
}

export function showJoin(
  c: Context,
  reader: Reader,
  { invitation, token, secret, form, problems = [] }: Joining,
): Response | Promise<Response> {
  const { t } = reader;
  const login = form.line('login') || (invitation.login ?? '');
  const role = t(`desk.roles.${invitation.role}`);
  const main = html`<p>${t('desk.join.role', { role })} ${t(`desk.join.can.${invitation.role}`)}</p>
<form id="step" method="post" action="${deskHref(reader, '/join')}" novalidate>
${hidden([
  ['token', token],
  ['made', secret],
])}
${secretField({ name: 'login', label: t('desk.signIn.login'), hint: t('desk.join.loginHint'), autocomplete: 'username', kind: 'shown', value: login, error: problemOf(problems, 'login') })}
${newPasswordFields(t, problems)}
<h2>${t('desk.account.factorTitle')}</h2>
<p>${t('desk.join.factor')}</p>
${secretToKeep(t, secret, t('desk.join.ownName'))}
${secretField({ name: 'totp', label: t('desk.account.firstCode'), hint: t('desk.account.firstCodeHint'), autocomplete: 'one-time-code', kind: 'code', error: problemOf(problems, 'totp') })}
<div class="buttons"><button>${t('desk.join.button')}</button></div>
</form>`;
  const page = { title: t('desk.join.title'), path: '/join', main, problems };
  return c.html(String(frame(reader, page)), problems.length > 0 ? 422 : 200);
}
