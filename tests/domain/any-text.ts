/** Whatever a keyboard, a clipboard or an attacker can put into a field. */
import fc from 'fast-check';

/** Control, bidirectional and other characters that no document may hold; the joiners of emoji are not among them. */
export const hidden = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u;

const nasty = [
  '\r\n',
  '\n\n\n',
  '\u2028',
  '\u0085',
  '\t',
  '   ',
  '\u00a0\u00a0',
  '\u0000',
  '\u0008',
  '\u001b[31m',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u202e',
  '\u2067',
  '\u200f',
  '\u0301',
  'и\u0306',
  '\ufffe',
  '\ufffd',
  '\ue000',
  '\u{e0001}',
  '👩\u200d👧',
  'العربية',
  '漢字',
  'Ǆ',
  '<script>',
  '</bdi>',
  '&amp;',
  '"\'`',
  ']]>',
  '<w:p/>',
  '$& $1 $$',
  '{{name}}',
  ':v[counts]',
  '::signature',
  '%1',
  'undefined',
  '«»„“',
];

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)); // lone surrogates, too
const russian = fc.constantFrom('как', 'сообщалось', 'в', 'ст. 144', '1 апреля', '—', 'Ӏ', 'ё');

export const anyText = fc
  .array(
    fc.oneof(codeUnit, fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...nasty), russian),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));
