/**
 * Strips what `docx` writes to the letter itself: creator, times, comments, footnotes, theme and styles that nothing uses
 * do not belong to it, and some tell who made the file and when.
 */
import { strFromU8, unzipSync } from 'fflate';

const kept = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/_rels/document.xml.rels',
  'word/styles.xml',
  'word/numbering.xml',
  'word/settings.xml',
  'word/fontTable.xml',
  'word/footer1.xml',
  'word/document.xml',
];

/** The parts that print, by name, in a fixed order, without any mention of the rest. */
export function onlyTheLetter(docx: Uint8Array): Map<string, string> {
  const parts = unzipSync(docx);
  const texts = kept.map((name): [string, string] => {
    const part = parts[name];
    if (!part) throw new Error(`docx no longer writes ${name}`);
    return [name, withoutMentions(name, strFromU8(part))];
  });
  const letter = new Map(texts);
  const document = letter.get('word/document.xml') ?? '';
  const styles = letter.get('word/styles.xml') ?? '';
  letter.set('word/styles.xml', neverHyphenated(usedStyles(styles, document)));
  letter.set('word/numbering.xml', usedLists(letter.get('word/numbering.xml') ?? '', document));
  return new Map([...letter].map(([name, xml]) => [name, usedNamespaces(xml)]));
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

/** The defaults and what the paragraphs name; of two styles with one id, the later, which is ours. */
function usedStyles(styles: string, document: string): string {
  const all = styles.match(/<w:style [\s\S]*?<\/w:style>/g) ?? [];
  const byId = new Map(all.map((style) => [/w:styleId="([^"]+)"/.exec(style)?.[1] ?? '', style]));
  const used = [...byId].filter(([id, style]) =>
    / w:default="/.test(style) ? id === 'Normal' : document.includes(`<w:pStyle w:val="${id}"/>`),
  );
  return styles.replace(/<w:style [\s\S]*<\/w:style>/, used.map(([, style]) => style).join(''));
}

/** Names and headings stay whole: `docx` has no word for it, so it is put in, in the schema's order (before w:spacing). */
function neverHyphenated(styles: string): string {
  const whole =
    /w:styleId="(?:Header|Heading1|Heading2|TitleFurther|FormLabel)"[\s\S]*?<w:pPr>(?:<w:keepNext\/>)?(?:<w:keepLines\/>)?/g;
  return styles.replace(whole, '$&<w:suppressAutoHyphens/>');
}

/** The lists that the paragraphs are in. */
function usedLists(numbering: string, document: string): string {
  const lists = (numbering.match(/<w:num [\s\S]*?<\/w:num>/g) ?? []).filter((list) =>
    document.includes(`<w:numId w:val="${/w:numId="(\d+)"/.exec(list)?.[1]}"/>`),
  );
  const abstract = (numbering.match(/<w:abstractNum [\s\S]*?<\/w:abstractNum>/g) ?? [])
    .filter((one) =>
      lists.some((list) =>
        list.includes(`<w:abstractNumId w:val="${/w:abstractNumId="(\d+)"/.exec(one)?.[1]}"/>`),
      ),
    )
    .map((one) => one.replace(/ w15:\w+="[^"]*"/g, ''));
  return numbering.replace(/<w:abstractNum [\s\S]*<\/w:num>/, [...abstract, ...lists].join(''));
}

function usedNamespaces(xml: string): string {
  return xml
    .replace(/ mc:Ignorable="[^"]*"/, '')
    .replace(/ xmlns:(\w+)="[^"]*"/g, (declared, prefix: string) =>
      new RegExp(`[< ]${prefix}:`).test(xml.replace(/ xmlns:\w+="[^"]*"| mc:Ignorable="[^"]*"/g, ''))
        ? declared
        : '',
    );
}
