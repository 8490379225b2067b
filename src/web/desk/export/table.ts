/** The register as a table: a row for each filing; days, numbers and notes only where the key is open. */
import type { Filing } from '#domain/case/case-file.ts';
import { punctualities } from '#domain/register/measures.ts';
import { deriveFiling } from '#domain/register/standing.ts';
import { mondayOf } from '#domain/register/week.ts';
import type { Person, RegisteredCase, RegisteredFiling } from '#register/register.ts';
import { type OpenedCase, openedWith } from '../case/opening.ts';
import { documentName, loginOf, officeOf, standingText } from '../register/filing-words.ts';
import type { DeskView } from '../view.ts';
import { csvLine, dayCell, numberCell } from './csv.ts';

const clear = [
  'case',
  'document',
  'office',
  'channel',
  'filedWeek',
  'standing',
  'punctual',
  'dueWeek',
  'ownWeek',
  'events',
  'assignee',
  'tags',
  'origin',
] as const;
const sealed = [
  'court',
  'filed',
  'tracking',
  'registered',
  'number',
  'answers',
  'region',
  'contact',
  'notes',
] as const;

/** With what is sealed where `identity` is given. */
export async function* tableOf(view: DeskView, identity: string | undefined): AsyncGenerator<string> {
  const { t, following, staff } = view;
  const people = await following.register.people.all(staff.actor.organisation);
  const columns = identity === undefined ? clear : [...clear, ...sealed];
  yield `\ufeff${csvLine(columns.map((one) => t(`desk.export.column.${one}`)))}`;
  for await (const record of following.register.cases.each(staff.actor)) {
    const opened = identity === undefined ? undefined : await openedWith(view, record, identity);
    yield record.filings
      .map((filing, at) => {
        const known = opened === undefined || typeof opened === 'string' ? undefined : opened;
        const cells = clearCells(view, record, filing, people);
        return csvLine(identity === undefined ? cells : [...cells, ...sealedCells(view, known, at)]);
      })
      .join('');
  }
}

function clearCells(
  view: DeskView,
  record: RegisteredCase,
  filing: RegisteredFiling,
  people: readonly Person[],
): string[] {
  const { t, language } = view;
  const week = (one: string | null) => (one === null ? '' : dayCell(language, mondayOf(one)));
  return [
    record.id,
    documentName(view, filing),
    officeOf(view, filing),
    t(`case.channel.${filing.channel}`),
    week(filing.filedWeek),
    standingText(view, filing),
    punctual(view, filing),
    week(filing.dueWeek),
    week(filing.ownWeek),
    filing.events
      .map((one) => `${t('desk.export.weekFrom', { date: week(one.week) })} ${t(`clock.event.${one.kind}`)}`)
      .join('; '),
    loginOf(people, record.assignee) ?? '',
    record.tags.join(', '),
    t(`desk.export.origin.${record.origin}`),
  ];
}

/** As the statistics count it; without the hyphens that their narrow columns need. */
function punctual({ t, site }: DeskView, filing: RegisteredFiling): string {
  if (!site.library.templates.has(filing.template)) return '';
  const { measures } = deriveFiling(site.library, filing);
  const [one] = punctualities.filter((measure) => measures.includes(measure));
  return one === undefined ? '' : t(`desk.statistics.measures.${one}`).replaceAll('\u00ad', '');
}

function sealedCells({ t, language, site }: DeskView, opened: OpenedCase | undefined, at: number): string[] {
  const filing = opened?.facts.case.filings[at];
  if (!opened || !filing) return sealed.map(() => '');
  const event = (kind: Filing['events'][number]['kind']) => filing.events.find((one) => one.kind === kind);
  const day = (date: string | undefined) => (date === undefined ? '' : dayCell(language, date));
  const others = filing.events.filter(({ kind }) => kind !== 'sent' && kind !== 'registered');
  const line = ({ kind, date, number, to }: Filing['events'][number]) => {
    const office = to === undefined ? '' : (site.library.authorities.get(to)?.name[language] ?? to);
    const words = [day(date), t(`clock.event.${kind}`), office && `→ ${office}`, numberCell(number)];
    return words.filter((one) => one !== '').join(' ');
  };
  const { region = '', contact = '', notes } = opened.facts;
  return [
    filing.court ?? '',
    day(event('sent')?.date),
    numberCell(event('sent')?.number),
    day(event('registered')?.date),
    numberCell(event('registered')?.number),
    others.map(line).join('; '),
    region,
    contact,
    notes.map((one) => `${day(one.day)} ${one.text}`).join('\n'),
  ];
}
