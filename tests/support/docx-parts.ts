// Looks inside a finished .docx: the XML of its parts, and the text a reader sees.
import { strFromU8, unzipSync } from 'fflate';

const DOCUMENT = 'word/document.xml';

/** The text of every XML part by its name in the package; pictures and other binary parts are left out. */
export function parts(bytes: Uint8Array): Map<string, string> {
  const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

/** The plain text of the document's body: every paragraph, table cells' too, on a line of its own. */
export function documentText(bytes: Uint8Array): string {
  const xml = parts(bytes).get(DOCUMENT);
  if (xml === undefined) throw new Error(`Not a Word document: it has no ${DOCUMENT}`);
  return paragraphs(xml).join('\n');
}

// The tags that end a paragraph or put something visible into it.
// A tab character is <w:tab/>; a tab stop, which shows nothing, is the same tag with attributes.
const TAGS =
  /(?<end><\/w:p>|<w:p(?:\s[^>]*)?\/>)|<w:t(?:\s[^>]*)?>(?<text>[^<]*)<\/w:t>|(?<tab><w:tab\s*\/>)|(?<lineBreak><w:(?:br|cr)(?:\s[^>]*)?\/>)|(?<hyphen><w:noBreakHyphen\s*\/>)/g;

function paragraphs(xml: string): string[] {
  const finished: string[] = [];
  let current = '';
  for (const { groups = {} } of xml.matchAll(TAGS)) {
    current += visible(groups);
    if (groups.end) {
      finished.push(current);
      current = '';
    }
  }
  return finished;
}

function visible(tag: Record<string, string | undefined>): string {
  if (tag.tab) return '\t';
  if (tag.lineBreak) return ' '; // a line is a whole paragraph here, so a break inside one is only a gap
  if (tag.hyphen) return '\u2011';
  return unescapeXml(tag.text ?? '');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (entity: string, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return NAMED[name ?? ''] ?? entity;
    },
  );
}
