/** Scans as files: how large, how they end, and how they are listed. */
import type { Scan } from '#domain/register/sealed-facts.ts';
import { type Html, html } from '#html.ts';
import { type DeskView, deskHref } from '../view.ts';
import type { OpenedCase } from './opening.ts';

/** In bytes; it travels in a form, so it stays below the largest request. */
export const largestScan = 1_000_000;
export const mostScans = 100;

const endings: Readonly<Record<Scan['type'], string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

export function endingOf(type: Scan['type']): string {
  return endings[type];
}

export function scanLines(view: DeskView, { facts, record }: OpenedCase): Html {
  const { t } = view;
  const there = new Set(record.scans.map(({ id }) => id));
  const shown = facts.scans.filter(({ id }) => there.has(id));
  if (shown.length === 0) return html`<p>${t('desk.case.scan.none')}</p>`;
  return html`<ul class="scans">${shown.map(
    (one) =>
      html`<li><a href="${deskHref(view, `/case/${record.id}/scans/${one.id}`)}"><bdi>${one.name}</bdi></a> <span class="hint">${endingOf(one.type).toUpperCase()}</span></li>`,
  )}</ul>`;
}
