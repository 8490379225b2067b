import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import type { Paragraph } from '#domain/document.ts';
import { manyLines, oneLine } from '#domain/text.ts';
import { itemsOf, library, paragraphsOf, templateOf } from '../support/library.ts';
import { complaintFrom, type Request, request } from './any-complaint.ts';
import { hidden } from './any-text.ts';

function forAnyComplaint(check: (given: Request) => void): void {
  fc.assert(fc.property(request, check), { numRuns: 40 });
}

function composed(given: Request) {
  const complaint = complaintFrom(given);
  const document = compose(library, complaint);
  return { complaint, document, paragraphs: document.blocks.flatMap(paragraphsOf) };
}

/** A paragraph in our own words, with Х where the person’s words stand. */
function ours(paragraph: Paragraph): string {
  return paragraph.map(({ text, own }) => (own ? 'Х' : text)).join('');
}

/** Everything the person typed, washed, in a form that quotation marks do not change. */
function typedBy({ applicant, answers }: Request): string[] {
  return [
    ...Object.values(applicant).map((value) => oneLine(value ?? '')),
    ...[answers.ownWords, answers.reports].flatMap((text) => manyLines(text ?? '').split('\n')),
  ];
}

describe('any complaint at all', () => {
  it('is composed, and always the same', () => {
    forAnyComplaint((given) => {
      expect(composed(given).document).toEqual(composed(given).document);
    });
  });

  it('keeps the blocks of its template, in order; only conditional ones may be left out', () => {
    forAnyComplaint((given) => {
      const written = templateOf(given.template).blocks.flatMap(({ id, kind, when }) =>
        [id, ...(kind === 'warning' ? [`${id}-signature`] : [])].map((one) => ({
          id: one,
          optional: when !== undefined,
        })),
      );
      const printed = new Set(composed(given).document.blocks.map(({ id }) => id));
      const expected = written.filter(({ id, optional }) => !optional || printed.has(id)).map(({ id }) => id);
      expect(composed(given).document.blocks.map(({ id }) => id)).toEqual(expected);
    });
  });

  it('tells everything that was chosen, and holds no empty block or line', () => {
    forAnyComplaint((given) => {
      const { complaint, document, paragraphs } = composed(given);
      expect(itemsOf(document, 'petition')).toEqual(complaint.requests);
      expect(itemsOf(document, 'sources')).toEqual([
        ...complaint.sources.map(({ id }) => id),
        ...complaint.ownSources.map((_, index) => `own-${index + 1}`),
      ]);
      expect(complaint.requests.length).toBeGreaterThan(0);
      expect(complaint.sources.length + complaint.ownSources.length).toBeGreaterThan(0);
      for (const block of document.blocks)
        expect([block.id, paragraphsOf(block).length > 0]).toEqual([block.id, true]);
      for (const paragraph of paragraphs) expect(ours(paragraph).trim()).not.toBe('');
    });
  });

  it('says nothing senseless in our name', () => {
    forAnyComplaint((given) => {
      for (const paragraph of composed(given).paragraphs) {
        const text = ours(paragraph).replaceAll('\u00a0', ' ');
        expect(text).not.toMatch(/undefined|null|NaN|\[object|:v\[|:g\[|:norms/u);
        expect(text).not.toMatch(/ {2}|^ | $| [,.;:)]|\( |,,|\.\.|;;/u);
      }
    });
  });

  it('holds no character that a page or a paper cannot', () => {
    forAnyComplaint((given) => {
      for (const { text } of composed(given).paragraphs.flat()) {
        expect(text).not.toMatch(hidden);
        expect(text).not.toContain('\n');
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.normalize('NFC'));
      }
    });
  });

  it('repeats the person’s words as typed, and marks them as theirs', () => {
    forAnyComplaint((given) => {
      const { complaint, document } = composed(given);
      const typed = typedBy(given);
      for (const block of document.blocks.filter(({ id }) => ['own-words', 'facts'].includes(id))) {
        for (const { text, own } of paragraphsOf(block).flat()) if (own) expect(typed).toContain(text);
      }
      const printed = document.blocks
        .flatMap(paragraphsOf)
        .flatMap((paragraph) => paragraph.filter(({ own }) => own));
      const texts = printed.map(({ text }) => text);
      expect(texts).toContain(complaint.applicant?.address);
      for (const line of [complaint.ownWords, complaint.reports].flatMap((text) =>
        (text ?? '').split(/\n+/),
      )) {
        if (line !== '') expect(texts).toContain(line);
      }
      for (const { title, outlet } of complaint.ownSources) {
        const bare = (text: string) => text.replace(/[«»„“”"]/gu, '');
        for (const typed of [title, outlet])
          expect(texts.some((text) => bare(text).includes(bare(typed)))).toBe(true);
      }
    });
  });
});
