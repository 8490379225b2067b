/** The sign-in: one form, and with it whatever was typed on the page that the session ran out under. */
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { html } from '#html.ts';
import type { Person } from '#register/register.ts';
import type { Reader } from '../parts/reader.ts';
import { sha256 } from '../sha256.ts';
import type { Following, Site } from '../site.ts';
import { hidden, secretField } from './fields.ts';
import { carried, type DeskForm, signInPrefix } from './form.ts';
import { frame } from './shell.ts';
import { type SignedIn, signInFrom } from './sign-in.ts';
import { cookieName, cookieParts } from './staff.ts';
import { deskHref } from './view.ts';

export type Asked = {
  /** Address that the form is sent to: of the page whose fields it carries, or of the sign-in. */
  action: string;
  /** Where it goes on after the sign-in, where nothing is carried. */
  next?: string;
  form: DeskForm;
  failed?: (SignedIn & { ok: false })['reason'];
  status: ContentfulStatusCode;
};

export function showSignIn(c: Context, reader: Reader, asked: Asked): Response | Promise<Response> {
  const { t } = reader;
  const { action, next, form, failed, status } = asked;
  const kept = carried(form);
  const sentence = failed && t('desk.signIn.failed');
  const main = html`${kept.length > 0 && !failed && html`<p>${t('desk.signIn.kept')}</p>`}
<p class="hint">${t('desk.signIn.for')}</p>
<form id="step" method="post" action="${action}" novalidate>
${hidden(kept)}
${next !== undefined && hidden([[`${signInPrefix}next`, next]])}
${secretField({ name: `${signInPrefix}login`, label: t('desk.signIn.login'), autocomplete: 'username', kind: 'shown', value: form.line(`${signInPrefix}login`), error: sentence })}
${secretField({ name: `${signInPrefix}password`, label: t('desk.signIn.password'), autocomplete: 'current-password', kind: 'hidden' })}
${secretField({ name: `${signInPrefix}totp`, label: t('desk.signIn.totp'), hint: t('desk.signIn.totpHint'), autocomplete: 'one-time-code', kind: 'code' })}
<div class="buttons"><button>${t('desk.signIn.button')}</button></div>
</form>
<p class="hint">${t('desk.signIn.lost')}</p>
<p><a href="${deskHref(reader, '/join')}">${t('desk.signIn.invited')}</a></p>`;
  const problems = sentence ? [{ field: `${signInPrefix}login`, text: sentence }] : [];
  return c.html(String(frame(reader, { title: t('desk.signIn.title'), main, problems })), status);
}

/** Tries what was typed; a cookie holds the session that begins, and the one that it held before is over. */
export async function tryToSignIn(
  c: Context,
  site: Site,
  following: Following,
  form: DeskForm,
): Promise<SignedIn> {
  const result = await signInFrom(c, following, {
    login: form.raw(`${signInPrefix}login`),
    password: form.raw(`${signInPrefix}password`),
    totp: form.raw(`${signInPrefix}totp`),
  });
  if (!result.ok) return result;
  const before = cookieParts(c, site)?.token;
  if (before !== undefined) await following.register.sessions.end(await sha256(before));
  holdSession(c, site, result.token, result.person);
  return result;
}

/** Until the browser is closed; sent to this site alone. The id of the person tells whose form was left lying. */
export function holdSession(c: Context, site: Site, token: string, person: Pick<Person, 'id'>): void {
  setCookie(c, cookieName(site), `${token}.${person.id}`, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: site.publicUrl?.startsWith('https:') ?? false,
  });
}
