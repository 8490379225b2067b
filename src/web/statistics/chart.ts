/**
 * Bars as SVG below the name of each group: outlined for what was filed, full for what was answered in time, lined where only
 * an extension makes it so, hatched for what was late, dotted for what is overdue, so that they can be told apart without colours. The table beside them has the numbers.
 */
import type { ToldRow } from '#domain/register/statistics.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { atLeastOf, plainText } from './told.ts';

export const drawn = ['filed', 'in-time', 'if-extended', 'late', 'overdue'] as const;

export type Line = { label: string; counts: ToldRow['counts'] };

/** Pixels. The width follows the page: lengths are per cent, and numbers keep their size on a phone. */
const barHeight = 10;
const step = 14;

/** Room to the right of the longest bar for its number. */
const longestPercent = 86;

/** `id` makes the names of its patterns one of a kind on the page. */
export function barChart(t: Translate, id: string, lines: readonly Line[]): Html {
  const most = Math.max(1, ...lines.flatMap(({ counts }) => drawn.map((one) => atLeastOf(counts[one]))));
  return html`<figure class="chart">
${patterns(id)}
${lines.map(
  (line) => html`<p class="chart-label">${line.label}</p>
<svg width="100%" height="${barsIn(line).length * step}" role="img" aria-label="${inWords(t, line)}">${barsOf(id, line, most)}</svg>
${barsIn(line).length === 0 && html`<p class="hint" aria-hidden="true">${t('desk.statistics.untold')}</p>`}`,
)}
<figcaption><ul class="legend">${drawn.map((one) => html`<li><svg width="24" height="12" aria-hidden="true">${bar(id, one, '24', 0, 12)}</svg> ${t(`desk.statistics.measures.${one}`)}</li>`)}</ul></figcaption>
</figure>`;
}

function patterns(id: string): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
<pattern id="${id}-if-extended" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="pattern" width="1.5" height="4"/></pattern>
<pattern id="${id}-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="pattern" width="3" height="6"/></pattern>
<pattern id="${id}-overdue" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="pattern" cx="2" cy="2" r="1.5"/></pattern>
</defs></svg>`;
}

function inWords(t: Translate, { label, counts }: Line): string {
  const told = drawn.map(
    (one) =>
      `${t(`desk.statistics.measures.${one}`)}: ${plainText(counts[one]) ?? t('desk.statistics.untold')}`,
  );
  return `${label}. ${told.join('; ')}`.replaceAll('\u00ad', ''); // read out, not broken
}

/** What is none has no bar, and leaves no gap. */
function barsIn({ counts }: Line): (typeof drawn)[number][] {
  return drawn.filter((one) => atLeastOf(counts[one]) > 0);
}

function barsOf(id: string, line: Line, most: number): Html {
  const { counts } = line;
  return html`${barsIn(line).map((one, index) => {
    const width = `${Math.round((atLeastOf(counts[one]) / most) * longestPercent * 10) / 10}%`;
    return html`${bar(id, one, width, index * step + 1, barHeight)}${numberAt(width, index * step, plainText(counts[one]))}`;
  })}`;
}

function bar(id: string, one: (typeof drawn)[number], width: string, y: number, height: number): Html {
  const isPlain = one === 'filed' || one === 'in-time';
  const fill = !isPlain ? html`fill="url(#${id}-${one})"` : html``;
  return html`<rect class="bar bar-${one}" x="0" y="${y}" width="${width}" height="${height}" ${fill}/>`;
}

/** A number stands a little behind the end of its bar; one that is not told has none. */
function numberAt(x: string, y: number, text: string | undefined): Html | false {
  if (text === undefined) return false;
  return html`<svg x="${x}" y="${y}" overflow="visible"><text class="chart-number" x="5" y="${barHeight}">${text}</text></svg>`;
}
