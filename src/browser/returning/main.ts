/**
 * The program of `/<lng>/share/open`: takes the page over, so that the code is stretched, the case opened and what is
 * changed sealed in this tab. Where it cannot run, the page stays as it is and says that the code would travel.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import { config } from 'zod/mini';
import { deviceSite } from '../device-site.ts';
import { stepForm } from '../in-sight.ts';
import { forgetOnExit, takeBack } from '../leaving.ts';
import type { ContentPart, LanguagePart, WordsPart } from '../parts.ts';
import { takePresses } from '../presses.ts';
import type { Ways } from '../ways.ts';
import { askedRegister } from './asked-register.ts';
import { Returner } from './returner.ts';
import { tabApp } from './tab-app.ts';
import { NoAnswer, registerPlace } from './tell.ts';

config({ jitless: true }); // a page with this policy makes no code from text
const salt = document.currentScript?.dataset.salt ?? '';
const given = globalThis.parts ?? [];
const content = given.find((part): part is ContentPart => part.kind === 'content');
const words = given.filter((part): part is WordsPart => part.kind === 'words');
const spoken = given
  .filter((part): part is LanguagePart => part.kind === 'language')
  .map((part) => ({
    ...part,
    locale: { ...part.locale, ...words.find(({ language }) => language === part.language)?.locale },
  }));
const canHash = globalThis.crypto?.subtle !== undefined; // browsers give it to pages that nobody changed on the way
if (content && spoken.length > 0 && words.length > 0 && salt !== '' && canHash) start(content, spoken);
else leadToServer();

function start(content: ContentPart, spoken: LanguagePart[]): void {
  const register = askedRegister(hexToBytes(salt));
  const ways: Ways = {
    app: tabApp(register),
    close: () => {},
    failed: (error, t) =>
      t(error instanceof NoAnswer ? (`share.tab.${error.reason}` as const) : 'device.failed'),
    styles: ['share.css'],
  };
  speakToRegisterOnly();
  const site = { ...deviceSite(content, spoken, () => new Date()), place: 'tab' as const };
  const device = new Returner(site, ways);
  takePresses(device);
  takeBack(device);
  forgetOnExit(device, { stop: register.forget });
  warnBeforeLosing(device);
  for (const note of document.querySelectorAll('[data-tab-waiting]')) note.remove();
  for (const part of document.querySelectorAll<HTMLElement>('[data-tab-ready]')) part.hidden = false;
  for (const button of document.querySelectorAll('button[data-tab-open]')) button.removeAttribute('disabled');
}

/** What this browser cannot do the server can: the way there, with what it means, lies open. */
function leadToServer(): void {
  document.querySelector('p[data-tab-waiting]')?.remove();
  for (const way of document.querySelectorAll('details[data-tab-waiting]')) way.setAttribute('open', '');
}

/** A second policy beside that of the page, and both hold (CSP 3, section 3.3): no form, and no address but the register's. */
function speakToRegisterOnly(): void {
  const place = location.origin + registerPlace;
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `default-src 'none'; connect-src ${place} ${place}/; base-uri 'none'; form-action 'none'`;
  document.head.append(meta);
}

/** What was changed and not sent lies on this page only. */
function warnBeforeLosing(device: Returner): void {
  const isRead = () => /^\/share\/(?:open|case)$/.test(device.address);
  addEventListener('beforeunload', (event) => {
    const unsent = document.querySelector('main input[name=unsaved][value=yes]');
    if (!unsent && (isRead() || !stepForm())) return;
    event.preventDefault();
    event.returnValue = true; // what browsers before 2023 look at
  });
}
