/** The code by which a filer comes back: what people write down and type again. */
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPhones, groupsOf, makeCaseCode, readCaseCode } from '#domain/register/case-code.ts';

/** Bytes 1, 2, 3 …: the digits 1, 2, 3 …; by hand 1234567890123456789012345 · 100 mod 97 = 15, and 98 - 15 = 83. */
const counting = (count: number) => Uint8Array.from({ length: count }, (_, index) => index + 1);
const known = '123456789012345678901234583';

const anyCode = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 200, maxLength: 200 })
  .filter((bytes) => bytes.filter((byte) => byte < 250).length >= 25)
  .map((bytes) => makeCaseCode(() => Uint8Array.from(bytes)));

describe('a case code', () => {
  it('is made of random digits and two that check them', () => {
    expect(makeCaseCode(counting)).toBe(known);
    expect(BigInt(known) % 97n).toBe(1n); // ISO 7064, mod 97-10
    expect(makeCaseCode(() => new Uint8Array(50))).toBe(`${'0'.repeat(25)}98`);
  });

  it('passes bytes over that would make some digits likelier', () => {
    const bytes = (count: number) => Uint8Array.from({ length: count }, (_, index) => (index % 2 ? 7 : 250));
    expect(makeCaseCode(bytes).slice(0, 25)).toBe('7'.repeat(25));
  });

  it('has every digit about equally often', () => {
    const digits = Array.from({ length: 400 }, () => makeCaseCode(randomBytes).slice(0, 25)).join('');
    for (const digit of '0123456789') {
      const share = digits.split(digit).length - 1;
      expect(share).toBeGreaterThan(800);
      expect(share).toBeLessThan(1200);
    }
  });

  it.each([
    '123 456 789 012 345 678 901 234 583',
    '123-456-789-012-345-678-901-234-583',
    ' 1234567890 1234567890\n1234583 ',
    'код: 123456789012345678901234583.',
    '١٢٣ ٤٥٦ ٧٨٩ ٠١٢ ٣٤٥ ٦٧٨ ٩٠١ ٢٣٤ ٥٨٣', // Arabic-Indic
    '۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۸۳', // Persian
    '१२३४५६७८९०१२३४५६७८९०१२३४५८३', // Devanagari
    '１２３４５６７８９０１２３４５６７８９０１２３４５８３', // full width
    '+7 912 345-67-89, +7 901 234-56-78, +7 990 123-45-83',
    '8 (912) 345-67-89; 8 (901) 234-56-78; 8 (990) 123-45-83',
    '912 345 67 89\n901 234 56 78\n990 123 45 83', // as a telephone may show the contacts of its own country
    '1. 123\n2. 456\n3. 789\n4. 012\n5. 345\n6. 678\n7. 901\n8. 234\n9. 583', // numbered as on the page of the code
    '1) +7 912 345-67-89  2) +7 901 234-56-78  3) +7 990 123-45-83',
    '١. ١٢٣\n٢. ٤٥٦\n٣. ٧٨٩\n٤. ٠١٢\n٥. ٣٤٥\n٦. ٦٧٨\n٧. ٩٠١\n٨. ٢٣٤\n٩. ٥٨٣',
  ])('is understood as people type it: %s', (typed) => {
    expect(readCaseCode(typed)).toBe(known);
  });

  it.each([
    '',
    '123456789012345678901234584', // another check
    '213456789012345678901234583', // two digits changed places
    '12345678901234567890123458', // one is missing
    '1234567890123456789012345831',
    'двадцать семь цифр',
    '+7 912 345-67-89, +7 901 234-56-78, +9 990 123-45-83',
    '912 345 67 89, 901 234 56 78, 890 123 45 83',
  ])('is not read into what is none: %s', (typed) => {
    expect(readCaseCode(typed)).toBeUndefined();
  });

  it('can be written in groups and as three mobile numbers, and read back from both', () => {
    expect(groupsOf(known)).toEqual(['123', '456', '789', '012', '345', '678', '901', '234', '583']);
    expect(asPhones(known)).toEqual(['+7 912 345-67-89', '+7 901 234-56-78', '+7 990 123-45-83']);
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^\d{27}$/);
        expect(readCaseCode(code)).toBe(code);
        expect(readCaseCode(groupsOf(code).join(' '))).toBe(code);
        expect(readCaseCode(asPhones(code).join('\n'))).toBe(code);
      }),
    );
  });

  it('a wrong digit, and two neighbours in the wrong order, are always noticed', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(26), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const digits = [...code];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readCaseCode(digits.join(''))).toBeUndefined();
        const swapped = code.replace(/./g, (digit, index) => {
          if (index === at % 26) return code[index + 1] ?? digit;
          return index === (at % 26) + 1 ? (code[index - 1] ?? digit) : digit;
        });
        if (swapped !== code) expect(readCaseCode(swapped)).toBeUndefined();
      }),
    );
  });

  it('anything that people may type is read or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect([undefined, 27]).toContain(readCaseCode(typed)?.length);
      }),
    );
  });
});
