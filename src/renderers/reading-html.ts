/** A document beside its copy to read: paragraph by paragraph on wide screens, one under the other on narrow ones. */
import type { Block } from '#domain/document.ts';
import type { Pair, ReadingDocument } from '#domain/reading/compose-reading.ts';
import { type Html, html, nothing } from '#html.ts';
import { printBlock } from './html.ts';

/** The rows alone, for a page that has its own head and h1. */
export function sideBySide({ pairs, language, direction, labels }: ReadingDocument): Html {
  return html`<div class="reading">
<div class="reading-row reading-heads"><p class="reading-head">${labels.russian}</p><p class="reading-head">${labels.copy}<br><span class="reading-mark">${labels.mark}</span></p></div>
${pairs.flatMap(rowsOf).map(
  ({ russian, reading, stale }) => html`<div class="reading-row">
<div class="letter" lang="ru" dir="ltr">${printBlock(russian, title)}</div>
<div class="letter reading-copy" lang="${language}" dir="${direction}">${stale ? html`<p class="stale">${labels.stale}</p>` : nothing}${reading ? printBlock(reading, title) : nothing}</div>
</div>`,
)}</div>`;
}

function title(text: Html[]): Html {
  return html`<p class="letter-title">${text}</p>`;
}

/** Of lists and of longer texts each entry has a row of its own. */
function rowsOf({ russian, reading, stale }: Pair): Pair[] {
  const [ours, theirs] = [entriesOf(russian), reading ? entriesOf(reading) : []];
  if (ours.length !== theirs.length)
    return [{ russian: named(russian, 'ru', 0), reading: reading && named(reading, 'copy', 0), stale }];
  return ours.map((one, place) => {
    const other = theirs[place];
    return {
      russian: named(one, 'ru', place),
      reading: other && named(other, 'copy', place),
      stale: stale && place === 0,
    };
  });
}

function entriesOf(block: Block): Block[] {
  if (block.kind === 'list')
    return block.items.map((item, place) => ({ ...block, start: place + 1, items: [item] }));
  if (block.kind === 'text')
    return block.paragraphs.map((paragraph) => ({ ...block, paragraphs: [paragraph] }));
  return [block];
}

/** An id stands once on a page. */
function named(block: Block, side: string, place: number): Block {
  return { ...block, id: `${block.id}-${side}${place === 0 ? '' : `-${place + 1}`}` };
}
