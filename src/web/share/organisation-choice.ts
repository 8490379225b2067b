/** With whom: every organisation with its status in Russia, the day somebody looked, and where; one that is refused says why. */
import { daysBetween } from '#domain/dates.ts';
import { mayBeNamed, statusAge } from '#domain/register/member-organisation.ts';
import { type Html, html } from '#html.ts';
import { radios } from '../parts/fields.ts';
import { longDate } from '../parts/provenance.ts';
import { type FiledFrom, type Offered, sharing } from './organisations.ts';
import { errorOf, type ShareView } from './view.ts';

/** `from` is undefined while nobody knows where the case was filed: then the page tells both. */
export function organisationChoice(
  view: ShareView,
  all: readonly Offered[],
  from: FiledFrom | undefined,
): Html {
  const { t, form } = view;
  const refused = all.filter((one) => from !== undefined && sharing(view, one, from) === 'refused');
  const open = all.filter((one) => !refused.includes(one));
  return html`${
    open.length === 0
      ? html`<p class="caution" id="f-organisation">${t('share.organisation.none')}</p>`
      : html`${(['organisation', 'refused'] as const).map((one) => html`<p class="wrong" data-wrong="${one}" hidden>${t(`share.wrong.${one}`)}</p>`)}
${radios({
  name: 'organisation',
  label: t('share.organisation.legend'),
  hint: t('share.organisation.hint'),
  value: form.line('organisation'),
  error: errorOf(view, 'organisation'),
  options: open.map((one) => ({
    value: one.key,
    label: html`<bdi>${one.shown}</bdi>`,
    hint: about(view, one, from),
  })),
})}`
  }
${refused.map(
  (one) =>
    html`<div class="caution"><p><strong><bdi>${one.shown}</bdi></strong></p><p>${t('share.organisation.refused')}</p>${status(view, one)}</div>`,
)}`;
}

function about(view: ShareView, one: Offered, from: FiledFrom | undefined): Html {
  const { t } = view;
  const ifFromRussia = from === undefined && sharing(view, one, 'russia') === 'refused';
  return html`${status(view, one)}
${warnings(view, one).map((text) => html`<p><strong>${text}</strong></p>`)}
${ifFromRussia && html`<p><strong>${t('share.organisation.ifFromRussia')}</strong></p>`}
<p>${t('share.organisation.retention', { count: one.retentionMonths })}</p>
${one.contact !== '' && mayBeNamed(one) && html`<p>${t('share.organisation.contact')} <bdi>${one.contact}</bdi></p>`}`;
}

function status({ t, language }: ShareView, one: Offered): Html {
  const { statusInRussia, statusChecked, statusSource } = one;
  return html`<p>${t(`common.status.${statusInRussia}`)} ${statusChecked !== null && t('common.provenance.checked', { date: longDate(language, statusChecked) })}
${statusSource !== null && mayBeNamed(one) && html`${t('common.provenance.source')} <bdi>${statusSource}</bdi>`}</p>`;
}

function warnings(view: ShareView, { statusInRussia, statusChecked }: Offered): string[] {
  const { t, today } = view;
  const isOld = statusChecked === null || daysBetween(statusChecked, today) > statusAge;
  const isBanned = statusInRussia === 'undesirable' || statusInRussia === 'extremist';
  return [
    ...(isBanned ? [t('share.organisation.banned')] : []),
    ...(statusInRussia === 'foreign-agent' ? [t('share.organisation.foreignAgent')] : []),
    ...(statusInRussia === 'unknown' ? [t('share.organisation.unknown')] : []),
    ...(isOld && statusInRussia !== 'unknown' ? [t('share.organisation.old')] : []),
  ];
}
