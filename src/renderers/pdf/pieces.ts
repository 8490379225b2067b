/** Document → the pieces that `letter.typ` draws: finished texts, distances in points, and what must stay together. */
import type { Block, Paragraph } from '#domain/document.ts';
import type { Direction } from '#domain/reading/direction.ts';
import type { Printable } from './printable.ts';

export type Piece = {
  /** Distance from the piece before, in points. */
  above: number;
  /** How many of the pieces after it must not begin a page without it. */
  keep: number;
  /** Its paragraphs are not torn; of a list, the last item. */
  whole: boolean;
  /** Where it goes another way than the rest. */
  direction?: Direction;
} & (
  | { kind: 'header' | 'text' | 'list' | 'note'; paragraphs: string[] }
  | { kind: 'title' | 'lead'; paragraphs: string[]; level: 1 | 2 }
  | { kind: 'form'; fields: { label: string; lines: number }[] }
  | { kind: 'signature'; paragraphs: string[]; date: string }
);

/** A block, or what the reader is told about the next one. */
export type Printed = (Block | { id: string; kind: 'note'; paragraphs: readonly Paragraph[] }) & {
  direction?: Direction;
};

/** Points before and after a block, as in the DOCX; of two that meet the larger holds. */
const space: Record<Printed['kind'], { before: number; after: number }> = {
  header: { before: 0, after: 10 },
  title: { before: 8, after: 10 },
  lead: { before: 8, after: 4 },
  text: { before: 0, after: 4 },
  list: { before: 0, after: 3 },
  form: { before: 0, after: 4 },
  signature: { before: 14, after: 10 },
  note: { before: 6, after: 6 },
};

/** Widths of the lines in em of 14 points, a little less than they are: kerning is not counted. */
const em = 14 * (25.4 / 72);
const lineOf: Record<Printed['kind'], number> = {
  header: 80 / em,
  title: 160 / em,
  lead: 160 / em,
  text: 160 / em,
  list: 150 / em,
  form: 80 / em,
  signature: 80 / em,
  note: 155 / em,
};

/** No page of this size holds fewer letters, were all of them as wide as can be. */
const aPage = 1000;

export function piecesOf(document: { blocks: readonly Printed[] }, print: Printable): Piece[] {
  const printed = document.blocks
    .map((block) => ({ block, paragraphs: printedParagraphs(block, print) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const blocks = printed.map(({ block }) => block);
  const title = blocks.findIndex(({ kind }) => kind === 'title');
  return printed.map(({ block, paragraphs }, index) => {
    const [before, following] = [blocks[index - 1], blocks.slice(index + 1)];
    const common = {
      above: Math.max(space[block.kind].before, before ? space[before.kind].after : 0),
      keep: keptWith(block, following),
      whole: isWhole(block, following) && paragraphs.every(fitsOnPage),
      ...(block.direction && { direction: block.direction }),
    };
    const { kind } = block;
    switch (kind) {
      case 'title':
        return { ...common, kind, paragraphs, level: 1 };
      case 'lead':
        return { ...common, kind, paragraphs, level: title >= 0 && title < index ? 2 : 1 };
      case 'form': {
        const lines = block.fields.map((field) => field.lines);
        return { ...common, kind, fields: paragraphs.map((label, at) => ({ label, lines: lines[at] ?? 0 })) };
      }
      case 'signature':
        return { ...common, kind, paragraphs, date: print([{ text: block.date ?? '' }], lineOf[kind]) };
      default:
        return { ...common, kind, paragraphs };
    }
  });
}

/** Of a block of paragraphs only those with something to see: PDF/UA forbids an empty heading. */
function printedParagraphs(block: Printed, print: Printable): string[] {
  const paragraphs = paragraphsOf(block).map((one) => print(one, lineOf[block.kind]));
  return 'paragraphs' in block ? paragraphs.filter((text) => /\S/u.test(text)) : paragraphs;
}

function paragraphsOf(block: Printed): readonly Paragraph[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(({ text }) => text);
    case 'form':
      return block.fields.map(({ label }) => [{ text: label }]);
    case 'signature':
      return [[{ text: block.name }]];
    default:
      return block.paragraphs;
  }
}

/**
 * Nobody signs an empty page: the lines before a signature go with it, and the last item of a list before them.
 * A line that leads to a list goes with the list.
 */
function keptWith({ kind }: Pick<Printed, 'kind'>, [next, ...further]: readonly Printed[]): number {
  if (!next) return 0;
  if (next.kind === 'note') {
    const kept = keptWith({ kind }, further);
    return kept && 1 + kept;
  }
  const toSignature = next.kind === 'signature' ? 1 + keptWith(next, further) : 0;
  switch (kind) {
    case 'text':
      return next.kind === 'list' ? 1 : toSignature;
    case 'list':
      return next.kind === 'text' && further[0]?.kind === 'signature'
        ? 1 + keptWith(next, further)
        : toSignature;
    case 'signature':
      return toSignature;
    case 'note':
      return 1;
    default:
      return 0;
  }
}

function isWhole({ kind }: Pick<Printed, 'kind'>, [next]: readonly Printed[]): boolean {
  return kind === 'text' ? next?.kind === 'signature' : true;
}

function fitsOnPage(text: string): boolean {
  return text.length <= aPage;
}
