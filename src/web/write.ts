/** `/<lng>/write`: the first page of the walk with the program that goes on from there, on the person's own device. */
import type { Context } from 'hono';
import type { Language } from '#domain/language.ts';
import { html } from '#html.ts';
import { setPolicy } from './middleware/own-policy.ts';
import { stepPage } from './online/step-page.ts';
import { steps } from './online/steps/list.ts';
import { viewOf } from './online/walk.ts';
import type { Site } from './site.ts';

/** Nothing may be sent, by script or by form; text becomes a page in one place of the program only. */
export const writePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types proverka',
].join('; ');

export async function writePage(c: Context, site: Site, language: Language): Promise<Response> {
  const program = await site.program?.();
  if (!program) throw new Error('no program for devices');
  const t = site.texts(language);
  const scripts = program.scripts(language);
  const onServer = html`<a href="/${language}/online">${t('device.onlineLink')}</a>. <a href="/${language}/case">${t('device.caseLink')}</a>.`;
  const [first] = steps;
  const page = stepPage(viewOf({ ...site, place: 'device' }, language, new Map()), first, {
    path: '/write',
    head: html`${['filing.css', 'case.css'].map((style) => html`<link rel="stylesheet" href="${site.assets.href(style)}">`)}
<script src="${site.assets.href('waiting.js')}" defer></script>
<link rel="manifest" href="/manifest.webmanifest?lng=${language}">
${scripts.map((address, place) =>
  place === scripts.length - 1
    ? html`<script src="${address}" defer data-later="${program.later(language).join(' ')}" data-worker="/sw.js?lng=${language}"></script>`
    : html`<script src="${address}" defer></script>`,
)}`,
    above: html`<noscript><p class="caution">${t('device.withoutScript')} ${onServer}</p></noscript>
<p class="hint" data-waiting role="status">${t('device.waiting')} ${t('device.online')} ${onServer}</p>
<p class="hint">${t('kit.page.blocked')} <a href="/${language}/kit">${t('kit.page.link')}</a></p>`,
  });
  setPolicy(c, writePolicy);
  return c.html(String(page));
}
