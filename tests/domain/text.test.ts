import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyLines, oneLine } from '#domain/text.ts';
import { anyText, hidden } from './any-text.ts';

describe('one line of what a person typed', () => {
  it.each([
    ['spaces around it go', '  Мария  ', 'Мария'],
    ['white space of every kind becomes one space', 'ул.\t\u00a0\u2003 Мира,\r\nд. 1', 'ул. Мира, д. 1'],
    ['letters typed as two characters become one (й, ё)', 'Мои\u0306 ёж'.normalize('NFD'), 'Мой ёж'],
    ['control characters go', 'Ма\u0000р\u0008и\u001bя\u007f', 'Мария'],
    ['characters that turn the line around go', '\u202eяираМ\u202c \u2066x\u2069\u200f', 'яираМ x'],
    ['half of an emoji goes', 'Мария\ud83d', 'Мария'],
    ['the other half, too', '\udc69Мария', 'Мария'],
    ['marks that nobody sees go', '\ufeffМа\u00adри\u200bя\u2060', 'Мария'],
    ['private and never-assigned characters go', 'Ма\ue000ри\uffffя\ufffe', 'Мария'],
    ['whole emoji stay', 'Спасибо 👍🏽', 'Спасибо 👍🏽'],
    ['a family of joined emoji stays together', '👩\u200d👧', '👩\u200d👧'],
    ['letters of other scripts stay', 'ქართული العربية 漢字', 'ქართული العربية 漢字'],
    ['markup stays what it is: text', '<b>&amp; :v[counts]</b>', '<b>&amp; :v[counts]</b>'],
  ])('%s', (_, typed, expected) => {
    expect(oneLine(typed)).toBe(expected);
  });

  it('is in NFC even where a hidden character stood between a letter and its accent', () => {
    expect(oneLine('Андреи\u200b\u0306')).toBe('Андрей');
  });
});

describe('several lines of what a person typed', () => {
  it.each([
    ['line breaks of every system are one', 'а\r\nб\rв\u2028г\u2029д\u0085е', 'а\nб\nв\nг\nд\nе'],
    ['one empty line between paragraphs stays, more do not', 'а\n\nб\n\n\n\n\nв', 'а\n\nб\n\nв'],
    ['lines that hold only spaces are empty', 'а\n   \n\t\nб', 'а\n\nб'],
    ['spaces at the ends of lines go', ' а \n б ', 'а\nб'],
    ['runs of spaces become one', 'а  \t б', 'а б'],
    ['line breaks around it go', '\n\nа\n\n', 'а'],
  ])('%s', (_, typed, expected) => {
    expect(manyLines(typed)).toBe(expected);
  });
});

describe('whatever is typed', () => {
  it('is clean after one washing, and a second changes nothing', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        for (const wash of [oneLine, manyLines]) {
          const clean = wash(typed);
          expect(clean.isWellFormed()).toBe(true);
          expect(clean).toBe(clean.normalize('NFC'));
          expect(clean).not.toMatch(hidden);
          expect(clean).toBe(clean.trim());
          expect(clean).not.toMatch(/ {2}|\n{3}|\t|\r/);
          expect(wash(clean)).toBe(clean);
        }
        expect(oneLine(typed)).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });
});
