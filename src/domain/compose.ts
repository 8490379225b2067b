/**
 * compose(complaint) → Document: the text of the template, filled with the answers, under the law of the complaint's day.
 * Pure: the same complaint always gives the same document.
 */
import type { Applicant } from './applicant.ts';
import { applicantByHand, datedLabel, signatureByHand, undatedLabel } from './by-hand.ts';
import type { Complaint } from './complaint.ts';
import { longRussianDate } from './dates.ts';
import type { Block, Document, Paragraph } from './document.ts';
import { type Filling, fillText, holds } from './fill.ts';
import { head, parties } from './follow-up/addressees.ts';
import { annexes } from './follow-up/annexes.ts';
import type { FollowUp } from './follow-up/follow-up.ts';
import { complaints, unchecked } from './follow-up/items.ts';
import { followUpFilling } from './follow-up/words.ts';
import { headingLine } from './heading.ts';
import { addressee, facts, ownParagraphs, printouts, sources } from './items.ts';
import type { Library } from './library.ts';
import type { Report } from './report.ts';
import { reportFilling } from './report-words.ts';
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

/** The document with what is worked out from it once. */
export function filling(library: Library, complaint: Complaint): Filling {
  return complaint.kind === 'report'
    ? reportFilling(library, complaint)
    : followUpFilling(library, complaint);
}

function composeBlock(block: TemplateBlock, given: Filling): Block[] {
  const { library, complaint } = given;
  const { id } = block;
  switch (block.kind) {
    case 'addressee':
      return [
        {
          id,
          kind: 'header',
          paragraphs: complaint.kind === 'report' ? addressee(library, complaint) : head(library, complaint),
        },
      ];
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
      return [{ id, kind: 'list', items: facts(library, report(complaint)) }];
    case 'sources':
      return [{ id, kind: 'list', items: sources(library, report(complaint)) }];
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
        {
          id,
          kind: 'list',
          items: complaint.kind === 'report' ? [printouts(library, complaint)] : annexes(complaint),
        },
      ];
    case 'parties':
      return [{ id, kind: 'header', paragraphs: parties(library, followUp(complaint)) }];
    case 'complaints':
      return [{ id, kind: 'list', items: complaints(followUp(complaint)) }];
    case 'unchecked':
      return [{ id, kind: 'list', items: unchecked(followUp(complaint)) }];
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

/** The parser lets a block stand only where it has something to print. */
export function report(complaint: Complaint): Report {
  if (complaint.kind !== 'report') throw new Error('only a first document has facts and sources');
  return complaint;
}

export function followUp(complaint: Complaint): FollowUp {
  if (complaint.kind !== 'follow-up') throw new Error('only a follow-up has parties and earlier complaints');
  return complaint;
}

function from(applicant: Applicant): Paragraph[] {
  const who = headingLine(applicant);
  const line = (label: string, value: string | undefined): Paragraph[] =>
    value === undefined ? [] : [[{ text: label }, { text: value, own: true }]];
  return [
    [{ text: who.label }, { text: who.name, own: true }],
    ...line(labels.address, applicant.address),
    ...line(labels.phone, applicant.phone),
    ...line(labels.email, applicant.email),
  ];
}

const labels = {
  address: typeset('адрес для ответа: '),
  phone: typeset('тел.: '),
  email: typeset('эл. почта: '),
} as const;

/** «М. А. Иванова», as a signature is spelled out. */
export function initials({ lastName, firstName, patronymic }: Applicant): string {
  const letters = [firstName, patronymic]
    .filter((name) => name !== undefined)
    .map((name) => `${[...name][0]}.\u00a0`);
  return `${letters.join('')}${lastName}`;
}
