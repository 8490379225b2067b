/** For the office's electronic form: each field to copy, the short text within the form's limit, the size of the file. */
import type { Context } from 'hono';
import type { FormLimits } from '#domain/authority.ts';
import { compose } from '#domain/compose.ts';
import { wayTo } from '#domain/filing/ways.ts';
import { defaultLimit, shortVersion } from '#domain/short-version.ts';
import { type Html, html } from '#html.ts';
import { sentence } from '../api/problem-details.ts';
import { formLimits } from '../filing/checklist.ts';
import { copied } from '../parts/copied.ts';
import { textField } from '../parts/fields.ts';
import { layout } from '../parts/layout.ts';
import { complaintOf } from './complaint-of.ts';
import type { Written } from './dispatch.ts';
import { isByHand, value } from './draft.ts';
import { stepNamed } from './order.ts';
import type { View } from './step.ts';
import { hiddenFields, show } from './step-page.ts';

export async function formPage(c: Context, view: View): Promise<Response> {
  const checked = complaintOf(view);
  if (!checked.ok) return show(c, { ...view, problems: checked.problems }, stepNamed('check'));
  const { site, language, t, draft } = view;
  const written = checked.value;
  const way = wayTo(site.library, written.authority, 'electronic-form');
  const form = way?.office.form;
  const main = html`<h1>${t('filing.form.title')}</h1>
<p>${written.authority.name[language]}</p>
${
  way
    ? html`<p><a href="/${language}/filing/${written.authority.id}/electronic-form" target="_blank" rel="noopener">${t('filing.form.checklist')}</a></p>`
    : html`<p class="caution">${t('filing.form.none')}</p>`
}
${form && formLimits(t, form)}
<form id="step" method="post" action="/${language}/online/form" autocomplete="off" novalidate>
${hiddenFields(new Map([...draft].filter(([name]) => name !== 'limit')), undefined)}
${shortText(view, written, form)}
<h2>${t('filing.form.file')}</h2>
${await fileSize(view, written, form)}
${!isByHand(draft) && html`<h2>${t('filing.form.fields')}</h2>${personFields(view, written)}`}
<div class="buttons"><button class="secondary" formaction="/${language}/online/files" name="move" value="stay">${t('common.back')}</button></div>
</form>`;
  return c.html(
    layout({
      site,
      language,
      t,
      title: t('filing.form.tab'),
      main,
      path: undefined,
      step: 'form',
      style: 'filing.css',
    }),
  );
}

/** Within the limit that the person read on the form; before, within the last one that anybody knows. */
function shortText({ site, t, draft }: View, written: Written, form: FormLimits | undefined): Html {
  const given = Number(value(draft, 'limit'));
  const known = form?.characters?.value ?? defaultLimit;
  const limit = Number.isInteger(given) && given > 0 ? given : known;
  const short = shortVersion(site.library, written, limit);
  const problem = short.ok ? undefined : short.problems[0];
  return html`<h2>${t('filing.form.short')}</h2>
${isByHand(draft) && html`<p class="hint">${t('filing.form.byHand')}</p>`}
${textField(t, { name: 'limit', label: t('filing.form.limit'), value: String(limit), type: 'number', narrow: true, error: problem && sentence(t, problem) })}
<p><button class="secondary" name="move" value="stay">${t('filing.form.again')}</button></p>
${short.ok && copied(t, 'short-text', t('filing.form.text', { count: short.value.length, limit }), short.value, 12)}`;
}

/** The file that this form would take, made once to weigh it. */
async function fileSize(
  { site, t, language }: View,
  written: Written,
  form: FormLimits | undefined,
): Promise<Html> {
  const types = form?.files?.types;
  const name = ['pdf', 'docx', 'txt'].find(
    (one) => Object.hasOwn(site.formats, one) && (types?.includes(one) ?? true),
  );
  const format = name === undefined ? undefined : site.formats[name];
  if (!format || name === undefined) return html`<p>${t('filing.form.noFile')}</p>`;
  const made = await format.render(compose(site.library, written));
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made).length : made.length;
  const kilobytes = Math.ceil(bytes / 1024);
  const most = form?.files?.megabytes;
  const fits = most === undefined ? undefined : bytes <= most * 1024 * 1024;
  return html`<p>${t('filing.form.size', { type: name.toUpperCase(), kilobytes })} ${
    most === undefined
      ? t('filing.form.sizeUnknown')
      : t(fits ? 'filing.form.sizeFits' : 'filing.form.sizeTooBig', { megabytes: most })
  }</p>
<p><button class="secondary" formaction="/${language}/online/file" name="format" value="${name}">${t('filing.form.download')}</button></p>`;
}

function personFields({ t }: View, { applicant }: Written): Html[] {
  const fields = [
    ['lastName', applicant?.lastName],
    ['firstName', applicant?.firstName],
    ['patronymic', applicant?.patronymic],
    ['address', applicant?.address],
    ['email', applicant?.email],
    ['phone', applicant?.phone],
  ] as const;
  const labels = {
    lastName: t('walk.name.lastName'),
    firstName: t('walk.name.firstName'),
    patronymic: t('walk.name.patronymic'),
    address: t('walk.reply.address'),
    email: t('walk.reply.email'),
    phone: t('walk.reply.phone'),
  };
  return fields.flatMap(([name, text]) =>
    text === undefined ? [] : [copied(t, `copy-${name}`, labels[name], text, text.length > 24 ? 3 : 1)],
  );
}
