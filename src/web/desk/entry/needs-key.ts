/** Before the organisation has a key nothing can be sealed, so nothing can be entered. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { showDeskPage } from '../shell.ts';
import type { DeskView } from '../view.ts';

export function needsKey(c: Context, view: DeskView): Response | Promise<Response> | undefined {
  const { t, organisation } = view;
  if (organisation.recipient !== null) return undefined;
  return showDeskPage(
    c,
    view,
    { title: t('desk.entry.title'), main: html`<p>${t('desk.frame.noKey')}</p>` },
    409,
  );
}
