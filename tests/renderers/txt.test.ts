import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { plain } from '#domain/document.ts';
import { renderTxt } from '#renderers/txt.ts';
import { complaintFrom, request } from '../domain/any-complaint.ts';
import { hidden } from '../domain/any-text.ts';
import { documentOf, library, paragraphsOf, templateIds } from '../support/library.ts';

describe('a text for pasting', () => {
  it.each(templateIds)('%s has a line for every paragraph, and an empty line between blocks', (id) => {
    const document = documentOf(id);
    const blocks = renderTxt(document).trimEnd().split('\n\n');
    expect(blocks).toHaveLength(document.blocks.length);
    for (const [index, block] of document.blocks.entries()) {
      expect(blocks[index]?.split('\n')).toHaveLength(paragraphsOf(block).length);
    }
  });

  it('numbers every list from 1', () => {
    const document = documentOf('crime-report-media');
    const blocks = renderTxt(document).trimEnd().split('\n\n');
    for (const [index, block] of document.blocks.entries()) {
      if (block.kind !== 'list') continue;
      const numbers = blocks[index]?.split('\n').map((line) => /^(\d+)\. \S/u.exec(line)?.[1]);
      expect(numbers).toEqual(block.items.map((_, at) => String(at + 1)));
    }
  });

  it('ends with the date, a line to sign on and the name, and a line break', () => {
    expect(
      renderTxt(documentOf('crime-report-media', { date: '2027-02-19' })).replaceAll('\u00a0', ' '),
    ).toMatch(/\n19 февраля 2027 года {4}_{10,} М\. А\. Иванова\n$/u);
  });

  it('keeps one line a paragraph and every word, whatever the person typed', () => {
    fc.assert(
      fc.property(request, (given) => {
        const document = compose(library, complaintFrom(given));
        const text = renderTxt(document);
        expect(text).not.toMatch(/\n{3}|[\r\t\u2028\u2029]/u);
        expect(text).not.toMatch(hidden);
        const lines = text.split('\n');
        for (const block of document.blocks) {
          if (block.kind === 'signature') continue;
          for (const paragraph of paragraphsOf(block)) {
            expect(lines.some((line) => line.endsWith(plain(paragraph)))).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
