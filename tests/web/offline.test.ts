/** What a device is given to keep for a visit without a network: the program, under a name and an icon that tell nothing. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import type { Program } from '#web/site.ts';
import { openService } from '../support/site.ts';

const { app, site } = openService();
const ask = async (path: string, from = app) => (await from.request(path)).text();

/** What the server wrote in front of the worker. */
async function keptBy(path: string, from = app) {
  const [, json = ''] = /^self\.kept = (.*);\n/.exec(await ask(path, from)) ?? [];
  const kept: { store: string; addresses: string[]; page: string; missing: Record<string, string> } =
    JSON.parse(json);
  return kept;
}

describe.each(languages)('somebody whose device keeps the program in %s', (language) => {
  it('keeps everything that the page of the program names, and each of it is there', async () => {
    const { addresses, page } = await keptBy(`/sw.js?lng=${language}`);
    expect(page).toBe(`/${language}/write`);
    const html = await ask(page);
    const program = await site.program?.();
    const later = (program?.later(language) ?? []).filter(
      (one) => !/\/[a-z]{2}\.js$/.test(one) || one.endsWith('/en.js'),
    );
    for (const address of [...(program?.scripts(language) ?? []), ...later])
      expect(addresses).toContain(address);
    const words = addresses.flatMap((one) => /\/([a-z]{2})\.js$/.exec(one)?.[1] ?? []);
    expect(words.sort()).toEqual([...new Set(['ru', 'en', language])].sort());
    for (const [, address] of html.matchAll(/(?:src|<link[^>]* href)="(\/[^"]*)"/g))
      if (!/^\/(?:ru|en|de|fr|es|uk|tr|ar)\b/.test(address ?? '')) expect(addresses).toContain(address);
    for (const address of addresses) expect((await app.request(address)).status, address).toBe(200);
    expect(
      addresses.filter((one) => !/^\/(?:assets\/|manifest\.webmanifest\?lng=[a-z]{2}$)/.test(one)),
    ).toEqual([]);
  });

  it('finds the program on the phone under a name, an icon and an address that tell a bystander nothing', async () => {
    const response = await app.request(`/manifest.webmanifest?lng=${language}`);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/manifest\+json/);
    const manifest = await response.json();
    const name = site.texts(language)('clear.app');
    expect(name).toMatch(/^[\p{L}]{5,12}$/u);
    expect(manifest).toMatchObject({
      name,
      short_name: name,
      lang: language,
      display: 'standalone',
      scope: '/',
    });
    expect(manifest).toMatchObject({ id: '/', start_url: `/${language}/write` });
    expect(Object.keys(manifest)).not.toContain('description');
    for (const { src, sizes } of manifest.icons) {
      const icon = await app.request(src);
      const bytes = Buffer.from(await icon.arrayBuffer());
      expect(icon.headers.get('Content-Type')).toBe('image/png');
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
      expect(bytes.toString('latin1')).not.toMatch(/tEXt|iTXt|tIME|eXIf/);
    }
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
  });

  it('reads in that language that another page is not on the device', async () => {
    const { missing } = await keptBy('/sw.js');
    expect(missing[language]).toContain(`<html lang="${language}"`);
    expect(missing[language]).toContain(`href="/${language}/write"`);
    expect(missing[language]).toContain('data-exit');
  });
});

it('the browser asks for the worker anew, and the worker may ask this site only', async () => {
  const { headers } = await app.request('/sw.js?lng=ru');
  expect(headers.get('Content-Type')).toMatch(/^text\/javascript/);
  expect(headers.get('Cache-Control')).toBe('no-cache');
  expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; connect-src 'self'; /);
});

it('somebody who names no language gets that of the browser', async () => {
  const headers = { 'Accept-Language': 'en-GB' };
  expect(await (await app.request('/manifest.webmanifest', { headers })).json()).toMatchObject({
    lang: 'en',
  });
  expect(await (await app.request('/sw.js?lng=xx', { headers })).text()).toContain('"page":"/en/write"');
});

it('a newer program makes a newer worker with a store of its own; another language or another day does not', async () => {
  const other: Program = {
    files: new Map(),
    scripts: () => ['/assets/0123456789ab/program.js'],
    later: () => [],
    returning: () => [],
  };
  const newer = openService({ program: async () => other });
  const before = await keptBy('/sw.js?lng=ru');
  expect((await keptBy('/sw.js?lng=ru', newer.app)).store).not.toBe(before.store);
  expect((await keptBy('/sw.js?lng=en')).store).toBe(before.store);
  const later = openService({ today: () => '2027-02-03' });
  expect(await ask('/sw.js?lng=ru', later.app)).toBe(await ask('/sw.js?lng=ru'));
});

it('the worker takes no orders, keeps no answer, and writes only what it was told to keep', async () => {
  const code = (await ask('/sw.js')).replace(/^self\.kept.*\n/, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  expect(code.match(/addEventListener\('(\w+)'/g)).toEqual(
    ['install', 'activate', 'fetch'].map((name) => `addEventListener('${name}'`),
  );
  expect(code).not.toMatch(/message|importScripts|indexedDB|Broadcast|\bsync\b|push|clients/i);
  expect(code.match(/\.(?:put|add|addAll)\(/g)).toEqual(['.put(', '.put(']);
});
