/** `organisation list`: the organisations of this installation. */
import { organisationsPart } from '#register/organisations.ts';
import type { Command } from './command.ts';
import { calledHere } from './known.ts';

export const organisationList: Command = {
  name: 'organisation list',
  words: [],
  options: {},
  typed: '',
  does: 'Lists the organisations: id, name, legal status in Russia and when it was checked, months for which cases are kept, and whether the key is made (without it nothing can be shared with them). One that is banned as extremist is shown by its id alone.',
  run: async (_given, office) =>
    office.withRegister(async (db) => {
      const all = await organisationsPart(db).all();
      if (all.length === 0) office.say('None yet: "organisation create --help" tells how to make one.');
      for (const one of all) {
        const checked = one.statusChecked === null ? 'never checked' : `checked ${one.statusChecked}`;
        const key = one.recipient === null ? 'no key yet' : 'has a key';
        office.print(
          [calledHere(one), `${one.statusInRussia}, ${checked}`, `${one.retentionMonths} months`, key].join(
            '  ',
          ),
        );
      }
      return 0;
    }),
};
