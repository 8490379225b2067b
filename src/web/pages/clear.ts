/** Clears what the browser holds of this site: what goes, what stays, and what the exit of every page does. */
import type { Context } from 'hono';
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import type { Site } from '../site.ts';
import { simplePage } from './simple.ts';

/** What the browser is told to erase (w3.org/TR/clear-site-data): it needs no script. */
const everything = '"cache", "cookies", "storage"';

const left = [
  'history',
  'downloads',
  'recent',
  'keyboard',
  'printer',
  'records',
  'sync',
  'recovery',
] as const;

export function clearPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const place = site.place === 'tab' ? 'device' : site.place;
  const body = html`<p class="lead">${t(`clear.lead.${place}`)}</p>
${place === 'server' && onServer(t, language)}
${place === 'device' && onDevice(t, language)}
${stays(t)}`;
  return simplePage(site, language, t('clear.title'), body, '/clear', t('clear.tab'));
}

/** The header does it; the script of all pages looks afterwards whether anything is left. */
export function cleared(c: Context, site: Site, language: Language): Response | Promise<Response> {
  const t = site.texts(language);
  const body = html`${report(t, t('clear.done.server'), false)}
${stays(t)}`;
  c.header('Clear-Site-Data', everything);
  return c.html(String(simplePage(site, language, t('clear.done.title'), body, undefined, t('clear.tab'))));
}

function onServer(t: Translate, language: Language): Html {
  return html`<h2>${t('clear.will.title')}</h2>
<ul>${(['program', 'storage', 'cache', 'cookies'] as const).map((one) => html`<li>${t(`clear.will.${one}`)}</li>`)}</ul>
<p>${t('clear.tabs')}</p>
<form method="post" action="/${language}/clear" autocomplete="off"><p><button>${t('clear.button')}</button></p></form>`;
}

/** No server hears of it: the script of all pages takes the press, and shows what is hidden here when it has erased. */
function onDevice(t: Translate, language: Language): Html {
  return html`<form method="post" action="/${language}/clear" autocomplete="off" data-clear><h2>${t('clear.will.title')}</h2>
<ul>${(['answers', 'program', 'storage'] as const).map((one) => html`<li>${t(`clear.will.${one}`)}</li>`)}</ul>
<p>${t('clear.tabs')}</p>
<p><button>${t('clear.button')}</button></p></form>
${report(t, t('clear.done.device'), true)}
<p class="hint">${t('clear.deviceCache')} <a href="../${language}/clear">${t('clear.deviceCacheLink')}</a>.</p>`;
}

function report(t: Translate, what: string, hidden: boolean): Html {
  return html`<div class="finding" role="status" data-cleared ${hidden && html`hidden`}>
<p>${what}</p>
<p data-cleared-well hidden>${t('clear.done.well')}</p>
<p data-cleared-badly hidden><strong>${t('clear.done.badly')}</strong></p>
<p>${t('clear.done.close')}</p></div>`;
}

function stays(t: Translate): Html {
  return html`<h2 id="cannot">${t('clear.cannot.title')}</h2>
<ul>${left.map((one) => html`<li>${t(`clear.cannot.${one}`)}</li>`)}</ul>
<h2 id="exit">${t('clear.exit.title')}</h2>
<ul>${(['leaves', 'wipes', 'stays', 'back', 'script'] as const).map((one) => html`<li>${t(`clear.exit.${one}`)}</li>`)}</ul>`;
}
