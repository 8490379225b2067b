/**
 * What a person typed, made safe to print: only characters that a page, an XML part and a paper can hold.
 */

/** Control, formatting, bidirectional and private characters; tabs, line feeds and the joiners of emoji stay. */
const unprintable = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** Joiners that join nothing: alone they are text that nobody sees. */
const idleJoiners = /(?<![\p{L}\p{M}\p{S}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{S}])/gu;

/** One line: NFC, no control characters, every run of white space one space. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** Several lines: as {@link oneLine}, but line breaks stay, at most one empty line between paragraphs. */
export function manyLines(text: string): string {
  return clean(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .replace(idleJoiners, '')
    .normalize('NFC');
}
