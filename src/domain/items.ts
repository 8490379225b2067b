/** What a document lists from the library and from the answers: addressee, facts, sources, annexes. */
import { shareKind } from './act-kinds.ts';
import { citeOwnSource, citePublication } from './citation.ts';
import type { Paragraph } from './document.ts';
import type { Library } from './library.ts';
import type { Report } from './report.ts';
import { isAbroadOnly } from './source-check.ts';
import { standing } from './standing.ts';
import { typeset } from './typography.ts';

export type Item = { id: string; text: Paragraph };

const line = standing<Paragraph>();

/** The office in the dative, and its address where one is known. */
export function addressee(library: Library, { authority }: Report): Paragraph[] {
  const lines = [authority.dative, authority.address?.text].filter((text) => text !== undefined);
  return lines.map((text) => line(library, authority, text, () => [{ text: typeset(text) }]));
}

/** The facts that the cited publications report; of an episode that the person describes, their words. */
export function facts(library: Library, { episode, template, reports, sources: cited }: Report): Item[] {
  if (episode.open)
    return ownParagraphs(reports).map((text, index) => ({ id: `reported-${index + 1}`, text }));
  const fitting = episode.facts.filter(({ kinds }) => shareKind(kinds, template.matter.acts));
  const told = fitting.filter(
    ({ publications }) => !publications || cited.some(({ id }) => publications.includes(id)),
  );
  return (told.length > 0 ? told : fitting).map((fact) => ({
    id: fact.id,
    text: line(library, fact, 'ru', () => [{ text: typeset(fact.text.ru) }]),
  }));
}

/** The publications chosen, then the person's own. */
export function sources(library: Library, complaint: Report): Item[] {
  return [
    ...complaint.sources.map((source) => {
      const withAddress = !isAbroadOnly(library, source);
      const text = line(library, source, String(withAddress), () => citePublication(source, withAddress));
      return { id: source.id, text };
    }),
    ...complaint.ownSources.map((source, index) => ({ id: `own-${index + 1}`, text: citeOwnSource(source) })),
  ];
}

/** Annexes refer to their sources by number, and leave room for the number of sheets. */
export function printouts(library: Library, { sources: cited, ownSources }: Report): Item {
  const count = cited.length + ownSources.length;
  const which = count === 1 ? 'Распечатка источника № 1' : `Распечатки источников № 1–${count}`;
  const text = line(library, library.templates, which, () => [{ text: typeset(`${which} на ____ л.`) }]);
  return { id: 'printouts', text };
}

/** A person's text, one paragraph a line. */
export function ownParagraphs(text: string | undefined): Paragraph[] {
  return (text ?? '')
    .split(/\n+/)
    .filter((one) => one !== '')
    .map((one) => [{ text: one, own: true }]);
}
