/**
 * Strips a DOCX to the letter itself. `docx` writes creator, times, comments, footnotes and theme into every file;
 * none of them belongs to the letter, and some tell who made it and when.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const kept = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/settings.xml',
  'word/fontTable.xml',
  'word/footer1.xml',
  'word/_rels/document.xml.rels',
];

/** The earliest time a zip can hold, and no other: files carry no times. */
const noTime = new Date(1980, 0, 1);

/** Keeps the parts that print, in a fixed order and with fixed times, and removes every mention of the rest. */
export function onlyTheLetter(docx: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(docx);
  const files: Zippable = {};
  for (const name of kept) {
    const part = parts[name];
    if (part) files[name] = [strToU8(withoutMentions(name, strFromU8(part))), { mtime: noTime, level: 9 }];
  }
  return new Uint8Array(zipSync(files, { os: 0 }));
}

function withoutMentions(name: string, xml: string): string {
  if (name === '[Content_Types].xml') {
    return xml
      .replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, (entry, part: string) =>
        kept.includes(part) ? entry : '',
      )
      .replace(/<Default [^>]*Extension="(?!rels|xml)[^"]*"[^>]*\/>/g, '');
  }
  const folder = name === '_rels/.rels' ? '' : 'word/';
  if (name.endsWith('.rels')) {
    return xml.replace(/<Relationship [^>]*Target="([^"]+)"[^>]*\/>/g, (entry, target: string) =>
      kept.includes(folder + target) ? entry : '',
    );
  }
  return xml;
}
