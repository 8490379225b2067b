/** The settings of an organisation, for its administrator. */
import type { Context } from 'hono';
import { statuses } from '#domain/organisation.ts';
import { mayBeNamed, sharingWith } from '#domain/register/member-organisation.ts';
import { html } from '#html.ts';
import { radios, textField } from '../../parts/fields.ts';
import { type FieldProblem, problemOf, showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { readSettings, settingsLimits, storedSettings, type TypedSettings, typedSettings } from './read.ts';

export const settingsPage: DeskHandler = (c, view) => showSettings(c, view, storedSettings(view));

export const changeSettings: DeskHandler = async (c, view) => {
  const { t, following, staff } = view;
  const typed = typedSettings(view);
  const { settings, problems } = readSettings(view, typed);
  if (problems.length > 0) return showSettings(c, view, typed, { problems });
  await following.register.organisations.change(staff.actor, settings);
  const changed = { ...view, organisation: { ...view.organisation, ...settings } };
  return showSettings(c, changed, storedSettings(changed), { done: t('desk.settings.done') });
};

function showSettings(
  c: Context,
  view: DeskView,
  typed: TypedSettings,
  { problems = [], done }: { problems?: readonly FieldProblem[]; done?: string } = {},
) {
  const { t, language, organisation, today } = view;
  const error = (field: keyof TypedSettings) => problemOf(problems, field);
  const isUnnamed = !mayBeNamed(organisation);
  const name = (field: 'nameRu' | 'nameEn') =>
    textField(t, {
      name: field,
      label: t(`desk.settings.${field}`),
      hint: isUnnamed ? t('desk.settings.unnamed') : undefined,
      value: typed[field],
      max: settingsLimits.name,
      lang: field === 'nameRu' ? 'ru' : 'en',
      error: error(field),
    });
  const options = statuses.map((value) => ({ value, label: t(`common.status.${value}`) }));
  const publicHref = `/${language}/statistics/${organisation.id}`;
  const main = html`${sharingWith(organisation, 'russia', today) !== 'open' && html`<div class="caution"><p>${t(`desk.settings.sharing.${sharingWith(organisation, 'russia', today) === 'refused' ? 'refused' : 'warned'}`)}</p></div>`}
<form id="step" method="post" action="${deskHref(view, '/settings')}" novalidate>
${name('nameRu')}
${name('nameEn')}
${textField(t, { name: 'contact', label: t('desk.settings.contact'), hint: t('desk.settings.contactHint'), value: typed.contact, max: settingsLimits.contact, optional: true, error: error('contact') })}
${radios({ name: 'status', label: t('desk.settings.status'), hint: t('desk.settings.statusHint'), options, value: typed.status, error: error('status') })}
${textField(t, { name: 'checked', label: t('desk.settings.checked'), hint: t('desk.settings.checkedHint'), type: 'date', value: typed.checked, narrow: true, error: error('checked') })}
${textField(t, { name: 'source', label: t('desk.settings.source'), value: typed.source, max: settingsLimits.source, optional: true, error: error('source') })}
${textField(t, { name: 'months', label: t('desk.settings.months'), hint: t('desk.settings.monthsHint'), type: 'number', value: typed.months, narrow: true, error: error('months') })}
${textField(t, { name: 'tags', label: t('desk.settings.tags'), hint: t('desk.settings.tagsHint'), rows: 6, value: typed.tags, optional: true, error: error('tags') })}
${radios({
  name: 'public',
  label: t('desk.settings.public'),
  hint: t('desk.settings.publicHint'),
  options: (['no', 'yes'] as const).map((value) => ({ value, label: t(`desk.settings.publicAs.${value}`) })),
  value: typed.public,
})}
${organisation.publicStatistics && html`<p><a href="${publicHref}">${t('desk.settings.publicLink')}</a></p>`}
<div class="buttons"><button>${t('desk.settings.save')}</button></div>
</form>`;
  return showDeskPage(c, view, { title: t('desk.settings.title'), path: '/settings', main, problems, done });
}
