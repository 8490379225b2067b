/** What of a page somebody sees or hears: its words and the labels in its attributes, each with the language it is marked with. */
import { textOf } from './page.ts';

export type Words = { text: string; language: string; direction: string; where: string };

const empty = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/;
const unread = /^(?:script|style|textarea)$/;
const labels = /\s(aria-label|title|placeholder|alt)="([^"]*)"/g;
const token = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|[^<]+/gi;

/** In the order of the page; knows our HTML only, where every element that is opened is closed. */
export function visibleWords(html: string): Words[] {
  const found: Words[] = [];
  const open = [{ name: '', language: '', direction: '' }];
  for (const [whole, slash, name = '', attributes = ''] of html.matchAll(token)) {
    const here = open.at(-1) ?? { name: '', language: '', direction: '' };
    if (slash === '/') open.splice(open.findLastIndex((one) => one.name === name.toLowerCase()));
    else if (name) {
      const language = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? here.language;
      const direction = /\sdir="([^"]*)"/.exec(attributes)?.[1] ?? here.direction;
      for (const [, label = '', text = ''] of attributes.matchAll(labels))
        found.push({ text: textOf(text), language, direction, where: `${name} ${label}` });
      if (!empty.test(name)) open.push({ name, language, direction });
    } else if (!whole.startsWith('<!') && !unread.test(here.name) && textOf(whole) !== '')
      found.push({ ...here, text: textOf(whole), where: here.name });
  }
  return found;
}
