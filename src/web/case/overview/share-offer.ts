/** After a document was filed: the case stays with the person, or they share it with an organisation that follows it. */
import { publicFactsOf } from '#domain/register/public-facts.ts';
import { type Html, html } from '#html.ts';
import { placed } from '../../parts/place.ts';
import type { CaseView } from '../view.ts';

export function shareOffer(view: CaseView): Html | false {
  const { t, site, kept } = view;
  const way = kept.filings.some((one) => publicFactsOf(site.library, one)) && wayToShare(view);
  return (
    way &&
    html`<section class="keep"><h2>${t('case.share.title')}</h2>
<p>${t('case.share.text')}</p>
${way}</section>`
  );
}

/** From the device and from the kit the case does not travel: the page of the site opens its file. */
function wayToShare({ t, site, language }: CaseView): Html | false {
  if (site.place === 'server')
    return (
      site.following !== undefined &&
      html`<p><button class="secondary" name="move" value="share" formaction="/${language}/share" formnovalidate>${t('case.share.button')}</button></p>
<p class="hint">${placed(site, t, 'case.share.first', 'device.share')}</p>`
    );
  const origin = site.place === 'kit' ? site.publicUrl : '';
  return (
    origin !== undefined &&
    html`<p class="hint">${placed(site, t, 'case.share.first', 'device.share')}</p>
<p><a href="${origin}/${language}/share" target="_blank" rel="noopener">${t('case.share.button')}</a></p>`
  );
}
