/** The frame of every page: neutral title, exit, danger, language, and the sentence that this is not the authority. */
import type { Language } from '#domain/language.ts';
import { type Html, html, nothing } from '#html.ts';
import type { Translate } from '#i18n.ts';
import type { Site } from '../site.ts';
import { deviceBar } from './place.ts';
import { qualityNote } from './quality.ts';

export type Page = {
  site: Site;
  language: Language;
  t: Translate;
  /** What the page is, in words that tell a bystander nothing. */
  title: string;
  main: Html;
  /** Path after the language; pages reached by a form have none and switch language by a button of that form. */
  path: string | undefined;
  /** Step of the walk whose form carries the answers to the other language. */
  step?: string;
  /** Path after the language that the form `step` posts to, where that is not a step of the walk. */
  formPath?: string;
  /** A script of its own beside that of all pages. */
  script?: string;
  wrong?: boolean;
  /** A stylesheet of its own beside that of all pages. */
  style?: string;
  /** More for the head: what a page of the device loads. */
  head?: Html;
  /** Between the top and the page: where else one can go. */
  bar?: Html;
  /** At the foot, in place of the sentence that this is not the authority and sends nothing. */
  notAuthority?: string;
};

/** An ordinary page that a bystander expects to see on a phone. */
const neutralPage = 'https://ya.ru/';

export function layout(page: Page): Html {
  const { site, t, language } = page;
  const title = [page.wrong && t('common.error.prefix'), page.title, t('common.site')]
    .filter(Boolean)
    .join(' — ');
  return html`<!doctype html>
<html lang="${language}" dir="${t('common.language.dir')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="${site.assets.href('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${site.assets.href('site.css')}">
${page.style && html`<link rel="stylesheet" href="${site.assets.href(page.style)}">`}
${alternates(page)}
<script src="${site.assets.href('site.js')}" defer></script>
${page.head}
${page.script && html`<script src="${site.assets.href(page.script)}" defer></script>`}
</head>
<body spellcheck="false">
<a class="skip" href="#main">${t('common.skip')}</a>
${page.step !== undefined ? html`<button class="first-submit" form="step" name="move" value="next" tabindex="-1" aria-hidden="true"></button>` : nothing}
<header class="top">
<div class="top-row">
<a class="brand" href="/${language}" lang="ru" dir="ltr">${brandMark} Проверка</a>
<a class="exit" href="${neutralPage}" rel="noreferrer noopener" data-exit>${t('common.exit')}</a>
</div>
</header>
<nav class="top-links" aria-label="${t('common.nav.label')}">
<a class="danger-link" href="/${language}/danger">${t('common.danger')}</a>
<a class="exit-hint" href="/${language}/clear#exit">${t('clear.exit.link')}</a>
<details class="languages"><summary><span class="unseen">${t('common.language.switch')}: </span>${t('common.language.name')}</summary>
<ul>${site.languages.map((one) => html`<li>${languageLink(page, one)}</li>`)}</ul></details>
</nav>
${page.bar ?? deviceBar(site, language, t)}
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="bottom">
<p>${page.notAuthority ?? t('common.notAuthority')}</p>
<p>${t('common.notAdvice')}</p>
${qualityNote(site, language)}
<ul>
<li><a href="/${language}/about">${t('common.nav.about')}</a></li>
<li><a href="/${language}/rules">${t('common.nav.rules')}</a></li>
<li><a href="/${language}/glossary">${t('glossary.link')}</a></li>
<li><a href="/${language}/clear">${t('clear.link')}</a></li>
<li><a href="/${language}/clear#exit">${t('clear.exit.link')}</a></li>
${site.place === 'server' && html`<li><a href="/api">API</a></li>`}
</ul>
</footer>
</body>
</html>`;
}

const brandMark = html`<span class="brand-mark" aria-hidden="true">№</span>`;

function languageLink({ site, path, step, formPath, language }: Page, one: Language): Html {
  const own = site.texts(one);
  const name = own('common.language.name');
  if (one === language)
    return html`<span class="language" lang="${one}" dir="${own('common.language.dir')}" aria-current="true">${name}</span>`;
  if (path === undefined && step === undefined)
    return html`<a class="language" lang="${one}" dir="${own('common.language.dir')}" href="/${one}">${name}</a>`;
  return path === undefined
    ? html`<button class="language" lang="${one}" dir="${own('common.language.dir')}" form="step" formaction="/${one}${formPath ?? `/online/${step}`}" formnovalidate name="move" value="stay">${name}</button>`
    : html`<a class="language" lang="${one}" dir="${own('common.language.dir')}" hreflang="${one}" href="/${one}${path}">${name}</a>`;
}

function alternates({ site, path }: Page): Html {
  if (path === undefined) return nothing;
  return html`${site.languages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${site.publicUrl ?? ''}/${one}${path}">`)}`;
}
