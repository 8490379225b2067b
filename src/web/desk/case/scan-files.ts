/** Scans as files: how large, how they end, and how they are listed. */
import type { Scan, SealedFacts } from '#domain/register/sealed-facts.ts';
import { type Html, html } from '#html.ts';
import { type DeskView, deskHref } from '../view.ts';
import type { OpenedCase } from './opening.ts';

/** In bytes; it travels in a form, so it stays below the largest request. */
export const largestScan = 1_000_000;

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
  const shown = [...new Set([...facts.scans, ...record.scans].map(({ id }) => id))];
  if (shown.length === 0) return html`<p>${t('desk.case.scan.none')}</p>`;
  return html`<ul class="scans">${shown.map((id) => {
    const name = scanName(view, facts, id);
    const type = facts.scans.find((one) => one.id === id)?.type;
    const href = deskHref(view, `/case/${record.id}/scans/${id}`);
    return html`<li><a href="${href}"><bdi>${name}</bdi></a> ${type && html`<span class="hint">${endingOf(type).toUpperCase()}</span> `}<a href="${href}/delete">${t('desk.case.scan.delete.link')}<span class="unseen">: ${name}</span></a></li>`;
  })}</ul>`;
}

/** One that came without the facts that name it, because somebody stopped half-way, is called so. */
export function scanName({ t }: DeskView, { scans }: SealedFacts, id: string): string {
  return scans.find((one) => one.id === id)?.name ?? t('desk.case.scan.nameless');
}
