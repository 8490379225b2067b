/**
 * Bars as SVG, one group a line: outlined for what was filed, full for what was answered in time, hatched for what was late,
 * dotted for what is overdue, so that they can be told apart without colours. The table beside them says the same in numbers.
 */
import type { ToldRow } from '#domain/register/statistics.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { atLeastOf } from './told.ts';

export const drawn = ['filed', 'in-time', 'late', 'overdue'] as const;

export type Line = { label: string; counts: ToldRow['counts'] };

/** Pixels. The width follows the page: lengths are per cent, and words keep their size on a phone. */
const barHeight = 9;
const labelHeight = 22;
const gap = 14;
const lineHeight = labelHeight + drawn.length * (barHeight + 3) + gap;

/** Room to the right of the longest bar for its number. */
const longestPercent = 86;

/** `id` makes the names of its patterns one of a kind on the page. */
export function barChart(t: Translate, id: string, title: string, lines: readonly Line[]): Html {
  const most = Math.max(1, ...lines.flatMap(({ counts }) => drawn.map((one) => atLeastOf(counts[one]))));
  return html`<figure class="chart">
<svg width="100%" height="${lines.length * lineHeight}" role="img" aria-labelledby="${id}-title">
<title id="${id}-title">${title}</title>
<defs><pattern id="${id}-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="pattern" width="3" height="6"/></pattern>
<pattern id="${id}-overdue" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="pattern" cx="2" cy="2" r="1.5"/></pattern></defs>
${lines.map((line, index) => barsOf(id, line, index * lineHeight, most))}
</svg>
<figcaption><ul class="legend">${drawn.map((one) => html`<li><svg class="key" width="24" height="12" aria-hidden="true">${bar(id, one, '100%', 0, 12)}</svg> ${t(`desk.statistics.measures.${one}`)}</li>`)}</ul></figcaption>
</figure>`;
}

function barsOf(id: string, { label, counts }: Line, top: number, most: number): Html {
  return html`<text class="chart-label" x="0" y="${top + 15}">${label}</text>
${drawn.map((one, index) => {
  const count = atLeastOf(counts[one]);
  const y = top + labelHeight + index * (barHeight + 3);
  const width = `${Math.round((count / most) * longestPercent * 10) / 10}%`;
  return html`${count > 0 && bar(id, one, width, y, barHeight)}${numberAt(width, y, counts[one])}`;
})}`;
}

function bar(id: string, one: (typeof drawn)[number], width: string, y: number, height: number): Html {
  const fill = one === 'late' || one === 'overdue' ? html`fill="url(#${id}-${one})"` : html``;
  return html`<rect class="bar bar-${one}" x="0" y="${y}" width="${width}" height="${height}" ${fill}/>`;
}

/** A number stands a little behind the end of its bar; one that is not told has none. */
function numberAt(x: string, y: number, told: ToldRow['counts'][(typeof drawn)[number]]): Html | false {
  if (told === null || told === 0) return false;
  const text = typeof told === 'number' ? String(told) : `≥ ${told.atLeast}`;
  return html`<svg x="${x}" y="${y}" overflow="visible"><text class="chart-number" x="5" y="${barHeight}">${text}</text></svg>`;
}
