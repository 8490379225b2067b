/** The settings as a form gives them: every field that cannot be taken is named, with what to do. */
import { isIsoDate } from '#domain/dates.ts';
import { statuses } from '#domain/organisation.ts';
import { mayBeNamed } from '#domain/register/member-organisation.ts';
import { oneLine } from '#domain/text.ts';
import type { OrganisationSettings } from '#register/register.ts';
import { dayIn } from '../../case/form.ts';
import type { FieldProblem } from '../shell.ts';
import type { DeskView } from '../view.ts';

export const settingsLimits = {
  name: 120,
  contact: 300,
  source: 300,
  tag: 40,
  tags: 50,
  months: 120,
} as const;

/** As it was typed: shown again where something has to be mended. */
export type TypedSettings = Record<
  'nameRu' | 'nameEn' | 'contact' | 'status' | 'checked' | 'source' | 'months' | 'tags' | 'public',
  string
>;

export function typedSettings({ form }: Pick<DeskView, 'form'>): TypedSettings {
  return {
    nameRu: form.line('nameRu'),
    nameEn: form.line('nameEn'),
    contact: form.line('contact'),
    status: form.raw('status'),
    checked: dayIn({ ...form, file: undefined }, 'checked'),
    source: form.line('source'),
    months: form.line('months'),
    tags: form.raw('tags'),
    public: form.raw('public'),
  };
}

export function storedSettings({ organisation }: Pick<DeskView, 'organisation'>): TypedSettings {
  const isNamed = mayBeNamed(organisation);
  return {
    nameRu: isNamed ? organisation.name.ru : '',
    nameEn: isNamed ? organisation.name.en : '',
    contact: organisation.contact,
    status: organisation.statusInRussia,
    checked: organisation.statusChecked ?? '',
    source: organisation.statusSource ?? '',
    months: String(organisation.retentionMonths),
    tags: organisation.tags.join('\n'),
    public: organisation.publicStatistics ? 'yes' : 'no',
  };
}

export function readSettings(
  { t, today, organisation }: Pick<DeskView, 't' | 'today' | 'organisation'>,
  typed: TypedSettings,
): { settings: OrganisationSettings; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, text: string) => problems.push({ field, text });
  const keepsName = !mayBeNamed(organisation);
  const lineOf = (field: 'nameRu' | 'nameEn' | 'contact' | 'source', max: number, kept?: string) => {
    const text = typed[field] || (kept ?? '');
    if (text.length > max) wrong(field, t(`desk.settings.tooLong.${field}`, { max }));
    return text;
  };
  const name = {
    ru: lineOf('nameRu', settingsLimits.name, keepsName ? organisation.name.ru : undefined),
    en: lineOf('nameEn', settingsLimits.name, keepsName ? organisation.name.en : undefined),
  };
  if (name.ru === '') wrong('nameRu', t('desk.settings.required.nameRu'));
  if (name.en === '') wrong('nameEn', t('desk.settings.required.nameEn'));
  const status = statuses.find((one) => one === typed.status);
  if (!status) wrong('status', t('desk.settings.required.status'));
  const isDay = isIsoDate(typed.checked) && typed.checked <= today;
  if (!isDay && (typed.checked !== '' || status !== 'unknown')) wrong('checked', t('desk.settings.wrongDay'));
  const months = /^\d{1,3}$/.test(typed.months) ? Number(typed.months) : 0;
  if (months < 1 || months > settingsLimits.months)
    wrong('months', t('desk.settings.wrongMonths', { max: settingsLimits.months }));
  const tags = [...new Set(typed.tags.split(/[\n,]/).map(oneLine).filter(Boolean))];
  if (tags.length > settingsLimits.tags || tags.some((tag) => tag.length > settingsLimits.tag))
    wrong('tags', t('desk.settings.wrongTags', { count: settingsLimits.tags, max: settingsLimits.tag }));
  const settings: OrganisationSettings = {
    name,
    contact: lineOf('contact', settingsLimits.contact),
    statusInRussia: status ?? 'unknown',
    statusChecked: isDay ? typed.checked : null,
    statusSource: lineOf('source', settingsLimits.source) || null,
    retentionMonths: months,
    tags,
    publicStatistics: typed.public === 'yes',
  };
  return { settings, problems };
}
