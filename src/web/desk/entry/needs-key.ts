/** Before the organisation has a key nothing can be sealed, so nothing can be entered. */
import type { Context } from 'hono';
import { html, nothing } from '#html.ts';
import { showDeskPage } from '../shell.ts';
import { staffMay } from '../staff.ts';
import type { DeskView } from '../view.ts';

export function needsKey(c: Context, view: DeskView): Response | Promise<Response> | undefined {
  const { t, organisation, staff } = view;
  if (organisation.recipient !== null) return undefined;
  // Whoever can make the key is told by the frame, with the way to it.
  const main = staffMay(staff, 'manage-key')
    ? nothing
    : html`<p>${t('desk.frame.noKey')} ${t('desk.key.whoMakes')}</p>`;
  return showDeskPage(c, view, { title: t('desk.entry.title'), main }, 409);
}
