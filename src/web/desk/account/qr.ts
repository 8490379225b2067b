/** The secret of the second factor as a phone scans it, and as a person types it. */
import { encode } from 'uqr';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { addressOf } from '../second-factor.ts';

/** A white frame of four modules is part of the code (ISO/IEC 18004). */
const border = 4;

export function secretToKeep(t: Translate, secret: string, login: string): Html {
  return html`<div class="second-factor">
${qr(addressOf(secret, login), t('desk.account.qr'))}
<div><p>${t('desk.account.scan')}</p>
<p>${t('desk.account.orType')}</p>
<p><code class="secret">${(secret.match(/.{4}/g) ?? []).join(' ')}</code></p></div>
</div>`;
}

function qr(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${dark.join('')}"/></svg>`;
}
