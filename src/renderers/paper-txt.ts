/** A sheet of small papers → plain text, for copying into a label or a form. */
import type { Run } from '#domain/document.ts';
import type { PaperBlock, PaperField, PaperSheet } from '#domain/filing/paper.ts';

const fillLine = '_'.repeat(40);

/** Each paper once: a text is printed as often as one likes. */
export function renderPapersTxt({ papers }: PaperSheet): string {
  return `${papers.map(({ blocks }) => blocks.map(block).join('\n\n')).join(`\n\n${'-'.repeat(40)}\n\n`)}\n`;
}

function block(one: PaperBlock): string {
  switch (one.kind) {
    case 'title':
    case 'text':
      return words(one.text);
    case 'address':
      return [...one.fields.map(field), ...(one.postcode ? [`Индекс: ${one.postcode}`] : [])].join('\n');
    case 'fields':
      return one.fields.map(field).join('\n');
    case 'table':
      return [one.head, ...one.rows].map((row) => row.map((cell) => cell || '____').join(' | ')).join('\n');
    default:
      return one satisfies never;
  }
}

function field(one: PaperField): string {
  const value = 'value' in one ? words(one.value) : fillLine;
  return one.label === '' ? value : `${one.label}: ${value}`;
}

function words(text: readonly Run[]): string {
  return text.map((run) => run.text.replaceAll('\n', ' ')).join('');
}
