/** Scans as files: of which type they are, by what they begin with, and how they are listed. */
import type { Scan } from '#domain/register/sealed-facts.ts';
import { type Html, html } from '#html.ts';
import { type DeskView, deskHref } from '../view.ts';
import type { OpenedCase } from './opening.ts';

/** In bytes; it travels in a form, so it stays below the largest request. */
export const largestScan = 1_000_000;
export const mostScans = 100;

/** What a file of each type begins with: a name may lie. */
const beginnings: readonly (readonly [Scan['type'], readonly number[], string])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  ['image/jpeg', [0xff, 0xd8, 0xff], 'jpg'],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'png'],
];

export function typeOf(bytes: Uint8Array): Scan['type'] | undefined {
  return beginnings.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
}

export function endingOf(type: Scan['type']): string {
  return beginnings.find(([one]) => one === type)?.[2] ?? 'bin';
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

/** SHA-256 in hex. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
