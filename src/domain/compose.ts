/**
 * compose(complaint) → Document: the text of the template, filled with the answers, under the law of the complaint's day.
 * Pure: the same complaint always gives the same document.
 */
import { type Applicant, fullName, genitiveOf } from './applicant.ts';
import { applicantByHand, datedLabel, signatureByHand, undatedLabel } from './by-hand.ts';
import { citeOwnSource, citePublication } from './citation.ts';
import type { Complaint } from './complaint.ts';
import { longRussianDate } from './dates.ts';
import type { Block, Document, Paragraph } from './document.ts';
import { shareKind } from './episode.ts';
import { type Filling, filling, fillText, holds } from './fill.ts';
import type { Library } from './library.ts';
import { isAbroadOnly } from './source-check.ts';
import type { TemplateBlock } from './template.ts';
import { typeset } from './typography.ts';

/** `complaint` must come from `readComplaint` with the same library. Nothing a person typed can make it fail. */
export function compose(library: Library, complaint: Complaint): Document {
  const given = filling(library, complaint);
  return {
    template: complaint.template.id,
    language: 'ru',
    date: complaint.date,
    blocks: complaint.template.blocks
      .filter(({ when }) => holds(when, given))
      .flatMap((block) => composeBlock(block, given)),
  };
}

function composeBlock(block: TemplateBlock, given: Filling): Block[] {
  const { complaint } = given;
  const { id } = block;
  switch (block.kind) {
    case 'addressee':
      return [{ id, kind: 'header', paragraphs: addressee(complaint) }];
    case 'applicant':
      return [
        complaint.applicant
          ? { id, kind: 'header', paragraphs: from(complaint.applicant) }
          : applicantByHand(id),
      ];
    case 'title':
    case 'text':
    case 'lead':
      return [{ id, kind: block.kind, paragraphs: block.paragraphs.map((text) => fillText(text, given)) }];
    case 'warning':
      return [
        {
          id,
          kind: 'text',
          paragraphs: [
            ...block.paragraphs.map((text) => fillText(text, given)),
            ...(complaint.applicant ? [] : [[{ text: undatedLabel }]]),
          ],
        },
        complaint.applicant
          ? { id: `${id}-signature`, kind: 'signature', date: null, name: initials(complaint.applicant) }
          : signatureByHand(`${id}-signature`, false),
      ];
    case 'facts':
      return [{ id, kind: 'list', items: facts(complaint) }];
    case 'sources':
      return [{ id, kind: 'list', items: sources(given) }];
    case 'own-words':
      return [{ id, kind: 'text', paragraphs: ownParagraphs(complaint.ownWords) }];
    case 'requests':
      return [
        {
          id,
          kind: 'list',
          items: block.requests
            .filter((one) => complaint.requests.includes(one.id) && holds(one.when, given))
            .map((one) => ({ id: one.id, text: fillText(one.text, given) })),
        },
      ];
    case 'annexes':
      return [
        { id, kind: 'list', items: [printouts(complaint.sources.length + complaint.ownSources.length)] },
      ];
    case 'signature':
      return complaint.applicant
        ? [
            {
              id,
              kind: 'signature',
              date: longRussianDate(complaint.date),
              name: initials(complaint.applicant),
            },
          ]
        : [
            { id: `${id}-label`, kind: 'text', paragraphs: [[{ text: datedLabel }]] },
            signatureByHand(id, true),
          ];
    default:
      return block satisfies never;
  }
}

function addressee({ authority }: Complaint): Paragraph[] {
  const lines = [authority.dative, authority.address?.text].filter((line) => line !== undefined);
  return lines.map((line) => [{ text: typeset(line) }]);
}

/** «От» with the genitive; where the form is not known, «Заявитель:» with the nominative. */
function from(applicant: Applicant): Paragraph[] {
  const genitive = applicant.genitive ?? genitiveOf(applicant);
  const who: Paragraph = genitive
    ? [{ text: 'от\u00a0' }, { text: genitive, own: true }]
    : [{ text: 'Заявитель: ' }, { text: fullName(applicant), own: true }];
  const line = (label: string, value: string | undefined): Paragraph[] =>
    value === undefined ? [] : [[{ text: label }, { text: value, own: true }]];
  return [
    who,
    ...line('адрес для ответа: ', applicant.address),
    ...line('тел.: ', applicant.phone),
    ...line('эл. почта: ', applicant.email),
  ];
}

type Item = { id: string; text: Paragraph };

function facts({ episode, template, reports, sources: cited }: Complaint): Item[] {
  if (episode.open)
    return ownParagraphs(reports).map((text, index) => ({ id: `reported-${index + 1}`, text }));
  const fitting = episode.facts.filter(({ kinds }) => shareKind(kinds, template.matter.acts));
  const told = fitting.filter(
    ({ publications }) => !publications || cited.some(({ id }) => publications.includes(id)),
  );
  return (told.length > 0 ? told : fitting).map(({ id, text }) => ({
    id,
    text: [{ text: typeset(text.ru) }],
  }));
}

function sources({ complaint, library }: Filling): Item[] {
  return [
    ...complaint.sources.map((source) => ({
      id: source.id,
      text: citePublication(source, !isAbroadOnly(library, source)),
    })),
    ...complaint.ownSources.map((source, index) => ({ id: `own-${index + 1}`, text: citeOwnSource(source) })),
  ];
}

/** Annexes refer to their sources by number, and leave room for the number of sheets. */
function printouts(count: number): Item {
  const which = count === 1 ? 'Распечатка источника № 1' : `Распечатки источников № 1–${count}`;
  return { id: 'printouts', text: [{ text: typeset(`${which} на ____ л.`) }] };
}

function ownParagraphs(text: string | undefined): Paragraph[] {
  return (text ?? '')
    .split(/\n+/)
    .filter((line) => line !== '')
    .map((line) => [{ text: line, own: true }]);
}

/** «М. А. Иванова», as a signature is spelled out. */
function initials({ lastName, firstName, patronymic }: Applicant): string {
  const letters = [firstName, patronymic]
    .filter((name) => name !== undefined)
    .map((name) => `${[...name][0]}.\u00a0`);
  return `${letters.join('')}${lastName}`;
}
