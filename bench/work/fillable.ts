/**
 * Documents of one template → the template a user of docxtemplater would write in Word, and the data for each document.
 * What differs between documents becomes a placeholder, lists become loops, a block that some lack becomes a condition.
 */
import { type Block, type Document, type Paragraph, plain } from '../../src/domain/document.ts';

type Item = { text: string };
export type Data = Record<string, string | boolean | Item[]>;
type Texts = Extract<Block, { paragraphs: unknown }>;

/** The first document must have every block. */
export function fillable(documents: readonly Document[]): { template: Document; data: Data[] } {
  const [whole] = documents;
  if (!whole) throw new Error('no documents');
  const data: Data[] = documents.map(() => ({}));
  const known = new Set(whole.blocks.map(({ id }) => id));
  const missing = documents.flatMap(({ blocks }) => blocks.filter(({ id }) => !known.has(id)));
  if (missing.length > 0) throw new Error(`the first document lacks ${missing.map(({ id }) => id)}`);
  const blocks = whole.blocks.flatMap(({ id }) =>
    fillableBlock(
      id,
      documents.map((one) => one.blocks.find((block) => block.id === id)),
      data,
    ),
  );
  return { template: { ...whole, blocks }, data };
}

function fillableBlock(id: string, found: readonly (Block | undefined)[], data: Data[]): Block[] {
  const tag = id.replaceAll('-', '_');
  const [block] = found;
  if (!block) throw new Error(`no block ${id}`);
  const filled = body(block, tag, found, data);
  if (found.every((one) => one !== undefined)) return filled;
  for (const [index, one] of found.entries()) set(data, index, `has_${tag}`, one !== undefined);
  return [mark(`{#has_${tag}}`), ...filled, mark(`{/has_${tag}}`)];
}

function body(block: Block, tag: string, found: readonly (Block | undefined)[], data: Data[]): Block[] {
  switch (block.kind) {
    case 'list':
      return loop(block, tag, found, data);
    case 'signature': {
      const signed = found.map((one) => (one?.kind === 'signature' ? one : undefined));
      const date =
        block.date &&
        placeholder(
          `${tag}_date`,
          signed.map((one) => one?.date ?? ''),
          data,
        );
      return [
        {
          ...block,
          date,
          name: placeholder(
            `${tag}_name`,
            signed.map((one) => one?.name ?? ''),
            data,
          ),
        },
      ];
    }
    case 'form':
      return [block];
    default:
      return found.every((one) => !one || paragraphs(one).length === block.paragraphs.length)
        ? [{ ...block, paragraphs: block.paragraphs.map((_, place) => merged(place, tag, found, data)) }]
        : loop(block, tag, found, data);
  }
}

function loop(
  block: Texts | Extract<Block, { kind: 'list' }>,
  tag: string,
  found: readonly (Block | undefined)[],
  data: Data[],
): Block[] {
  for (const [index, one] of found.entries()) {
    if (one)
      set(
        data,
        index,
        tag,
        paragraphs(one).map((text) => ({ text: plain(text) })),
      );
  }
  const one = [{ text: '{text}' }];
  const repeated: Block =
    block.kind === 'list'
      ? { ...block, items: [{ id: 'item', text: one }] }
      : { ...block, paragraphs: [one] };
  return [mark(`{#${tag}}`), repeated, mark(`{/${tag}}`)];
}

/** The paragraph at `place`: what all documents share stays, the rest becomes placeholders. */
function merged(place: number, tag: string, found: readonly (Block | undefined)[], data: Data[]): Paragraph {
  const variants = found.map((one) => one && paragraphs(one)[place]);
  const [first = []] = variants;
  const alike = variants.every((one) => !one || one.length === first.length);
  if (!alike)
    return [
      {
        text: placeholder(
          `${tag}_${place}`,
          variants.map((one) => plain(one ?? [])),
          data,
        ),
      },
    ];
  return first.map((run, part) => ({
    text: placeholder(
      `${tag}_${place}_${part}`,
      variants.map((one) => (one ?? first)[part]?.text ?? ''),
      data,
      run.text,
    ),
  }));
}

/** `fixed` itself where all values are this. */
function placeholder(tag: string, values: readonly string[], data: Data[], fixed?: string): string {
  if (fixed !== undefined && values.every((value) => value === fixed)) return fixed;
  for (const [index, value] of values.entries()) set(data, index, tag, value);
  return `{${tag}}`;
}

function set(data: Data[], index: number, tag: string, value: Data[string]): void {
  const one = data[index];
  if (one) one[tag] = value;
}

function paragraphs(block: Block): readonly Paragraph[] {
  if (block.kind === 'list') return block.items.map(({ text }) => text);
  return 'paragraphs' in block ? block.paragraphs : [];
}

function mark(tag: string): Block {
  return { id: tag, kind: 'text', paragraphs: [[{ text: tag }]] };
}
