/** One filing in clear, in words: the document, the office, weeks, and where it stands. */

import { daysBetween } from '#domain/dates.ts';
import { mondayOf, weekOf } from '#domain/register/week.ts';
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
  const { t, language, today } = reader;
  if (dueWeek === null) return undefined;
  const week = weekText(language, dueWeek);
  if (state === 'overdue') {
    const count = Math.round(daysBetween(mondayOf(dueWeek), mondayOf(weekOf(today))) / 7);
    return t('desk.today.overdueBy', { count, week });
  }
  return t(state === 'due' ? 'desk.today.dueNow' : 'desk.today.dueIn', { week });
}

/** The same below a heading that says that it is the time limit. */
export function timeText(reader: Reader, one: Pick<ListedFiling, 'state' | 'dueWeek'>): string | undefined {
  const { state, dueWeek } = one;
  const isNear = dueWeek === null || state === 'overdue' || state === 'due';
  return isNear ? dueText(reader, one) : weekText(reader.language, dueWeek);
}

/** How people name a case to each other: the beginning of its id. */
export function caseNumber(id: string): string {
  return id.slice(0, 8);
}

export function loginOf(people: readonly Person[], id: string | null): string | undefined {
  return id === null ? undefined : people.find((one) => one.id === id)?.login;
}
