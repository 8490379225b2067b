/** A provision of law that a document cites. */
import * as z from 'zod/mini';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { filled } from './schema-parts.ts';

export const norm = z.strictObject({
  id: z.string(),
  /** The act, abbreviated as documents cite it: «УПК РФ». */
  act: filled,
  /** The provision within the act, in a form that does not decline: «ч. 1 ст. 144». */
  provision: filled,
  /** What it says, in one plain sentence. */
  gist: localized,
  ...provenance,
});
export type Norm = z.infer<typeof norm>;

/** Cites norms in the order given, naming each act and article once: «ст. 140, 141, ч. 4 и 6 ст. 152 УПК РФ». */
export function citeNorms(norms: readonly Norm[]): string {
  const groups: { act: string; provisions: string[] }[] = [];
  for (const { act, provision } of norms) {
    const last = groups.at(-1);
    if (last?.act === act) last.provisions.push(provision);
    else groups.push({ act, provisions: [provision] });
  }
  return groups.map(({ act, provisions }) => `${joinProvisions(provisions)} ${act}`).join(', ');
}

/** «ст. 140» and «ст. 141» become «ст. 140, 141»; «ч. 4 ст. 152» and «ч. 6 ст. 152», «ч. 4 и 6 ст. 152». */
function joinProvisions(provisions: readonly string[]): string {
  const cited: { parts: string[]; articles: string[] }[] = [];
  for (const provision of provisions) {
    const [, part, article] = /^(?:ч\. (\S+) )?ст\. (\S+)$/u.exec(provision) ?? [];
    const last = cited.at(-1);
    if (!article) cited.push({ parts: [], articles: [provision] });
    else if (part && last?.parts.length && last.articles[0] === article) last.parts.push(part);
    else if (!part && last?.parts.length === 0 && isArticle(last.articles[0])) last.articles.push(article);
    else cited.push({ parts: part ? [part] : [], articles: [article] });
  }
  return cited
    .map(({ parts, articles }) => {
      if (!isArticle(articles[0])) return articles[0];
      const article = `ст. ${articles.join(', ')}`;
      return parts.length > 0 ? `ч. ${enumerate(parts)} ${article}` : article;
    })
    .join(', ');
}

function isArticle(provision: string | undefined): boolean {
  return /^\d[\d.]*$/.test(provision ?? '');
}

function enumerate(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} и ${parts.at(-1)}` : parts.join('');
}
