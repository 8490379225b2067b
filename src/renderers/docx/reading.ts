/**
 * A copy to read → DOCX: the letter's own skeleton in the reader's language and direction, and at the head of every page
 * what it is not. Made where the reader is, as the letter is.
 */
import type { Paragraph } from '#domain/document.ts';
import type { Language } from '#domain/language.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { directionOf, paragraphDirection } from '#domain/reading/direction.ts';
import { layOut } from './docx.ts';
import { wholePackage } from './package.ts';
import { stretches } from './scripts.ts';
import { documentPart, skeleton } from './skeleton.ts';
import { printed } from './xml-text.ts';

/** As Word names languages. */
const tags: Record<Language, string> = {
  ru: 'ru-RU',
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  uk: 'uk-UA',
  tr: 'tr-TR',
  ar: 'ar-SA',
};

/** Same copy → same bytes; no author, no times, no properties at all. */
export function renderReadingDocx(reading: ReadingDocument): Uint8Array<ArrayBuffer> {
  const { labels, pairs, direction } = reading;
  const { head, foot } = skeleton.document;
  const stale = new Set(pairs.flatMap((pair) => (pair.stale && pair.reading ? [pair.reading] : [])));
  const blocks = pairs.flatMap((pair) => pair.reading ?? []);
  let body = said(labels.note, frame, reading);
  layOut(
    blocks,
    {
      add: (opening, text) => {
        const [properties = ''] = opening.split('<w:r>');
        const direction = opening.includes('<w:numPr>')
          ? reading.direction
          : paragraphDirection(text, reading.direction);
        body += paragraph(properties, text, { ...reading, direction });
      },
      cut: () => {},
    },
    (block) => {
      if (stale.has(block)) body += said(labels.stale, `<w:keepNext/>${frame}`, reading);
    },
  );
  const section = foot
    .replace('<w:footerReference', '<w:headerReference w:type="default" r:id="mark"/>$&')
    .replace('<w:docGrid', direction === 'rtl' ? '<w:bidi/>$&' : '$&');
  return wholePackage(partsOf(reading), documentPart, head + body + section);
}

const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="4" w:color="auto"/>`;
const frame = `<w:pBdr>${['top', 'left', 'bottom', 'right'].map(edge).join('')}</w:pBdr><w:spacing w:before="120" w:after="120"/>`;
const underlined = `<w:pBdr>${edge('bottom')}</w:pBdr><w:spacing w:after="120"/><w:jc w:val="center"/>`;

/** Words of the page itself: in the reader's language even where the copy is in another. */
function said(text: string, properties: string, reading: ReadingDocument, bold = ''): string {
  const direction = directionOf(text, reading.direction);
  return paragraph(`<w:p><w:pPr>${properties}</w:pPr>`, [{ text }], { ...reading, direction }, bold);
}

function paragraph(opening: string, text: Paragraph, reading: ReadingDocument, bold = ''): string {
  const turned =
    reading.direction === 'rtl'
      ? opening.replace(/<w:spacing|<w:jc|<\/w:pPr>/, '<w:bidi/>$&') // the first of them: the schema's order
      : opening;
  const runs = text
    .flatMap((run) => stretches(run, reading))
    .map((stretch) => {
      const marks = `${bold}${stretch.rightToLeft ? '<w:rtl/>' : ''}${stretch.russian ? '<w:lang w:val="ru-RU"/>' : ''}`;
      return `<w:r>${marks && `<w:rPr>${marks}</w:rPr>`}<w:t xml:space="preserve">${printed({ text: stretch.text })}</w:t></w:r>`;
    });
  return `${turned}${runs.join('')}</w:p>`;
}

/** The letter's parts and one more, the head of the pages. */
function partsOf(reading: ReadingDocument): Record<string, string> {
  const mark = said(reading.labels.mark, underlined, reading, '<w:b/><w:bCs/>');
  const language = `<w:lang w:val="${tags[reading.language]}" w:bidi="ar-SA"/>`;
  return {
    ...Object.fromEntries(
      Object.entries(skeleton.parts).map(([name, xml]) => [
        name,
        xml
          .replace(/<w:lang [^>]*>/, language)
          .replaceAll('<w:jc w:val="both"/>', '') // even gaps are easier to read
          .replace(
            '</Types>',
            '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml" PartName="/word/header1.xml"/>$&',
          )
          .replace(
            /<\/Relationships>/,
            name.startsWith('word/')
              ? '<Relationship Id="mark" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>$&'
              : '$&',
          ),
      ]),
    ),
    'word/header1.xml': `<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${mark}</w:hdr>`,
  };
}
