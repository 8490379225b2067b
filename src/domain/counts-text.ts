/** The counts of a complaint as its text names them, each with what the limitation clock has to say about it. */
import { longRussianDate } from './dates.ts';
import type { Limitation } from './limitation.ts';

type Line = { citations: string[]; article: string; name: string; remark: string };

/**
 * «ч. 2, 3 ст. 126 УК РФ (похищение человека); …; в части деяний, совершённых … и позднее, — также: ч. 3 ст. 286 УК РФ …».
 * Run-out counts are left out; what the clock has to say is said once for all counts that share it.
 */
export function countsText(limitations: readonly Limitation[]): string {
  const lines = limitations.filter(({ state }) => state !== 'expired').reduce(addLine, []);
  const remarks = [...new Set(lines.map(({ remark }) => remark))].sort((a, b) => a.length - b.length);
  return remarks
    .map((remark, index) => {
      const listed = lines
        .filter((line) => line.remark === remark)
        .map(printLine)
        .join('; ');
      if (remark === '') return listed;
      return index === 0 ? `${remark}: ${listed}` : `${remark}, — также: ${listed}`;
    })
    .join('; ');
}

function addLine(lines: Line[], one: Limitation): Line[] {
  const [, part = '', article = ''] = /^(.*?)\s*(ст\. \S+)$/u.exec(one.count.citation) ?? [];
  const line = { citations: [part], article, name: nameOf(one), remark: remark(one) };
  const same = lines.find((each) => each.article === line.article && each.remark === line.remark);
  if (!same) return [...lines, line];
  same.citations.push(part);
  return lines;
}

function printLine({ citations, article, name }: Line): string {
  return `${[joinParts(byPart(citations)), article].join(' ').trim()} УК РФ (${name})`;
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

function nameOf({ count, state }: Limitation): string {
  const name = lowerFirst(count.name.ru);
  return state === 'court-decides' ? `${name}; вопрос о сроке давности решает суд, ч. 4 ст. 78 УК РФ` : name;
}

function remark({ state, partOfActs, actsFrom, actsTo, count }: Limitation): string {
  if (!partOfActs || state === 'court-decides') return '';
  const [from, to] = [longRussianDate(actsFrom), longRussianDate(actsTo)];
  if (actsTo !== count.actsUntil) return `в части деяний, совершённых ${from} и позднее`;
  const startCut = state === 'partly' || actsFrom === count.actsFrom;
  return `в части деяний, совершённых ${startCut ? `с ${from} по ${to}` : `не позднее ${to}`}`;
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
