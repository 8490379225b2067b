/** A count as a page writes it: told, told in part, or not told. */
import type { Told } from '#domain/register/statistics.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';

/** As far as it is told: bars are drawn that long. */
export function atLeastOf(told: Told): number {
  return typeof told === 'number' ? told : (told?.atLeast ?? 0);
}

/** Undefined where it is not told. */
export function plainText(told: Told): string | undefined {
  if (told === null) return undefined;
  return typeof told === 'number' ? String(told) : `≥ ${told.atLeast}`;
}

export function toldText(t: Translate, told: Told): Html {
  if (typeof told === 'number') return html`${told}`;
  if (told === null)
    return html`<span aria-hidden="true">·</span><span class="unseen">${t('desk.statistics.untold')}</span>`;
  return html`<span aria-hidden="true">≥ </span><span class="unseen">${t('desk.statistics.atLeast')} </span>${told.atLeast}`;
}
