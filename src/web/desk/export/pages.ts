/** The register as a file: a table or JSON, with what is sealed only for whoever has the key open. Written as it is read. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { checkboxes, radios } from '../../parts/fields.ts';
import { askPassphrase } from '../key/unlock.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { jsonOf } from './json.ts';
import { tableOf } from './table.ts';

const formats = ['csv', 'json'] as const;

export const exportPage: DeskHandler = (c, view) => show(c, view);

export const exportFile: DeskHandler = async (c, view) => {
  const { form, following, staff, today } = view;
  const format = formats.find((one) => one === form.line('format'));
  if (!format) return show(c, view);
  const identity = form.raw('sealed') === 'yes' ? await view.identity() : undefined;
  if (form.raw('sealed') === 'yes' && identity === undefined) return askPassphrase(c, view);
  await following.register.audit.write(staff.actor.organisation, {
    person: staff.actor.person,
    action: 'exported',
  });
  const parts = format === 'csv' ? tableOf(view, identity) : jsonOf(view, identity);
  return c.body(streamOf(parts), 200, {
    'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
    'Content-Disposition': `attachment; filename="table-${today}.${format}"`,
    'Cache-Control': 'no-store',
  });
};

/** Letters that are sent together. */
const leastSent = 32 * 1024;

/** Reads on only when what was read has been sent. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = '';
      while (text.length < leastSent) {
        const { value, done } = await parts.next();
        if (done) {
          controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

function show(c: Context, view: DeskView): Response | Promise<Response> {
  const { t } = view;
  const main = html`<p>${t('desk.export.lead')}</p>
<form method="post" action="${deskHref(view, '/export')}" enctype="multipart/form-data" autocomplete="off">
${radios({ name: 'format', label: t('desk.export.format'), value: 'csv', options: formats.map((value) => ({ value, label: t(`desk.export.formats.${value}.label`), hint: t(`desk.export.formats.${value}.hint`) })) })}
${checkboxes({ name: 'sealed', label: t('desk.export.sealed.legend'), values: [], options: [{ value: 'yes', label: t('desk.export.sealed.label'), hint: t('desk.export.sealed.hint') }] })}
<div class="buttons"><button>${t('desk.export.button')}</button></div></form>
<p class="hint">${t('desk.export.archives')}</p>`;
  return showDeskPage(c, view, { title: t('desk.export.title'), main, styles: ['desk-work.css'] });
}
