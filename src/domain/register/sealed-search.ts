/**
 * A number or words, looked for in sealed facts that were opened: as people write a number, not as it was typed once. The
 * texts of documents are not looked through: they are long, and all alike.
 */
import * as z from 'zod/mini';
import { parsedJson } from '../parsed-json.ts';

/** Where something was found. */
export const places = ['number', 'note', 'contact', 'region', 'office', 'scan'] as const;
export type Place = (typeof places)[number];

export type Wanted = {
  /** Numbers without what stands between their letters and digits; none where there is no digit. */
  numbers: readonly string[];
  /** Words, of which the beginning is enough. */
  words: readonly string[];
};

/** With fewer letters and digits everything is found. */
export const leastWanted = 3;

/** Undefined where too little was typed. */
export function wantedIn(typed: string): Wanted | undefined {
  const words = wordsOf(typed.replace(dated, ' '));
  if (words.join('').length < leastWanted) return undefined;
  const first = words.findIndex((word) => /\d/.test(word));
  const numbers = first < 0 ? [] : [words.join(''), words.slice(first).join('').replace(sign, '')];
  return { numbers: [...new Set(numbers)].filter((one) => one.length >= leastWanted), words };
}

/** Undefined where `text` is not what a register seals. */
export function placesOf({ numbers, words }: Wanted, text: string): Place[] | undefined {
  const pieces = piecesOf(text);
  if (!pieces) return undefined;
  const inPlaces = (fits: (words: readonly string[]) => boolean) => {
    const found = new Set(pieces.flatMap(([place, piece]) => (fits(piece) ? [place] : [])));
    return places.filter((one) => found.has(one));
  };
  const byNumber = inPlaces((piece) => numbers.some((one) => piece.join('').includes(one)));
  if (byNumber.length > 0) return byNumber;
  const begins = (piece: readonly string[], wanted: string) => piece.some((word) => word.startsWith(wanted));
  const isThere = words.every((wanted) => pieces.some(([, piece]) => begins(piece, wanted)));
  return isThere ? inPlaces((piece) => words.some((wanted) => begins(piece, wanted))) : [];
}

/** As far as it is looked through; whether the rest is in order, the page of the case says. */
const searched = z.object({
  region: z.optional(z.string()),
  contact: z.optional(z.string()),
  notes: z._default(z.array(z.object({ text: z.string() })), []),
  scans: z._default(z.array(z.object({ name: z.string() })), []),
  case: z.object({
    filings: z.array(
      z.object({
        court: z.optional(z.string()),
        events: z.array(
          z.object({
            number: z.optional(z.string()),
            to: z.optional(z.string()),
            signedBy: z.optional(z.string()),
          }),
        ),
      }),
    ),
  }),
});

function piecesOf(text: string): (readonly [Place, readonly string[]])[] | undefined {
  const read = searched.safeParse(parsedJson(text));
  if (!read.success) return undefined;
  const { region, contact, notes, scans, case: kept } = read.data;
  const events = kept.filings.flatMap((one) => one.events);
  const all: readonly (readonly [Place, readonly (string | undefined)[]])[] = [
    ['number', events.map(({ number }) => number)],
    ['note', notes.map((one) => one.text)],
    ['contact', [contact]],
    ['region', [region]],
    [
      'office',
      [...kept.filings.map(({ court }) => court), ...events.flatMap(({ to, signedBy }) => [to, signedBy])],
    ],
    ['scan', scans.map(({ name }) => name)],
  ];
  return all.flatMap(([place, texts]) =>
    texts.flatMap((one) => (one ? [[place, wordsOf(one)] as const] : [])),
  );
}

/** «от 12.11.2026» behind a number is its day, and no part of it. */
const dated = /\sот\s+\d.*$/isu;

/** The signs of a number, as letters that stand before it: N 15, No. 15. */
const sign = /^(?:n|no|nr)(?=\d)/;

/** Cyrillic letters and the Latin ones that look the same, small or capital. */
const cyrillic = 'авекмнорстухіјѕ';
const latin = 'abekmhopctyxijs';

/** Small letters of one alphabet where two look alike, digits, and nothing between them. */
function wordsOf(text: string): string[] {
  return text
    .replace(/[№#]/gu, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[авекмнорстухіјѕ]/gu, (letter) => latin[cyrillic.indexOf(letter)] ?? letter)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
