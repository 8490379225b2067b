/**
 * Takes the typesetter's name out of a PDF. Typst writes no author and no times when told so, but always itself;
 * spaces of the same length leave every other byte where the table at the file's end says it is.
 */
const traces = [
  /\/Creator \(Typst [^()]*\)/g,
  /<xmp:CreatorTool>[^<]*<\/xmp:CreatorTool>/g,
  / x:xmptk="[^"]*"/g,
];

export function withoutTraces(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const clean = traces.reduce((all, trace) => all.replace(trace, (found) => ' '.repeat(found.length)), text);
  return new Uint8Array(Buffer.from(clean, 'latin1'));
}
