import { describe, expect, it } from 'vitest';
import { found } from '#domain/library.ts';
import { citeNorms } from '#domain/norm.ts';
import { library } from '../support/library.ts';

function cite(...ids: string[]): string {
  return citeNorms(ids.map((id) => found(library.norms, id)));
}

describe('norms in a document', () => {
  it.each([
    ['one article', ['upk-141'], 'ст. 141 УПК РФ'],
    ['articles of one act share its name', ['upk-140', 'upk-141', 'upk-144'], 'ст. 140, 141, 144 УПК РФ'],
    ['two parts of one article share it', ['upk-152-4', 'upk-152-6'], 'ч. 4 и 6 ст. 152 УПК РФ'],
    ['so do three', ['upk-144-1', 'upk-144-2', 'upk-144-4'], 'ч. 1, 2 и 4 ст. 144 УПК РФ'],
    ['parts of different articles do not', ['upk-144-1', 'upk-145-2'], 'ч. 1 ст. 144, ч. 2 ст. 145 УПК РФ'],
    [
      'a part with a point in its number',
      ['upk-144-1.1', 'upk-166-9'],
      'ч. 1.1 ст. 144, ч. 9 ст. 166 УПК РФ',
    ],
    ['a whole article after a part', ['upk-144-1', 'upk-145'], 'ч. 1 ст. 144, ст. 145 УПК РФ'],
    ['a part after whole articles', ['upk-140', 'upk-141', 'upk-144-1'], 'ст. 140, 141, ч. 1 ст. 144 УПК РФ'],
    ['points', ['upk-37-2-1', 'upk-140-1-4'], 'п. 1 ч. 2 ст. 37, п. 4 ч. 1 ст. 140 УПК РФ'],
    ['acts in the order given', ['upk-141', 'uk-306'], 'ст. 141 УПК РФ, ст. 306 УК РФ'],
    [
      'full names of acts stand in the genitive',
      ['const-20-1', 'const-22'],
      'ч. 1 ст. 20, ст. 22 Конституции Российской Федерации',
    ],
  ])('%s', (_, ids, expected) => {
    expect(cite(...ids)).toBe(expected);
  });

  it('are the ones the lawyers cite: each template names each of its norms by article', () => {
    for (const template of library.templates.values()) {
      for (const id of template.norms) {
        const { act, provision } = found(library.norms, id);
        expect(cite(id)).toBe(`${provision} ${act}`);
      }
    }
  });
});
