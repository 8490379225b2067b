/** `/sw.js`: the script that keeps the program of `/<lng>/write` for a visit without a network, with the list of what it keeps. */
import type { Context, Handler } from 'hono';
import { type Language, languages } from '#domain/language.ts';
import { html } from '#html.ts';
import { setPolicy } from '../middleware/own-policy.ts';
import { languageOf } from '../negotiate.ts';
import { simplePage } from '../pages/simple.ts';
import type { Site } from '../site.ts';

/** It may ask this site, and nothing else. */
const policy =
  "default-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

type Ask = (path: string) => Response | Promise<Response>;

/** `ask` brings a page of this site; what it names is what is kept. */
export function workerScript(site: Site, ask: Ask): Handler {
  const scripts = new Map<Language, Promise<string>>();
  return async (c) => {
    const language = languageAsked(c);
    const script = scripts.get(language) ?? scriptFor(site, language, ask);
    scripts.set(language, script);
    script.catch(() => scripts.delete(language));
    setPolicy(c, policy);
    return c.body(await script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
  };
}

/** The language that the address names with `?lng=`, else the reader's. */
export function languageAsked(c: Context): Language {
  return languages.find((one) => one === c.req.query('lng')) ?? languageOf(c.req.raw.headers);
}

/** The store is named by the whole program in every language: another program makes another script. */
async function scriptFor(site: Site, language: Language, ask: Ask): Promise<string> {
  const named = await Promise.all(languages.map(async (one) => namedOn(await ask(pageOf(one)))));
  const known = [...new Set(named.flat())].sort();
  const addresses = known.filter((address) => isFor(language, address));
  const kept = {
    store: `program-${await digest(known.join('\n'))}`,
    addresses,
    known,
    page: pageOf(language),
    missing: Object.fromEntries(languages.map((one) => [one, missingPage(site, one)])),
  };
  return `self.kept = ${JSON.stringify(kept)};\n${workerCode(site)}`;
}

/** Words of a third language would cost the device more than the program: they are asked for where they are wanted. */
function isFor(language: Language, address: string): boolean {
  const held: readonly Language[] = ['ru', 'en', language];
  const [, of] = /\/([a-z]{2})\.js$|\?lng=([a-z]{2})$/.exec(address)?.filter(Boolean) ?? [];
  return of === undefined || held.some((one) => one === of);
}

const pageOf = (language: Language) => `/${language}/write`;

/** Addresses of everything that the page loads, now or later. */
async function namedOn(page: Response): Promise<string[]> {
  if (page.status !== 200) throw new Error('no program to keep');
  const text = await page.text();
  return text.match(/\/assets\/[0-9a-f]+\/[\w.-]+|\/manifest\.webmanifest\?lng=\w+/g) ?? [];
}

function workerCode({ assets }: Site): string {
  const file = assets.files.get(assets.href('worker.js').replace('/assets/', ''));
  if (!file) throw new Error('no worker');
  return new TextDecoder().decode(file.body);
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes, 0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is shown in place of a page that the device does not hold. */
function missingPage(site: Site, language: Language): string {
  const t = site.texts(language);
  const body = html`<p>${t('clear.offline.text')}</p>
<p><a href="${pageOf(language)}">${t('clear.offline.link')}</a></p>`;
  return String(
    simplePage(site, language, t('clear.offline.title'), body, undefined, t('clear.offline.tab')),
  );
}
