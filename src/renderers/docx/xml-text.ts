/** Words of a document as its XML (XML 1.0) holds them. */
import type { Run } from '#domain/document.ts';
import { skeleton } from './skeleton.ts';

/** What XML forbids even as an entity (2.2 Characters): controls, half surrogate pairs, noncharacters. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const special = /[&<>\t]|(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Escapes markup; a tab becomes Word's; a character that XML forbids is shown as U+FFFD. */
export function printed({ text }: Run): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(forbidden, '\ufffd')
    .replaceAll('\t', skeleton.document.tab);
}
