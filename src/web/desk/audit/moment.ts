/** When something was done: to the second in Moscow's time, or the week alone of what a filer did. */
import type { Language } from '#domain/language.ts';
import { isIsoWeek, mondayOf, sundayOf } from '#domain/register/week.ts';
import type { Translate } from '#i18n.ts';
import { longDate } from '../../parts/provenance.ts';

export function momentText(language: Language, t: Translate, at: string): string {
  const week = /^\d{4}-W\d{2}/.exec(at)?.[0];
  if (week !== undefined && isIsoWeek(week))
    return t('desk.audit.week', {
      from: longDate(language, mondayOf(week)),
      to: longDate(language, sundayOf(week)),
    });
  return formatted(language).format(new Date(at));
}

const formats = new Map<Language, Intl.DateTimeFormat>();

function formatted(language: Language): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Moscow',
  });
  formats.set(language, made);
  return made;
}
