/** The style of the HTML file, and its hash, so that the file's own policy allows this style and nothing else. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { raw } from 'hono/html';

const css = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font: 14pt/1.17 "Times New Roman", Tinos, "Liberation Serif", Times, serif; color: #000; background: #fff; margin: 0; }
main { max-width: 165mm; margin: 0 auto; padding: 1rem; }
p { margin: 0 0 .3em; }
.letter-header { margin-left: 48%; margin-bottom: .8em; overflow-wrap: anywhere; }
.letter-header p { margin: 0; }
.letter-form { margin-left: 48%; margin-bottom: .8em; }
.letter-fill { display: block; height: 8mm; border-bottom: 1px solid; }
.letter-title { font-size: 1em; text-align: center; margin: 1em 0; }
.letter-title span { display: block; font-weight: normal; }
.letter-title span:first-child { font-weight: bold; }
.letter-lead { font-weight: bold; margin: .7em 0 .3em; break-after: avoid; }
.letter-text p { text-indent: 12.5mm; hyphens: auto; overflow-wrap: anywhere; }
.letter-list { margin: 0; padding-inline-start: 10mm; }
.letter-list li { margin-bottom: .25em; hyphens: auto; overflow-wrap: anywhere; }
.letter-signature { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5em; margin: 1.4em 0 1em; break-inside: avoid; }
.letter-line { display: inline-block; width: 40mm; border-bottom: 1px solid; }
@media print {
  main { max-width: none; padding: 0; }
  .letter-text p, .letter-list li { text-align: justify; }
  .letter-text:has(+ .letter-signature) { break-after: avoid; break-inside: avoid; }
}
`;

/** A style as a page carries it, and the policies that allow this style and nothing else. */
export function sealedStyle(text: string) {
  const hash = `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}`;
  const filePolicy = `default-src 'none'; style-src '${hash}'`;
  return {
    style: raw(`<style>${text}</style>`),
    /** What the file itself says in its head. */
    filePolicy,
    /** The same as a response header, where a policy can say more. */
    responsePolicy: `${filePolicy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

export const { style: printStyle, filePolicy, responsePolicy: letterPolicy } = sealedStyle(css);
