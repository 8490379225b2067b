/** `organisation create`: a new organisation, with its legal status in Russia as somebody has looked it up. */
import { type IsoDate, isIsoDate } from '#domain/dates.ts';
import { moscowDay } from '#domain/moscow.ts';
import { statuses } from '#domain/organisation.ts';
import type { StatusInRussia } from '#domain/register/member-organisation.ts';
import { oneLine } from '#domain/text.ts';
import { organisationsPart } from '#register/organisations.ts';
import type { OrganisationSettings } from '#register/register.ts';
import { type Command, type Given, oneValue, required } from './command.ts';
import { Refusal, wrongUse } from './office.ts';

const longest = 200;
const usualRetention = '24';
const longestRetention = 120;

export const organisationCreate: Command = {
  name: 'organisation create',
  words: ['id'],
  options: {
    'name-ru': true,
    'name-en': true,
    status: true,
    checked: true,
    source: true,
    contact: true,
    'retention-months': true,
  },
  typed: `<id> --name-ru … --name-en … --status ${statuses.join('|')} --checked 2026-11-01 --source https://… --contact … --retention-months ${usualRetention}`,
  does: `Makes an organisation. The id stands in addresses and never changes: small Latin letters, digits and hyphens. The status is the one in Russia, on the day and in the list that you looked at; both may be left out for "unknown" alone. People see how to reach the organisation. A case that nobody has changed for so many months (1 to ${longestRetention}, otherwise ${usualRetention}) is deleted by itself. Then invite an administrator and a coordinator.`,
  run: async (given, office) => {
    const [id = ''] = given.words;
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 40)
      throw wrongUse(
        'The id must be small Latin letters, digits and hyphens, 40 at most, and begin with a letter.',
      );
    const settings = settingsOf(given, moscowDay(office.now()));
    return office.withRegister(async (db) => {
      const isMade = await organisationsPart(db).create({ id, ...settings });
      if (!isMade) throw new Refusal('There is an organisation with this id already.');
      office.print(
        [
          `${id} is made. Next:`,
          `  npm run -s admin -- invite ${id} administrator`,
          `  npm run -s admin -- invite ${id} coordinator`,
          'Nothing can be shared with it until its coordinator has made its key.',
        ].join('\n'),
      );
      return 0;
    });
  },
};

function settingsOf(given: Given, today: IsoDate): OrganisationSettings {
  const status = statusOf(required(given, 'status'));
  const isUnknown = status === 'unknown';
  const checked = isUnknown ? oneValue(given, 'checked') : required(given, 'checked');
  const source = isUnknown ? oneValue(given, 'source') : required(given, 'source');
  return {
    name: {
      ru: short('name-ru', required(given, 'name-ru')),
      en: short('name-en', required(given, 'name-en')),
    },
    contact: short('contact', oneValue(given, 'contact') ?? ''),
    statusInRussia: status,
    statusChecked: checked === undefined ? null : dayOf(checked, today),
    statusSource: source === undefined ? null : addressOf(source),
    retentionMonths: monthsOf(oneValue(given, 'retention-months') ?? usualRetention),
    publicStatistics: false,
    tags: [],
  };
}

function statusOf(text: string): StatusInRussia {
  const status = statuses.find((one) => one === text);
  if (!status) throw wrongUse(`--status must be one of: ${statuses.join(', ')}.`);
  return status;
}

function short(option: string, text: string): string {
  const line = oneLine(text);
  if (line.length > longest) throw wrongUse(`--${option} must not be longer than ${longest} characters.`);
  return line;
}

function dayOf(text: string, today: IsoDate): IsoDate {
  if (!isIsoDate(text)) throw wrongUse('--checked must be a day like 2026-11-01.');
  if (text > today) throw wrongUse('--checked must not be a day that has not come yet.');
  return text;
}

function addressOf(text: string): string {
  const isAddress = text.length <= 500 && URL.canParse(text) && new URL(text).protocol === 'https:';
  if (!isAddress) throw wrongUse('--source must be the address of the page that you looked at: https://…');
  return new URL(text).href;
}

function monthsOf(text: string): number {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (months < 1 || months > longestRetention)
    throw wrongUse(`--retention-months must be a whole number from 1 to ${longestRetention}.`);
  return months;
}
