/** What the desk does not show: to this role, or to anybody because it is not there. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import type { Reader } from '../parts/reader.ts';
import { homeOf } from './places.ts';
import { frame, showDeskPage } from './shell.ts';
import { type DeskHandler, deskHref } from './view.ts';

/** 403: the role does not allow it, and who could help. */
export const forbidden: DeskHandler = (c, view) => {
  const { t, staff } = view;
  const role = t(`desk.roles.${staff.actor.role}`);
  const main = html`<p>${t('desk.errors.forbidden', { role })}</p>
<p><a href="${deskHref(view, homeOf(view))}">${t('desk.errors.home')}</a></p>`;
  return showDeskPage(c, view, { title: t('desk.errors.forbiddenTitle'), main }, 403);
};

/** 404: no such page, or no such record in this organisation. */
export const notHere: DeskHandler = (c, view) => {
  const { t } = view;
  const main = html`<p>${t('desk.errors.notHere')}</p>
<p><a href="${deskHref(view, homeOf(view))}">${t('desk.errors.home')}</a></p>`;
  return showDeskPage(c, view, { title: t('desk.errors.notHereTitle'), main }, 404);
};

/** 409: somebody signed in under a form that was not theirs. Nothing of it is done. */
export function ofAnother(c: Context, reader: Reader): Response | Promise<Response> {
  const { t } = reader;
  const main = html`<p>${t('desk.signIn.otherPerson')}</p>
<p><a href="${deskHref(reader, '')}">${t('desk.errors.home')}</a></p>`;
  return c.html(String(frame(reader, { title: t('desk.signIn.otherPersonTitle'), main })), 409);
}
