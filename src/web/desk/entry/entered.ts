/** Said on top of a case that was entered a moment ago, with the way to the next paper of the pile. */
import type { Context } from 'hono';
import { type Html, html } from '#html.ts';
import { type DeskView, deskHref } from '../view.ts';

/** What the address of the case ends with then: a word of ours, nothing of the case. */
export const justEntered = '?found=entered';

export function enteredNote(c: Context, view: DeskView): Html | false {
  const { t } = view;
  if (c.req.query('found') !== 'entered') return false;
  return html`<p class="done" role="status" tabindex="-1" data-focus>${t('desk.entry.done')} <a href="${deskHref(view, '/entry')}">${t('desk.entry.another')}</a></p>`;
}
