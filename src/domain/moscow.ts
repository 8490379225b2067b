/** The day in Moscow, where the authorities' clocks run. */
import type { IsoDate } from './dates.ts';

let moscow: Intl.DateTimeFormat | undefined;

/** The formatter is made when first asked for: a time zone takes longer to open than a page to write. Swedish writes dates as ISO does. */
export function moscowDay(moment: Date): IsoDate {
  moscow ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });
  return moscow.format(moment);
}
