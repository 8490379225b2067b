/** A provision of law that a document cites. */
import { z } from 'zod';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';

export const norm = z.strictObject({
  id: z.string(),
  /** The act, abbreviated as documents cite it: «УПК РФ». */
  act: z.string().min(1),
  /** The provision within the act, in a form that does not decline: «ч. 1 ст. 144». */
  provision: z.string().min(1),
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
  return provisions.reduce((cited, provision) => {
    const article = /^ст\. (\S+)$/u.exec(provision);
    if (article && /(?:^|, )ст\. [\d., ]+$/u.test(cited)) return `${cited}, ${article[1]}`;
    const part = /^ч\. (\S+) (ст\. \S+)$/u.exec(provision);
    const before = /(^|.*, )ч\. (\S+) (ст\. \S+)$/u.exec(cited);
    if (part && before && part[2] === before[3]) return `${before[1]}ч. ${before[2]} и ${part[1]} ${part[2]}`;
    return cited ? `${cited}, ${provision}` : provision;
  }, '');
}
