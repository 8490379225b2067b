/** The page about the offline kit: what it is, its files with what tells a true one from a changed one, and how to check. */
import type { Language } from '#domain/language.ts';
import { lawDate } from '#domain/law-date.ts';
import { type Html, html } from '#html.ts';
import { longDate } from '../parts/provenance.ts';
import type { Kit, KitFile, Site } from '../site.ts';
import { simplePage } from './simple.ts';

export function kitPage(site: Site, language: Language, kit: Kit): Html {
  const t = site.texts(language);
  const files = [...kit.files].sort(
    ([one], [other]) => Number(other === language) - Number(one === language),
  );
  const name = `${language}.html`;
  const body = html`<p class="lead">${t('kit.page.blocked')}</p>
<p>${t('kit.page.lead')}</p>
<p class="caution">${t('kit.page.risk')}</p>
<h2>${t('kit.page.files')}</h2>
<p>${t('kit.page.both')} ${t('kit.page.date', { date: longDate(language, lawDate(site.library)) })}</p>
${files.map(([one, file]) => entry(site, language, one, file))}
<h2>${t('kit.page.how.title')}</h2>
<ol>${(['save', 'flight', 'out', 'iphone'] as const).map((one) => html`<li>${t(`kit.page.how.${one}`)}</li>`)}</ol>
<h2>${t('kit.page.check.title')}</h2>
<p>${t('kit.page.check.why')}</p>
<p>${t('kit.page.check.compare')}</p>
<p>${t('kit.page.check.windows')} <code>certutil -hashfile ${name} SHA256</code></p>
<p>${t('kit.page.check.mac')} <code>shasum -a 256 ${name}</code></p>
<p>${t('kit.page.check.phone')}</p>
<p>${t('kit.page.check.elsewhere')}</p>
${signed(site, language, kit, name)}`;
  return simplePage(site, language, t('kit.page.title'), body, '/kit', t('kit.page.tab'));
}

function entry(site: Site, language: Language, one: Language, file: KitFile): Html {
  const t = site.texts(language);
  const name = `${one}.html`;
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(file.body.length / 1e6);
  return html`<section class="keep"><h3 lang="${one}" dir="${site.texts(one)('common.language.dir')}">${site.texts(one)('common.language.name')}</h3>
<p><a class="button" href="/kit/${name}" download="${name}">${t('kit.page.save', { name })}</a></p>
<p>${t('kit.page.size', { size })}</p>
<p>${t('kit.page.hash')} <code>${file.sha256}</code></p>
${file.signature && html`<p>${t('kit.page.signature')} <a href="/kit/${name}.sig" download="${name}.sig">${name}.sig</a></p>`}
</section>`;
}

function signed(site: Site, language: Language, { publicKey }: Kit, name: string): Html {
  const t = site.texts(language);
  if (!publicKey) return html`<p>${t('kit.page.check.unsigned')}</p>`;
  return html`<p>${t('kit.page.check.signed')}</p>
<pre tabindex="0"><code>openssl pkeyutl -verify -rawin -pubin -inkey key.pub -sigfile ${name}.sig -in ${name}</code></pre>
<p>${t('kit.page.check.key')} <a href="/kit/key.pub" download="key.pub">key.pub</a></p>
<p>${t('kit.page.check.fingerprint')} <code>${publicKey.fingerprint}</code></p>
<p>${t('kit.page.check.keyElsewhere')}</p>`;
}
