/** What a page says of the way that answers take: to this server, or no way at all. */
import type { Language } from '#domain/language.ts';
import { ageOf, lawDate } from '#domain/law-date.ts';
import { type Html, html } from '#html.ts';
import type { Key, Translate } from '#i18n.ts';
import type { Site } from '../site.ts';
import { longDate } from './provenance.ts';

/** The same sentence for where the page is made. */
export function placed({ place }: Pick<Site, 'place'>, t: Translate, onServer: Key, onDevice: Key): string {
  return t(place === 'server' ? onServer : onDevice);
}

/** Above every page on the device: what the person is promised, how to check it, and the box that keeps answers for the tab. */
export function deviceBar(site: Site, language: Language, t: Translate): Html | false {
  const { place } = site;
  if (place === 'server') return false;
  if (place === 'tab') return tabBar(t);
  const promises =
    place === 'kit'
      ? (['checkKit.forbidden', 'checkKit.flight', 'checkKit.link'] as const)
      : (['check.forbidden', 'check.flight', 'check.link', 'check.seen'] as const);
  return html`<details class="device-bar"><summary>${t('device.stays')} <span class="device-check">${t('device.check.summary')}</span></summary>
<ul>${promises.map((one) => html`<li>${t(`device.${one}`)}</li>`)}</ul>
<div class="choice" data-keep-offer hidden><input type="checkbox" id="keep-in-tab" data-keep autocomplete="off" aria-describedby="keep-in-tab-hint">
<label for="keep-in-tab">${t('device.keep.label')}</label></div>
<p class="hint" id="keep-in-tab-hint" data-keep-offer hidden>${t('device.keep.hint')}</p>
</details>
${place === 'kit' && kitDate(site, language, t)}`;
}

/** Of a tab that asks a server for what lies sealed: what it may send, and to whom. */
function tabBar(t: Translate): Html {
  return html`<details class="device-bar"><summary>${t('share.tab.bar')} <span class="device-check">${t('device.check.summary')}</span></summary>
<ul>${(['forbidden', 'sends', 'link'] as const).map((one) => html`<li>${t(`share.tab.${one}`)}</li>`)}</ul>
</details>`;
}

/** A kit comes from hand to hand, and nobody mends it: every page says to which day its law was checked. */
function kitDate(site: Site, language: Language, t: Translate): Html {
  const checked = lawDate(site.library);
  const today = site.today();
  const age = ageOf(checked, today);
  return html`<aside class="kit-date"><p class="hint">${t('kit.bar.checked', { date: longDate(language, checked) })}</p>
${
  age === 'old' &&
  html`<div class="caution"><p><strong>${t('kit.bar.old')}</strong></p>
<p>${t('kit.bar.oldDo')}${site.publicUrl && html` ${t('kit.bar.newer')} <a href="${site.publicUrl}/kit/">${site.publicUrl}/kit/</a>`}</p></div>`
}
${
  age === 'early' &&
  html`<div class="caution"><p><strong>${t('kit.bar.early', { today: longDate(language, today) })}</strong></p>
<p>${t('kit.bar.earlyDo')}</p></div>`
}</aside>`;
}
