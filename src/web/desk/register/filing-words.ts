/** One filing in clear, in words: the document, the office, weeks, and where it stands. */

import { daysBetween } from '#domain/dates.ts';
import { type IsoWeek, mondayOf, weekOf } from '#domain/register/week.ts';
import type { ListedFiling, Person, RegisteredFiling } from '#register/register.ts';
import { templateText } from '../../content-text.ts';
import type { Reader } from '../../parts/reader.ts';
import { weekText } from '../../parts/week.ts';

/** The document in the reader's language; one that this version does not know, by its id. */
export function documentName(
  { site, language }: Reader,
  { template }: Pick<RegisteredFiling, 'template'>,
): string {
  const known = site.library.templates.get(template);
  return known ? templateText(known, language).title : template;
}

export function officeOf(
  { site, language, t }: Reader,
  { authority }: Pick<RegisteredFiling, 'authority'>,
): string {
  if (authority === null) return t('desk.register.court');
  return site.library.authorities.get(authority)?.name[language] ?? authority;
}

export function standingText({ t }: Reader, { standing }: Pick<RegisteredFiling, 'standing'>): string {
  return t(`desk.register.standings.${standing}`);
}

/** Overdue by so many weeks, due this week, or the week in which the time ends. */
export function dueText(
  reader: Reader,
  { state, dueWeek }: Pick<ListedFiling, 'state' | 'dueWeek'>,
): string | undefined {
  const { t, language } = reader;
  if (dueWeek === null) return undefined;
  const week = weekText(language, dueWeek);
  if (state === 'overdue') {
    return t('desk.today.overdueBy', { week, count: weeksSince(reader, dueWeek) });
  }
  return t(state === 'due' ? 'desk.today.dueNow' : 'desk.today.dueIn', { week });
}

/** Below a heading that says that it is the time limit: the week first. */
export function timeText(reader: Reader, one: Pick<ListedFiling, 'state' | 'dueWeek'>): string | undefined {
  const { t, language } = reader;
  const { state, dueWeek } = one;
  if (dueWeek === null) return undefined;
  const week = weekText(language, dueWeek);
  if (state === 'overdue')
    return t('desk.register.time.overdue', { week, count: weeksSince(reader, dueWeek) });
  return state === 'due' ? t('desk.register.time.due', { week }) : week;
}

function weeksSince({ today }: Pick<Reader, 'today'>, week: IsoWeek): number {
  return Math.round(daysBetween(mondayOf(week), mondayOf(weekOf(today))) / 7);
}

/** How people name a case to each other: the beginning of its id. */
export function caseNumber(id: string): string {
  return id.slice(0, 8);
}

export function loginOf(people: readonly Person[], id: string | null): string | undefined {
  return id === null ? undefined : people.find((one) => one.id === id)?.login;
}
