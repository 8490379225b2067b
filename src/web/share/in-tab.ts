/**
 * What the page of the code brings so that the case is opened in the tab: the program and its policy. Until the program is
 * there no press sends the code; where it does not come, a press of its own opens the case on the server, and says so.
 */
import { type Html, html } from '#html.ts';
import { hexOf } from '../sha256.ts';
import type { Program } from '../site.ts';
import type { ReturnView } from './view.ts';

/** As strict as the page that sends nothing, but for this site's own register and the form that works without the program. */
export const tabPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types proverka',
].join('; ');

export function tabHead({ site, language, following }: ReturnView, program: Program): Html {
  const scripts = program.returning(language);
  const own = scripts.at(-1);
  return html`${['case.css', 'filing.css'].map((style) => html`<link rel="stylesheet" href="${site.assets.href(style)}">`)}
<noscript><link rel="stylesheet" href="${site.assets.href('without-script.css')}"></noscript>
<script src="${site.assets.href('sealing.js')}" defer></script>
${scripts.slice(0, -1).map((address) => html`<script src="${address}" defer></script>`)}
<script src="${own}" defer data-salt="${hexOf(following.register.salt)}"></script>`;
}

/** Where the code goes: nowhere once the program is there; to the server without one. */
export function wayOfCode({ t }: ReturnView): Html {
  return html`<noscript><p class="caution"><strong>${t('share.open.travels')}</strong></p></noscript>
<p data-script data-tab-waiting role="status">${t('share.tab.waiting')}</p>
<p data-tab-ready hidden>${t('share.tab.stays')}</p>`;
}

export function opening({ t }: ReturnView): Html {
  const button = t('share.open.button');
  return html`<noscript><div class="buttons"><button name="move" value="next">${button}</button></div></noscript>
<div class="buttons"><button name="move" value="next" data-tab-open data-tab-ready hidden disabled>${button}</button></div>
<details data-script data-tab-waiting><summary>${t('share.there.summary')}</summary>
<p>${t('share.open.travels')}</p>
<p><button class="secondary" name="move" value="next">${t('share.tab.there')}</button></p></details>`;
}
