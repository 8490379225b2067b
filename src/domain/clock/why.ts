/** Why a date is what it is, told in steps: each has a sentence in every language (`locales/<lng>/clock.json`). */
import type { EventKind } from '../case/event.ts';
import type { IsoDate } from '../dates.ts';
import type { Unit } from './term.ts';

type Named<Code extends string, Params = unknown> = { code: Code } & Params;
type On = { date: IsoDate };

export type Reason =
  /** What the term runs from. */
  | Named<'from', On & { event: EventKind }>
  /** Only the day of sending is known: the post takes from `min` to `max` days. */
  | Named<'post', { min: number; max: number }>
  /** The day of registration is unknown: it may be up to `max` days after receipt. */
  | Named<'registration', { max: number }>
  /** The days between which the event must have happened. */
  | Named<'between', { from: IsoDate; to: IsoDate }>
  /** The day of the event is not counted. */
  | Named<'first-day'>
  /** So many of the unit end on that day. */
  | Named<'length', On & { unit: Unit; count: number }>
  | Named<'day-off', { date: IsoDate; due: IsoDate }>
  /** The end is a day off, and the law says nothing of moving it. */
  | Named<'not-moved', On>
  | Named<'working-saturday', On>
  | Named<'presidential', { from: IsoDate; to: IsoDate; act: string }>
  /** Nobody has entered the calendar of this year. */
  | Named<'no-calendar', { year: string }>
  | Named<'earliest', On>
  | Named<'extended-total' | 'extended-added', On & { days: number }>
  /** The law allows no more than `days`. */
  | Named<'extension-capped', { days: number }>
  /** The extension came when the time had already run out. */
  | Named<'extension-late', On>
  /** The length was set by a law of that day. */
  | Named<'newer-law', On>
  | Named<'met' | 'late', On & { event: EventKind }>
  /** In time, because another term took over. */
  | Named<'prolonged', On>;
export type ReasonCode = Reason['code'];
