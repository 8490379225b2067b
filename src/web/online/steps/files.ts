/** The files, and what to do next. */
import type { Authority } from '#domain/authority.ts';
import type { Report } from '#domain/report.ts';
import { defaultLimit, shortVersion } from '#domain/short-version.ts';
import { type Html, html } from '#html.ts';
import { sentence } from '../../api/problem-details.ts';
import { textField } from '../../parts/fields.ts';
import { longDate, provenanceLine } from '../../parts/provenance.ts';
import { complaintOf } from '../complaint-of.ts';
import { isByHand, value } from '../draft.ts';
import type { Step, View } from '../step.ts';

export const files: Step = { id: 'files', fields: ['limit'], title: 'walk.files.title', body };

const offered = ['docx', 'pdf', 'txt', 'html'] as const;

function body(view: View): Html {
  const { t, language } = view;
  const checked = complaintOf(view);
  if (!checked.ok) return html`<p>${t('walk.check.incomplete')}</p>`;
  const complaint = checked.value;
  const byHand = isByHand(view.draft);
  const date = longDate(language, complaint.date);
  return html`<p>${t('walk.files.lead')}</p>
<ul class="files">${offered.map((format) => fileButton(view, format))}
<li><button class="secondary" formaction="/${language}/online/print" formtarget="_blank">${t('walk.files.print.label')}</button>
<p class="hint">${t('walk.files.print.hint')}</p></li>
${
  !byHand &&
  html`<li><button class="secondary" formaction="/${language}/online/sheet" formtarget="_blank">${t('walk.files.sheet.label')}</button>
<p class="hint">${t('walk.files.sheet.hint')}</p></li>`
}</ul>
<p class="hint">${t('walk.files.reveals')} ${t(byHand ? 'walk.files.insideByHand' : 'walk.files.inside')}</p>
<h2>${t('walk.files.next.title')}</h2>
<ol class="next">
${(['print', ...(byHand ? (['fill', 'signByHand'] as const) : (['sign'] as const)), complaint.filedFrom === 'abroad' ? 'sendAbroad' : 'send', 'keep', 'answer', 'delete'] as const).map((one) => html`<li>${t(`walk.files.next.${one}`, { date })}</li>`)}
</ol>
<h2>${t('walk.files.where.title')}</h2>
${channels(view, complaint.authority)}
${shortText(view, complaint)}`;
}

/** Of a format that this server makes: not every machine can make PDF. */
function fileButton({ site, t, language }: View, format: (typeof offered)[number]): Html | false {
  return (
    Object.hasOwn(site.formats, format) &&
    html`<li><button formaction="/${language}/online/file" name="format" value="${format}">${t(`walk.files.${format}.label`)}</button>
<p class="hint">${t(`walk.files.${format}.hint`)}</p></li>`
  );
}

/** The text for a portal, within the limit that the person read there. */
function shortText({ site, t, draft }: View, complaint: Report): Html {
  const limit = limitOf(value(draft, 'limit'));
  const short = shortVersion(site.library, complaint, limit);
  const min = short.ok ? undefined : short.problems[0];
  return html`<details class="short" ${draft.has('limit') ? html`open` : false}><summary>${t('walk.files.short.label')}</summary>
<p class="hint">${t('walk.files.short.hint')}${isByHand(draft) && html` ${t('walk.files.short.byHand')}`}</p>
${textField(t, { name: 'limit', label: t('walk.files.short.limit'), value: String(limit), type: 'number', narrow: true, error: min && sentence(t, min) })}
<p><button class="secondary" name="move" value="stay">${t('walk.files.short.again')}</button></p>
${
  short.ok &&
  html`<div class="field"><label for="short-text">${t('walk.files.short.text', { count: short.value.length })}</label>
<textarea id="short-text" lang="ru" dir="ltr" rows="12" readonly>
${short.value}</textarea></div>
<p><button type="button" class="secondary" data-copy="short-text" hidden>${t('walk.files.short.copy')}</button> <span data-copied role="status" hidden>${t('walk.files.short.copied')}</span></p>`
}</details>`;
}

function limitOf(text: string): number {
  const limit = Number(text);
  return Number.isInteger(limit) && limit > 0 ? limit : defaultLimit;
}

/** Where this office takes documents, what each way is limited by, and how sure that is. */
function channels({ t, language, today }: View, authority: Authority): Html {
  return html`<p><strong>${authority.name[language]}</strong></p>
${authority.channels.map(
  (channel) => html`<div class="channel"><h3>${t(`rules.channel.${channel.kind}`)}</h3>
<p>${channel.where === null ? t('walk.authority.noAddress') : html`<bdi lang="ru">${channel.where}</bdi>`}</p>
<p>${channel.limits[language]}</p>
${provenanceLine(t, language, channel, today)}</div>`,
)}`;
}
