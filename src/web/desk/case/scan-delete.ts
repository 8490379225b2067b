/** A scan is taken out of a case: asked once, then its bytes go for good, and the sealed facts name it no more. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { notHere } from '../closed.ts';
import { askPassphrase } from '../key/unlock.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { type OpenedCase, openingOf } from './opening.ts';
import { scanName } from './scan-files.ts';
import { storeAndShow } from './storing.ts';

export const askDeleteScan: DeskHandler = (c, view) =>
  withScan(c, view, ({ record, facts }, id) => {
    const { t } = view;
    const here = deskHref(view, `/case/${record.id}`);
    const main = html`<p><bdi>${scanName(view, facts, id)}</bdi></p>
<p>${t('desk.case.scan.delete.text')}</p>
${record.filerRecipient !== null && html`<p>${t('desk.case.scan.delete.filer')}</p>`}
<form method="post" action="${here}/scans/${id}/delete"><input type="hidden" name="version" value="${record.version}">
<div class="buttons"><button class="danger">${t('desk.case.delete.button')}</button> <a href="${here}#scans">${t('desk.case.back')}</a></div></form>`;
    const title = t('desk.case.scan.delete.title');
    return showDeskPage(c, view, { title, main, path: `/case/${record.id}`, styles: ['desk-work.css'] });
  });

export const deleteScan: DeskHandler = (c, view) =>
  withScan(c, view, (opened, id) => {
    const { facts } = opened;
    const without = { ...facts, scans: facts.scans.filter((one) => one.id !== id) };
    const name = scanName(view, facts, id);
    const mine = { lines: [view.t('desk.case.scan.delete.mine', { name })], again: true };
    return storeAndShow(c, view, opened, without, mine, '#scans', id);
  });

async function withScan(
  c: Context,
  view: DeskView,
  work: (opened: OpenedCase, id: string) => Response | Promise<Response>,
): Promise<Response> {
  const opening = await openingOf(c, view);
  if (opening.state === 'locked') return askPassphrase(c, view);
  if (opening.state !== 'opened') return notHere(c, view);
  const scan = opening.opened.record.scans.find(({ id }) => id === c.req.param('scan'));
  return scan ? work(opening.opened, scan.id) : notHere(c, view);
}
