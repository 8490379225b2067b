/** The counts of a complaint as its text names them, each with what the limitation clock has to say about it. */
import { longRussianDate } from './dates.ts';
import type { Limitation } from './limitation.ts';

/** «п. «а» ч. 2, п. «а» ч. 3 ст. 126 УК РФ (похищение человека); …». Run-out counts are left out. */
export function countsText(limitations: readonly Limitation[]): string {
  const lines: { citations: string[]; article: string; name: string; remark: string }[] = [];
  for (const one of limitations.filter(({ state }) => state !== 'expired')) {
    const [, part = '', article = ''] = /^(.*?)\s*(ст\. \S+)$/u.exec(one.count.citation) ?? [];
    const line = { citations: [part], article, name: lowerFirst(one.count.name.ru), remark: remark(one) };
    const same = lines.find((each) => each.article === line.article && each.remark === line.remark);
    if (same) same.citations.push(part);
    else lines.push(line);
  }
  return lines
    .map(
      ({ citations, article, name, remark }) =>
        `${[joinParts(byPart(citations)), article].join(' ').trim()} УК РФ (${name})${remark}`,
    )
    .join('; ');
}

/** «ч. 2 ст. 105, ч. 2 и 3 ст. 126 УК РФ»: without points and remarks. */
export function countsBriefly(limitations: readonly Limitation[]): string {
  const parts = new Map<string, string[]>();
  for (const { count, state } of limitations) {
    const [, part, article] = /(?:ч\. ([\d.]+) )?(ст\. \S+)$/u.exec(count.citation) ?? [];
    if (state === 'expired' || !article) continue;
    parts.set(article, [...new Set([...(parts.get(article) ?? []), ...(part ? [part] : [])])]);
  }
  const articles = [...parts].map(([article, list]) =>
    list.length > 0 ? `ч. ${list.sort().join(', ')} ${article}` : article,
  );
  return articles.length === 0 ? '' : `${articles.join(', ')} УК РФ`;
}

function remark({ state, partOfActs, actsFrom, actsTo, count }: Limitation): string {
  if (state === 'court-decides') return ' — применение срока давности решает суд (ч. 4 ст. 78 УК РФ)';
  if (!partOfActs) return '';
  const [from, to] = [longRussianDate(actsFrom), longRussianDate(actsTo)];
  if (actsTo !== count.actsUntil) return ` — в части деяний, совершённых ${from} и позднее`;
  const startCut = state === 'partly' || actsFrom === count.actsFrom;
  return startCut
    ? ` — в части деяний, совершённых с ${from} по ${to}`
    : ` — в части деяний, совершённых не позднее ${to}`;
}

/** «ч. 2», «ч. 3» → «ч. 2, 3»; where points are named, each part keeps its own «ч.». */
function joinParts(citations: readonly string[]): string {
  const bare = citations.flatMap((citation) => /^ч\. ([\d.]+)$/u.exec(citation)?.[1] ?? []);
  return bare.length > 1 && bare.length === citations.length ? `ч. ${bare.join(', ')}` : citations.join(', ');
}

/** «ч. 2» before «ч. 3», whatever points stand before them. */
function byPart(citations: readonly string[]): string[] {
  const part = (citation: string) => Number(/ч\. ([\d.]+)/u.exec(citation)?.[1] ?? 0);
  return [...citations].sort((a, b) => part(a) - part(b));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
