/** An organisation that follows filings in this installation, with its legal status in Russia: sharing depends on it. */
import { daysBetween, type IsoDate } from '../dates.ts';
import type { Language } from '../language.ts';
import type { statuses } from '../organisation.ts';

export type StatusInRussia = (typeof statuses)[number];

export type MemberOrganisation = {
  /** Chosen once: part of addresses. */
  id: string;
  /** What people call it; in clear on pages unless it is banned as extremist. */
  name: { ru: string; en: string };
  /** How people reach it; may be empty. */
  contact: string;
  statusInRussia: StatusInRussia;
  /** The day somebody looked, and where. */
  statusChecked: IsoDate | null;
  statusSource: string | null;
  /** Months after the last change when a case is deleted by itself. */
  retentionMonths: number;
  publicStatistics: boolean;
  /** Words that staff may put on a case; in clear, so they name nobody. */
  tags: readonly string[];
  /** age1…; null until somebody has made the organisation's key, and until then nothing can be shared with it. */
  recipient: string | null;
};

/** A status is old after half a year. */
export const statusAge = 183;

/**
 * refused: it is banned, and whoever files from Russia may be punished for taking part in it (УК 282.2, 284.1; КоАП 20.33): whether
 * passing a case on is that, nobody has settled, so it is not risked.
 * warned: nobody knows, or nobody has looked for half a year.
 */
export type Sharing = 'open' | 'warned' | 'refused';

export function sharingWith(
  { statusInRussia, statusChecked }: Pick<MemberOrganisation, 'statusInRussia' | 'statusChecked'>,
  filedFrom: 'russia' | 'abroad',
  today: IsoDate,
): Sharing {
  const banned = statusInRussia === 'extremist' || statusInRussia === 'undesirable';
  if (banned && filedFrom === 'russia') return 'refused';
  const isOld = statusChecked === null || daysBetween(statusChecked, today) > statusAge;
  return banned || isOld || statusInRussia === 'unknown' || statusInRussia === 'foreign-agent'
    ? 'warned'
    : 'open';
}

/** Not where it is banned as extremist: then neither name, contact nor source stands anywhere, for a name in a file can put its holder in prison. */
export function mayBeNamed({ statusInRussia }: Pick<MemberOrganisation, 'statusInRussia'>): boolean {
  return statusInRussia !== 'extremist';
}

/** Undefined where it may not be named. */
export function shownName(
  { name, statusInRussia }: Pick<MemberOrganisation, 'name' | 'statusInRussia'>,
  language: Language,
): string | undefined {
  if (!mayBeNamed({ statusInRussia })) return undefined;
  return language === 'ru' ? name.ru : name.en;
}

/** Counts of an organisation are for everybody where it wants that; one that may not be named has no address that answers. */
export function showsStatistics(
  organisation: Pick<MemberOrganisation, 'publicStatistics' | 'statusInRussia'> | undefined,
): boolean {
  return organisation?.publicStatistics === true && mayBeNamed(organisation);
}
