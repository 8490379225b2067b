/** The month in which a shared case is deleted by itself. */
import type { IsoDate } from '#domain/dates.ts';
import { type IsoWeek, monthOf } from '#domain/register/week.ts';

/** Its first day: `months` after the month of the last change. */
export function deletedIn(changed: IsoWeek, months: number): IsoDate {
  const [year = 0, month = 1] = monthOf(changed).split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
