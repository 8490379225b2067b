import { describe, expect, it } from 'vitest';
import { skeleton } from '#renderers/docx/skeleton.ts';
import { makeSkeleton } from '../../tools/docx-skeleton/make.ts';

describe('the skeleton of a Word file', () => {
  it('is what `npm run -s docx-skeleton` writes today', async () => {
    expect(skeleton).toEqual(await makeSkeleton());
  });

  it('names no namespace, style or list that it does not use', () => {
    const { openings, head, foot } = skeleton.document;
    const all = [head, ...Object.values(openings).flat(), foot].join('');
    const styles = skeleton.parts['word/styles.xml'] ?? '';
    for (const [, id] of styles.matchAll(/w:styleId="([^"]+)"/g))
      expect(id === 'Normal' || all.includes(`<w:pStyle w:val="${id}"/>`), id).toBe(true);
    for (const [, id] of (skeleton.parts['word/numbering.xml'] ?? '').matchAll(/<w:num w:numId="(\d+)"/g))
      expect(all).toContain(`<w:numId w:val="${id}"/>`);
    for (const xml of [all, ...Object.values(skeleton.parts)]) {
      for (const [, prefix] of xml.matchAll(/xmlns:(\w+)=/g))
        expect(xml).toMatch(new RegExp(`[< ]${prefix}:`));
    }
  });
});
