/** Document → plain text for pasting: one line a paragraph, never wrapped. */
import { type Block, type Document, type Paragraph, plain } from '#domain/document.ts';

export function renderTxt(document: Document): string {
  return `${document.blocks.map(printBlock).join('\n\n')}\n`;
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'header':
    case 'title':
    case 'lead':
    case 'text':
      return block.paragraphs.map(line).join('\n');
    case 'list':
      return block.items.map(({ text }, index) => `${index + 1}. ${line(text)}`).join('\n');
    case 'form':
      return block.fields.map(({ label, lines }) => `${label}${`\n${fillLine}`.repeat(lines)}`).join('\n');
    case 'signature':
      return [block.date, `________________ ${block.name}`].filter(Boolean).join('    ');
    default:
      return block satisfies never;
  }
}

const fillLine = '_'.repeat(48);

function line(paragraph: Paragraph): string {
  return plain(paragraph).replaceAll('\n', ' ');
}
