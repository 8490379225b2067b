/** Document → DOCX: the skeleton's paragraphs, filled with the document's words. */
import type { Block, Document, Paragraph } from '#domain/document.ts';
import { Letter } from './letter.ts';
import { type ParagraphKind, skeleton } from './skeleton.ts';

/** Same document → same bytes, on any day and machine; no author, no times, no properties at all. */
export function renderDocx(document: Document): Uint8Array<ArrayBuffer> {
  const letter = new Letter();
  layOut(document.blocks, letter);
  return letter.close();
}

/** What takes the paragraphs: `opening` is the skeleton's, up to the first letter of the text. */
export type Sheet = { add(opening: string, text: Paragraph): void; cut(): void };

/** Each block in the skeleton's paragraphs; `before` is told of it first. */
export function layOut(blocks: readonly Block[], letter: Sheet, before?: (block: Block) => void): void {
  let list = 0;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    before?.(block);
    switch (block.kind) {
      case 'header':
        each(letter, block.paragraphs, (_, last) => openings[last ? 'headerLast' : 'header']);
        break;
      case 'title':
        each(letter, block.paragraphs, (first, last) => openings[titleKind(first, last)]);
        break;
      case 'lead':
        each(letter, block.paragraphs, () => openings.lead);
        break;
      case 'text':
        each(letter, block.paragraphs, () => openings[textKind(next)]);
        break;
      case 'list': {
        const [item, itemKept] = [openings.item[list], openings.itemKept[list]];
        if (!item || !itemKept) throw new RangeError(`no skeleton for a document of ${list + 1} lists`);
        letter.cut();
        const kept = leadsToSignature(next, blocks[index + 2]);
        for (const [place, { text }] of block.items.entries())
          letter.add(place === block.items.length - 1 && kept ? itemKept : item, text);
        letter.cut();
        list++;
        break;
      }
      case 'form':
        for (const { label, lines } of block.fields) {
          letter.add(openings.formLabel, [{ text: label }]);
          for (let line = 1; line <= lines; line++)
            letter.add(openings[line === lines ? 'formLast' : 'formLine'], [{ text: '\t' }]);
        }
        break;
      case 'signature':
        letter.add(openings[next?.kind === 'signature' ? 'signatureKept' : 'signature'], [
          { text: `${block.date ?? ''}\t${signatureLine} ${block.name}` },
        ]);
        break;
      default:
        block satisfies never;
    }
  }
}

const { openings } = skeleton.document;
const signatureLine = '_'.repeat(16);

function each(
  letter: Sheet,
  paragraphs: readonly Paragraph[],
  opening: (first: boolean, last: boolean) => string,
): void {
  for (const [index, text] of paragraphs.entries())
    letter.add(opening(index === 0, index === paragraphs.length - 1), text);
}

function titleKind(first: boolean, last: boolean): Exclude<ParagraphKind, 'item' | 'itemKept'> {
  if (first) return last ? 'titleOnly' : 'titleFirst';
  return last ? 'titleLast' : 'titleFurther';
}

/** Nobody signs an empty page: the line before a signature goes with it; a line that leads to a list, with the list. */
function textKind(next: Block | undefined): 'text' | 'textKept' | 'textWhole' {
  if (next?.kind === 'signature') return 'textWhole';
  return next?.kind === 'list' ? 'textKept' : 'text';
}

function leadsToSignature(next: Block | undefined, afterNext: Block | undefined): boolean {
  return next?.kind === 'signature' || (next?.kind === 'text' && afterNext?.kind === 'signature');
}
