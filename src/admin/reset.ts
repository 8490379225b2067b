/** `reset`: for somebody who lost the password or the second factor. */
import { peoplePart } from '#register/people.ts';
import type { Command } from './command.ts';
import { Refusal } from './office.ts';
import { linkText, newLink } from './one-time-link.ts';

export const reset: Command = {
  name: 'reset',
  words: ['name to sign in with'],
  options: {},
  typed: '<name>',
  does: 'Makes the password and the second factor of a person useless, signs them out everywhere, and prints a link by which they choose new ones: valid once, for seven days. The passphrase of the organisation stays as it is.',
  run: async ({ words: [login = ''] }, office) =>
    office.withRegister(async (db) => {
      const people = peoplePart(db);
      const person = await people.byLogin(login);
      if (!person)
        throw new Refusal('Nobody signs in with this name. "people <organisation>" shows the names.');
      const link = newLink(office);
      const { organisation, id, role } = person;
      const isDone = await people.reset({ organisation }, id, link.hash, link.expires);
      if (!isDone) throw new Refusal('This person has just been removed.');
      office.print(`For ${person.login}, ${role} of ${organisation}:\n\n${linkText(office, link)}`);
      if (!person.active)
        office.say('This person is put out and cannot sign in until an administrator lets them in again.');
      return 0;
    }),
};
