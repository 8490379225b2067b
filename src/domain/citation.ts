/** How a document cites a publication: «title» — outlet, issue, date, address. */
import type { OwnSource } from './answers.ts';
import { longRussianDate } from './dates.ts';
import type { Paragraph, Run } from './document.ts';
import type { Publication } from './episode.ts';
import { quoted, typeset } from './typography.ts';

const dash = typeset(' — ');

/** A publication of an episode. The address is left out where the publisher is "undesirable" (law: КоАП 20.33). */
export function citePublication(source: Publication, withAddress: boolean): Paragraph {
  const outlet = source.outletQuoted ? quoted(source.outlet) : source.outlet;
  const address = withAddress ? source.url : null;
  return [{ text: typeset(citation(source.title, outlet, source, source.detail)) }, ...addressRun(address)];
}

/** A publication that the person named: their words in the same order, ours between them. */
export function citeOwnSource({ title, outlet, issue, date, url }: OwnSource): Paragraph {
  const comma: Run = { text: ', ' };
  const issued: Run[] = issue ? [comma, { text: issue, own: true }] : [];
  return [
    { text: quoted(title), own: true },
    { text: dash },
    { text: quoted(outlet), own: true },
    ...issued,
    comma,
    { text: longRussianDate(date), own: true },
    ...addressRun(url),
  ];
}

/** The same in a few words, for a text with a limit; long titles are cut. */
export function citeBriefly(
  source: Pick<OwnSource, 'outlet' | 'date'> & { title: string | null; outletQuoted?: boolean },
): string {
  const outlet = source.outletQuoted === false ? source.outlet : quoted(cut(source.outlet, 60));
  const [year, month, day] = source.date.split('-');
  return [source.title && quoted(cut(source.title, 90)), `${outlet}, ${day}.${month}.${year}`]
    .filter(Boolean)
    .join(dash);
}

/** Cuts at a word and marks the cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text
    .slice(0, max - 1)
    .toWellFormed()
    .replace('\ufffd', '');
  return `${head.replace(/\s+\S*$/u, '') || head}…`;
}

function citation(
  title: string | null,
  outlet: string,
  source: { issue?: string | null | undefined; date: string },
  detail: string | undefined,
): string {
  const where = [outlet, source.issue, longRussianDate(source.date), detail].filter(Boolean).join(', ');
  return title === null ? where : quoted(title) + dash + where;
}

function addressRun(url: string | null | undefined): Paragraph {
  return url ? [{ text: ', ' }, { text: url }] : [];
}
