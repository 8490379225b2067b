/** `purge`: deletes what has been kept long enough now, or one organisation with everything that it has. */
import { moscowDay } from '#domain/moscow.ts';
import { clockPart } from '#register/clock-watch.ts';
import { removeOrganisation } from '#register/remove-organisation.ts';
import { deleteExpired } from '#register/retention.ts';
import { clockText } from './clock-text.ts';
import { type Command, oneValue } from './command.ts';
import { calledHere, knownOrganisation } from './known.ts';
import { type Exit, type Office, Refusal, wrongUse } from './office.ts';

export const purge: Command = {
  name: 'purge',
  words: [],
  options: { organisation: true, all: false, 'clock-is-right': false },
  typed: '[--clock-is-right] [--organisation <id> --all]',
  does: 'Deletes now the cases whose time is over; the service does so itself once a day. Where the clock of this machine is days away from the last hour that the register saw, nothing is deleted until the service has run by it for a day, or you say --clock-is-right. With --organisation and --all it removes this organisation: its cases, its people, its key and its log. It asks you to type the id first. Backups made before still hold it.',
  run: async (given, office) => {
    const id = oneValue(given, 'organisation');
    if ((id === undefined) === given.has('all'))
      throw wrongUse('Give --organisation <id> and --all together, or neither.');
    if (id !== undefined) return removed(id, office);
    return office.withRegister(async (db) => {
      const clock = clockPart(db);
      if (given.has('clock-is-right')) await clock.confirm();
      const deleted = await deleteExpired(db, moscowDay(office.now()));
      if (deleted === undefined) throw new Refusal(clockText(await clock.look(), office));
      office.print(`Cases deleted: ${deleted}`);
      return 0;
    });
  },
};

function removed(id: string, office: Office): Promise<Exit> {
  return office.withRegister(async (db) => {
    const organisation = await knownOrganisation(db, id);
    office.say(`This removes ${calledHere(organisation)} with every case, for ever. Type its id to go on:`);
    if ((await office.ask()).trim() !== id) throw new Refusal('That is not the id. Nothing was removed.');
    const cases = await removeOrganisation(db, id);
    office.print(`Removed: ${id}, cases: ${cases ?? 0}`);
    return 0;
  });
}
