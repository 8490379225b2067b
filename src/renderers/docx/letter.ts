/**
 * Collects the document part of one letter and writes the archive. Standing words go in as pieces deflated once,
 * a person's words as stored blocks: nothing is compressed while somebody waits, but a stretch that was never met before.
 */
import type { Paragraph } from '#domain/document.ts';
import { isStanding } from '#domain/standing.ts';
import { joinedCrc } from './crc32.ts';
import { closePackage, dataStart, openPackage, type Package } from './package.ts';
import { deflatePiece, endOfStream, type Piece } from './piece.ts';
import { documentPart, skeleton } from './skeleton.ts';
import { store, storedCapacity } from './stored.ts';
import { onward, type Place, pieceAt, type Standing, start } from './stretch.ts';
import { printed } from './xml-text.ts';

const { head, closing, foot } = skeleton.document;

/** What stands in every letter: made with the first one, not while the program starts. */
let beginning: { archive: Package; headPiece: Piece } | undefined;

function begin(): { archive: Package; headPiece: Piece } {
  beginning ??= { archive: openPackage(skeleton.parts, documentPart), headPiece: deflatePiece(head) };
  return beginning;
}

export class Letter {
  readonly #archive: Package;
  readonly #parts: (Piece | string)[];
  /** The stretch being collected: standing words, or else a person's. */
  #stretch: Standing[] = [];
  #place: Place = start();
  #words = '';
  #capacity: number;

  constructor() {
    const { archive, headPiece } = begin();
    this.#archive = archive;
    this.#parts = [headPiece];
    this.#capacity = archive.front.length + archive.overhead + endOfStream.length + headPiece.deflated.length;
  }

  /** One paragraph: `opening` is the skeleton's, up to the first letter of the text. */
  add(opening: string, text: Paragraph): void {
    this.#standing(opening);
    if (isStanding(text)) this.#standing(text);
    else {
      for (const run of text) {
        if (isStanding(run)) this.#standing(run);
        else this.#own(printed(run));
      }
    }
    this.#standing(closing);
  }

  /** Ends a stretch, so that what comes before and what comes after are found apart. */
  cut(): void {
    if (this.#stretch.length === 0) return;
    const piece = pieceAt(this.#place, this.#stretch);
    this.#parts.push(piece);
    this.#capacity += piece.deflated.length;
    this.#stretch = [];
    this.#place = start();
  }

  /** The finished file. */
  close(): Uint8Array<ArrayBuffer> {
    this.#standing(foot);
    this.cut();
    const archive = this.#archive;
    const out = new Uint8Array(this.#capacity);
    out.set(archive.front);
    let at = dataStart(archive);
    let crc = 0;
    let length = 0;
    for (const part of this.#parts) {
      const written = typeof part === 'string' ? store(out, at, part) : copy(out, at, part);
      crc = joinedCrc(crc, written.crc, written.length);
      length += written.length;
      at = written.end;
    }
    out.set(endOfStream, at);
    return out.slice(0, closePackage(archive, out, at + endOfStream.length, { crc, length }));
  }

  #standing(words: Standing): void {
    if (this.#words !== '') {
      this.#parts.push(this.#words);
      this.#capacity += storedCapacity(this.#words);
      this.#words = '';
    }
    this.#stretch.push(words);
    this.#place = onward(this.#place, words);
  }

  #own(xml: string): void {
    this.cut();
    this.#words += xml;
  }
}

function copy(out: Uint8Array, at: number, { deflated, crc, length }: Piece) {
  out.set(deflated, at);
  return { end: at + deflated.length, crc, length };
}
