/** What a list of filings may be asked for: where they stand in time, and in which order. */
import type { IsoWeek } from './week.ts';

/** Where a filing stands now: `overdue`, `due` this week and `waiting` by its week, else by what the office did. */
export const filingStates = ['overdue', 'due', 'waiting', 'decided'] as const;
export type FilingState = (typeof filingStates)[number];

/** The newest first; the longest overdue first; or what is at one office, of one document, of one person stands together. */
export const filingSorts = ['filed', 'due', 'authority', 'template', 'assignee'] as const;
export type FilingSort = (typeof filingSorts)[number];

/** `dueWeek`: when the office's time ends; null where none waits. */
export function stateOf(dueWeek: IsoWeek | null, thisWeek: IsoWeek): FilingState {
  if (dueWeek === null) return 'decided';
  if (dueWeek === thisWeek) return 'due';
  return dueWeek < thisWeek ? 'overdue' : 'waiting';
}
