/**
 * The typeface of Arabic: Amiri, whose letters are one glyph each, so that text can be copied out of a PDF as it went in.
 * Latin, Cyrillic, numbers and most signs beside it are those of Tinos.
 */
import { createRequire } from 'node:module';
import { type Face, readFace } from './tinos.ts';

const require = createRequire(import.meta.url);

/** The two faces of a copy to read. */
export function readArabicFaces(): { regular: Face; bold: Face } {
  return {
    regular: readFace(require.resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf')),
    bold: readFace(require.resolve('@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf')),
  };
}
