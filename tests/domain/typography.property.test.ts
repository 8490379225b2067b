/** Russian typography over whole documents: of any complaint, in our words and where they meet the person's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import type { Document, Paragraph } from '#domain/document.ts';
import { shortVersion } from '#domain/short-version.ts';
import { typeset } from '#domain/typography.ts';
import {
  complaintOf,
  documentOf,
  library,
  paragraphsOf,
  templateIds,
  templateOf,
} from '../support/library.ts';
import { complaintFrom, request } from './any-complaint.ts';

const space = '\u00a0';

/** Our words, with Х where the person’s stand; a signature is their name. */
function ours(document: Document): string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'signature'
      ? [block.date ?? '']
      : paragraphsOf(block).map((paragraph: Paragraph) =>
          paragraph.map(({ text, own }) => (own ? 'Х' : text)).join(''),
        ),
  );
}

function forAnyDocument(check: (line: string) => void): void {
  fc.assert(
    fc.property(request, (given) => {
      for (const line of ours(compose(library, complaintFrom(given)))) check(line);
    }),
    { numRuns: 60 },
  );
}

describe('a reader of any complaint', () => {
  it('finds no place where typography has been forgotten, not even where two texts meet', () => {
    forAnyDocument((line) => expect(line.replaceAll(space, '~')).toBe(typeset(line).replaceAll(space, '~')));
  });

  it('finds no space doubled or at a loose end', () => {
    forAnyDocument((line) =>
      expect(line.replaceAll(space, '~')).not.toMatch(/[ ~]{2}|^[ ~]|[ ~]$|~[,.;:)»]/u),
    );
  });

  it('finds no straight quotation marks but in a title, no three dots, and no hyphen for a dash', () => {
    forAnyDocument((line) => {
      const words = line.replace(/«[^»]*»|https?:\S+|№\s\S+/g, ''); // a title stands as it was published
      expect(words).not.toMatch(/["'`”]|\.\.|--|\s-|-\s|\d-\d|–(?!\d)|(?<!\d)–/u);
    });
  });

  it('finds every quotation closed', () => {
    forAnyDocument((line) => {
      expect(line.split('«').length).toBe(line.split('»').length);
      expect(line.split('„').length).toBe(line.split('“').length);
    });
  });
});

it.each(templateIds)('%s: whoever reads the short text finds the same typography', (id) => {
  for (const episode of ['2017', '2018', 'other']) {
    if (!templateOf(id).matter.acts.some((kind) => kind !== 'statement') && episode === '2018') continue;
    const described = {
      reports: 'Х',
      acts: { from: '2024-03-01', kinds: templateOf(id).matter.acts.slice(0, 1) },
      ownSources: [{ title: 'Х', outlet: 'Х', date: '2024-03-05' }],
    };
    const complaint = complaintOf(id, { answers: { episode, ...(episode === 'other' ? described : {}) } });
    for (const limit of [1400, 3000]) {
      const short = shortVersion(library, complaint, limit);
      if (short.ok) for (const line of short.value.split('\n')) expect(line).toBe(typeset(line));
    }
  }
});

it('a woman’s signature is her initials and her name in one piece, under a date in words', () => {
  const signature = documentOf('crime-report-media').blocks.at(-1);
  expect(signature).toMatchObject({
    date: `1${space}декабря 2026${space}года`,
    name: `М.${space}А.${space}Иванова`,
  });
});
