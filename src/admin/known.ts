/** What the commands look up before they do anything: the organisation that was named. */
import { type MemberOrganisation, mayBeNamed } from '#domain/register/member-organisation.ts';
import type { Db } from '#register/db.ts';
import { organisationsPart } from '#register/organisations.ts';
import { Refusal } from './office.ts';

export async function knownOrganisation(db: Db, id: string): Promise<MemberOrganisation> {
  const organisation = await organisationsPart(db).get(id);
  if (!organisation)
    throw new Refusal('There is no such organisation. "organisation list" shows those there are.');
  return organisation;
}

/** How it may be called here: by its id where it is banned as extremist, for then its name stands nowhere. */
export function calledHere(organisation: MemberOrganisation): string {
  const { id, name } = organisation;
  return mayBeNamed(organisation) ? `${id} (${name.en})` : id;
}
