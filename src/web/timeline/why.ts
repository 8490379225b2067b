/** Why a date is what it is, in the reader's language: the steps of the counting as sentences. */
import type { Reason } from '#domain/clock/why.ts';
import type { Language } from '#domain/language.ts';
import type { Translate } from '#i18n.ts';
import { longDate } from '../parts/provenance.ts';

export function whyText(t: Translate, language: Language, reasons: readonly Reason[]): string {
  return reasons.map((reason) => sentence(t, language, reason)).join(' ');
}

function sentence(t: Translate, language: Language, reason: Reason): string {
  const day = (date: string) => longDate(language, date);
  switch (reason.code) {
    case 'from':
    case 'met':
    case 'late':
      return t(`clock.why.${reason.code}`, {
        event: t(`clock.event.${reason.event}`),
        date: day(reason.date),
      });
    case 'length':
      return t(`clock.why.length.${reason.unit}`, { count: reason.count, date: day(reason.date) });
    case 'between':
      return t('clock.why.between', { from: day(reason.from), to: day(reason.to) });
    case 'presidential':
      return t('clock.why.presidential', { from: day(reason.from), to: day(reason.to), act: reason.act });
    case 'day-off':
      return t('clock.why.day-off', { date: day(reason.date), due: day(reason.due) });
    case 'extended-total':
    case 'extended-added':
      return t(`clock.why.${reason.code}`, { date: day(reason.date), days: reason.days });
    case 'not-moved':
    case 'working-saturday':
    case 'earliest':
    case 'extension-late':
    case 'newer-law':
    case 'prolonged':
      return t(`clock.why.${reason.code}`, { date: day(reason.date) });
    case 'post':
      return t('clock.why.post', { min: reason.min, max: reason.max });
    case 'registration':
      return t('clock.why.registration', { max: reason.max });
    case 'no-calendar':
      return t('clock.why.no-calendar', { year: reason.year });
    case 'extension-capped':
      return t('clock.why.extension-capped', { days: reason.days });
    case 'first-day':
      return t('clock.why.first-day');
  }
}
