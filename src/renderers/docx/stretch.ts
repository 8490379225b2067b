/**
 * Pieces of standing words (domain/standing.ts), found again by the objects they consist of: the same opening,
 * paragraphs and runs in the same order are the same piece. What is found depends on nothing but the words.
 */
import type { Paragraph, Run } from '#domain/document.ts';
import { deflatePiece, type Piece } from './piece.ts';
import { printed } from './xml-text.ts';

/** XML of the skeleton, or words that are one object in every document. */
export type Standing = string | Run | Paragraph;

/** A way through the words met so far; a stretch ends somewhere on it. */
export type Place = { next: Map<Standing, Place>; piece: Piece | undefined };

/** More ways than the texts of a hundred libraries; then they are found anew, so that memory stays bounded. */
const mostPlaces = 50_000;
let places = 0;
let root: Place = { next: new Map(), piece: undefined };

/** Where every stretch begins. */
export function start(): Place {
  if (places > mostPlaces) {
    places = 0;
    root = { next: new Map(), piece: undefined };
  }
  return root;
}

/** The place after `words`. */
export function onward(place: Place, words: Standing): Place {
  const known = place.next.get(words);
  if (known) return known;
  const made: Place = { next: new Map(), piece: undefined };
  place.next.set(words, made);
  places++;
  return made;
}

/** The piece of the stretch that ends at `place` and consists of `words`. */
export function pieceAt(place: Place, words: readonly Standing[]): Piece {
  place.piece ??= deflatePiece(words.map(xmlOf).join(''));
  return place.piece;
}

function xmlOf(words: Standing): string {
  if (typeof words === 'string') return words;
  return 'text' in words ? printed(words) : words.map(printed).join('');
}
