/** A page of headings and paragraphs: about, danger, what went wrong. */
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import { layout } from '../parts/layout.ts';
import type { Site } from '../site.ts';

/** `path` is the page's place after the language, undefined where it has none of its own; `tab` a more neutral title. */
export function simplePage(
  site: Site,
  language: Language,
  title: string,
  body: Html,
  path: string | undefined,
  tab = title,
): Html {
  const main = html`<h1>${title}</h1>
${body}`;
  return layout({ site, language, t: site.texts(language), title: tab, main, path });
}
