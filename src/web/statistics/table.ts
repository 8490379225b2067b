/** Counts as a table: one group a line, one measure a column. On a narrow page it is moved sideways, by keys too. */
import { countedMeasures } from '#domain/register/statistics.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import type { Line } from './chart.ts';
import { toldText } from './told.ts';

export function countsTable(
  t: Translate,
  {
    id,
    caption,
    head,
    lines,
    total,
  }: { id: string; caption: string; head: string; lines: readonly Line[]; total?: Line | undefined },
): Html {
  const row = ({ label, counts }: Line, className = '') =>
    html`<tr ${className && html`class="${className}"`}><th scope="row">${label}</th>${countedMeasures.map((one) => html`<td>${toldText(t, counts[one])}</td>`)}</tr>`;
  return html`<div class="table counts" role="region" aria-labelledby="${id}-caption" tabindex="0"><table>
<caption class="unseen" id="${id}-caption">${caption}</caption>
<thead><tr><th scope="col">${head}</th>${countedMeasures.map((one) => html`<th scope="col">${t(`desk.statistics.measures.${one}`)}</th>`)}</tr></thead>
<tbody>${lines.map((line) => row(line))}${total && row(total, 'total')}</tbody>
</table></div>`;
}
