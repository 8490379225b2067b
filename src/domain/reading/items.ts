/** Lists and headings of a copy to read: the same entries under the same ids as in the Russian document. */
import { citeOwnSource } from '../citation.ts';
import type { Paragraph, Run } from '../document.ts';
import { holderOf } from '../follow-up/addressees.ts';
import { chosenAnnexes } from '../follow-up/annexes.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import { facts, type Item } from '../items.ts';
import type { Library } from '../library.ts';
import type { Report } from '../report.ts';
import { quoted } from '../typography.ts';
import type { ReadingWords } from './words.ts';

/** Facts of the library in the reader's language; what the person described stays as they typed it. */
export function factsReading(library: Library, report: Report, { language }: ReadingWords): Item[] {
  const told = new Map(report.episode.facts.map((fact) => [fact.id, fact]));
  return facts(library, report).map((item) => {
    const fact = told.get(item.id);
    return fact ? { id: item.id, text: [{ text: fact.text[language] }] } : item;
  });
}

/** Titles stay as they were published: under them they are found. */
export function sourcesReading({ sources, ownSources }: Report, { day }: ReadingWords): Item[] {
  return [
    ...sources.map(({ id, title, outlet, outletQuoted, issue, date }) => {
      const where = outletQuoted ? quoted(outlet) : outlet;
      const named = [title === null ? '' : `${quoted(title)} — `, where, issue ? `, ${issue}` : ''].join('');
      return { id, text: [{ text: named, russian: true } satisfies Run, { text: `, ${day(date)}` }] };
    }),
    ...ownSources.map((source, index) => ({ id: `own-${index + 1}`, text: citeOwnSource(source) })),
  ];
}

export function printoutsReading({ sources, ownSources }: Report, { say }: ReadingWords): Item {
  const count = sources.length + ownSources.length;
  return {
    id: 'printouts',
    text: [
      { text: `${say(count === 1 ? 'printouts.one' : 'printouts.several', { count })} ${say('sheets')}` },
    ],
  };
}

export function annexesReading(followUp: FollowUp, { say, day, list }: ReadingWords): Item[] {
  const report = followUp.filed.template.matter.crimeReport;
  return chosenAnnexes(followUp).map(({ id, dates }) => {
    const phrase =
      id === 'filed' ? (report ? 'annex.filedReport' : 'annex.filedAppeal') : (`annex.${id}` as const);
    return { id, text: [{ text: `${say(phrase, { dates: list(dates.map(day)) })} ${say('sheets')}` }] };
  });
}

export function complaintsReading({ complaints }: FollowUp, { say, day, language }: ReadingWords): Item[] {
  return complaints.map(({ authority, sent, answered, number }, at) => {
    const about = say('complaint', { date: day(sent), office: authority.name[language] });
    const answer = answered === undefined ? '' : say('complaintAnswered', { date: day(answered) });
    const withNumber: Run[] =
      answered !== undefined && number !== undefined ? [{ text: ' № ' }, { text: number, own: true }] : [];
    return { id: `complaint-${at + 1}`, text: [{ text: about + answer }, ...withNumber] };
  });
}

export function uncheckedReading({ unchecked }: FollowUp, { language }: ReadingWords): Item[] {
  return unchecked.map(({ id, text }) => ({ id, text: [{ text: text[language] }] }));
}

/** The office with its address as it stands on the envelope, or the court that the person named. */
export function headReading(
  library: Library,
  complaint: Report | FollowUp,
  words: ReadingWords,
): Paragraph[] {
  const { authority } = complaint;
  if (authority) {
    const address = authority.address?.text;
    return [
      [{ text: authority.name[words.language] }],
      ...(address ? [[{ text: address, russian: true } satisfies Run]] : []),
    ];
  }
  return complaint.kind === 'follow-up' ? courtHead(library, complaint, words) : [];
}

function courtHead(library: Library, { template, court }: FollowUp, { say }: ReadingWords): Paragraph[] {
  const name: Run = { text: court?.name ?? '', own: true };
  if (template.matter.procedure !== 'appeal-125') return [[{ text: `${say('toCourt')} ` }, name]];
  const known = [...library.courts.values()].find((one) => one.name === court?.name)?.appeal;
  const appeal: Run = court?.appeal
    ? { text: court.appeal, own: true }
    : known
      ? { text: known, russian: true }
      : { text: say('appealCourt') };
  return [
    [{ text: `${say('toCourt')} ` }, appeal],
    [{ text: `${say('through')} ` }, name],
  ];
}

export function partiesReading(
  library: Library,
  { filed, events }: FollowUp,
  { say, language }: ReadingWords,
): Paragraph[] {
  const { office, typed } = holderOf(library, filed.authority, events);
  const who: Run =
    typed === undefined ? { text: (office ?? filed.authority).name[language] } : { text: typed, own: true };
  return [[{ text: `${say('party')} ` }, who]];
}
