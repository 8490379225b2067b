/** `invite`: a one-time link by which somebody joins an organisation. */
import { type Role, roles } from '#domain/register/roles.ts';
import { peoplePart } from '#register/people.ts';
import type { Command } from './command.ts';
import { calledHere, knownOrganisation } from './known.ts';
import { wrongUse } from './office.ts';
import { linkText, newLink } from './one-time-link.ts';

export const invite: Command = {
  name: 'invite',
  words: ['organisation', 'role'],
  options: {},
  typed: `<organisation> ${roles.join('|')}`,
  does: 'Prints a link by which one person joins the organisation: valid once, for seven days. A coordinator makes the key of the organisation and reads the log; a caseworker works on cases; an analyst sees counts alone; an administrator invites people and changes settings, and opens no case.',
  run: async ({ words: [id = '', role = ''] }, office) => {
    const asked: Role | undefined = roles.find((one) => one === role);
    if (!asked) throw wrongUse(`The role must be one of: ${roles.join(', ')}.`);
    return office.withRegister(async (db) => {
      const organisation = await knownOrganisation(db, id);
      const link = newLink(office);
      await peoplePart(db).invite({ organisation: id }, link.hash, asked, link.expires);
      office.print(`For one ${asked} of ${calledHere(organisation)}:\n\n${linkText(office, link)}`);
      return 0;
    });
  },
};
