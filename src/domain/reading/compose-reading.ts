/**
 * composeReading(complaint, language) → the document in a language that its reader knows: the same blocks under the same
 * ids as compose() gives, never to be filed. Pure, as compose() is.
 */
import { type Applicant, fullName } from '../applicant.ts';
import type { Complaint } from '../complaint.ts';
import { compose, filling, followUp, initials, report } from '../compose.ts';
import type { IsoDate } from '../dates.ts';
import type { Block, Paragraph } from '../document.ts';
import { type Filling, holds } from '../fill.ts';
import { ownParagraphs } from '../items.ts';
import type { Language } from '../language.ts';
import type { Library } from '../library.ts';
import type { TemplateBlock } from '../template.ts';
import { fillReading } from './fill-reading.ts';
import * as items from './items.ts';
import type { ReadingWords } from './words.ts';

export type Reading = {
  language: Language;
  blocks: readonly Block[];
  /** Ids of blocks whose Russian has changed since they were translated. */
  stale: ReadonlySet<string>;
};

/** Each paragraph or item of the Russian document beside what it says. */
export type Pair = { russian: Block; reading: Block | undefined; stale: boolean };

/** A copy as the formats take it: what it says, beside what it is a copy of. */
export type ReadingDocument = {
  language: Language;
  direction: 'ltr' | 'rtl';
  date: IsoDate;
  pairs: readonly Pair[];
  /** What the reader is told, in their language. */
  labels: ReadingLabels;
};
export type ReadingLabels = {
  title: string;
  mark: string;
  note: string;
  russian: string;
  copy: string;
  stale: string;
};

/** The language of the copy that there is: the reader's own, or else English; none where there is neither. */
export function readingLanguage({ template }: Complaint, language: Language): Language | undefined {
  const offered: readonly Language[] = [language, 'en'];
  return offered.find((one) => one !== 'ru' && template.readings[one] !== undefined);
}

/** Undefined where the document has no copy in the language of `words`. */
export function composeReading(
  library: Library,
  complaint: Complaint,
  words: ReadingWords,
): Reading | undefined {
  const copy = complaint.template.readings[words.language];
  if (!copy) return undefined;
  const given = filling(library, complaint);
  const blocks = copy.blocks
    .filter(({ when }) => holds(when, given))
    .flatMap((block) => readingBlock(block, given, words));
  return { language: words.language, blocks, stale: new Set(copy.stale) };
}

/** The Russian document and its copy, side by side. */
export function pairs(library: Library, complaint: Complaint, words: ReadingWords): Pair[] {
  const reading = composeReading(library, complaint, words);
  const copies = new Map(reading?.blocks.map((block) => [block.id, block]));
  return compose(library, complaint).blocks.map((russian) => ({
    russian,
    reading: copies.get(russian.id),
    stale: reading?.stale.has(russian.id) ?? false,
  }));
}

function readingBlock(block: TemplateBlock, given: Filling, words: ReadingWords): Block[] {
  const { library, complaint } = given;
  const { id } = block;
  const { say } = words;
  switch (block.kind) {
    case 'addressee':
      return [{ id, kind: 'header', paragraphs: items.headReading(library, complaint, words) }];
    case 'applicant':
      return [
        complaint.applicant
          ? { id, kind: 'header', paragraphs: from(complaint.applicant, words) }
          : {
              id,
              kind: 'form',
              fields: [
                { id: 'name', label: say('byHand.name'), lines: 2 },
                { id: 'address', label: say('byHand.address'), lines: 3 },
              ],
            },
      ];
    case 'title':
    case 'text':
    case 'lead':
      return [
        { id, kind: block.kind, paragraphs: block.paragraphs.map((text) => fillReading(text, given, words)) },
      ];
    case 'warning': {
      const told = block.paragraphs.map((text) => fillReading(text, given, words));
      const unsigned: Paragraph[] = complaint.applicant ? [] : [[{ text: say('byHand.signature') }]];
      return [
        { id, kind: 'text', paragraphs: [...told, ...unsigned] },
        signature(`${id}-signature`, complaint, null),
      ];
    }
    case 'facts':
      return [{ id, kind: 'list', items: items.factsReading(library, report(complaint), words) }];
    case 'sources':
      return [{ id, kind: 'list', items: items.sourcesReading(report(complaint), words) }];
    case 'own-words':
      return [{ id, kind: 'text', paragraphs: ownParagraphs(complaint.ownWords) }];
    case 'requests':
      return [
        {
          id,
          kind: 'list',
          items: block.requests
            .filter((one) => complaint.requests.includes(one.id) && holds(one.when, given))
            .map((one) => ({ id: one.id, text: fillReading(one.text, given, words) })),
        },
      ];
    case 'annexes':
      return [
        {
          id,
          kind: 'list',
          items:
            complaint.kind === 'report'
              ? [items.printoutsReading(complaint, words)]
              : items.annexesReading(complaint, words),
        },
      ];
    case 'parties':
      return [{ id, kind: 'header', paragraphs: items.partiesReading(library, followUp(complaint), words) }];
    case 'complaints':
      return [{ id, kind: 'list', items: items.complaintsReading(followUp(complaint), words) }];
    case 'unchecked':
      return [{ id, kind: 'list', items: items.uncheckedReading(followUp(complaint), words) }];
    case 'signature':
      return complaint.applicant
        ? [signature(id, complaint, words.day(complaint.date))]
        : [
            { id: `${id}-label`, kind: 'text', paragraphs: [[{ text: say('byHand.datedSignature') }]] },
            signature(id, complaint, null),
          ];
    default:
      return block satisfies never;
  }
}

function signature(id: string, { applicant }: Complaint, date: string | null): Block {
  return { id, kind: 'signature', date, name: applicant ? initials(applicant) : `/ ${'_'.repeat(20)}` };
}

function from(applicant: Applicant, { say }: ReadingWords): Paragraph[] {
  const line = (label: string, value: string | undefined): Paragraph[] =>
    value === undefined ? [] : [[{ text: `${label} ` }, { text: value, own: true }]];
  return [
    ...line(say('applicant'), fullName(applicant)),
    ...line(say('address'), applicant.address),
    ...line(say('phone'), applicant.phone),
    ...line(say('email'), applicant.email),
  ];
}
