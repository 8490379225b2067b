/** `people`: who works for an organisation. */
import { peoplePart } from '#register/people.ts';
import type { Command } from './command.ts';
import { knownOrganisation } from './known.ts';

export const people: Command = {
  name: 'people',
  words: ['organisation'],
  options: {},
  typed: '<organisation>',
  does: 'Lists the people of an organisation: name to sign in with, role, and whether they are put out.',
  run: async ({ words: [id = ''] }, office) =>
    office.withRegister(async (db) => {
      await knownOrganisation(db, id);
      const all = await peoplePart(db).all(id);
      if (all.length === 0) office.say(`Nobody yet: npm run -s admin -- invite ${id} administrator`);
      for (const { login, role, active } of all)
        office.print([login, role, ...(active ? [] : ['put out'])].join('  '));
      return 0;
    }),
};
