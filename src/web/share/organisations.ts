/** Organisations that a case can be shared with, each with its legal status in Russia; one that is banned as extremist has no name here. */
import type { CaseFile } from '#domain/case/case-file.ts';
import { textHash } from '#domain/case/open-case.ts';
import {
  type MemberOrganisation,
  type Sharing,
  sharingWith,
  shownName,
} from '#domain/register/member-organisation.ts';
import type { ShareView } from './view.ts';

export type FiledFrom = 'russia' | 'abroad';

export type Offered = MemberOrganisation & { recipient: string; key: string; shown: string };

/** Those that have a key; without one nothing can be sealed to them. */
export async function offeredOrganisations(view: ShareView): Promise<Offered[]> {
  const all = await view.following.register.organisations.all();
  return all.flatMap((one) => offered(view, one) ?? []);
}

export function offered(
  view: Pick<ShareView, 't' | 'language'>,
  one: MemberOrganisation,
): Offered | undefined {
  const { recipient } = one;
  if (recipient === null) return undefined;
  return { ...one, recipient, key: keyOf(one), shown: nameOf(view, one) };
}

export function nameOf({ t, language }: Pick<ShareView, 't' | 'language'>, one: MemberOrganisation): string {
  return shownName(one, language) ?? t('share.organisation.unnamed');
}

/** Stands in forms in place of the id, which may be made of the name. */
export function keyOf({ id }: Pick<MemberOrganisation, 'id'>): string {
  return textHash(`organisation ${id}`).slice(0, 16);
}

/** One document that was filed from Russia is enough. */
export function filedFrom({ filings }: CaseFile): FiledFrom {
  return filings.some((one) => one.filedFrom === 'russia') ? 'russia' : 'abroad';
}

export function sharing(
  view: Pick<ShareView, 'today'>,
  one: Pick<MemberOrganisation, 'statusInRussia' | 'statusChecked'>,
  from: FiledFrom,
): Sharing {
  return sharingWith(one, from, view.today);
}
