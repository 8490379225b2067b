/** What every answer tells the browser: load nothing from elsewhere, run nothing foreign, keep nothing, tell nobody. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openService } from '../support/site.ts';
import { everyAnswer } from './every-answer.ts';
import { tagsOf } from './page.ts';
import { standingOn } from './walker.ts';

const answers = await everyAnswer();
const pages = answers.filter(({ response }) => response.headers.get('Content-Type')?.startsWith('text/html'));

it.each<[string, RegExp]>([
  ['Content-Security-Policy', /^default-src 'none';/],
  ['Cross-Origin-Opener-Policy', /^same-origin$/],
  ['Cross-Origin-Embedder-Policy', /^require-corp$/],
  ['Cross-Origin-Resource-Policy', /^same-origin$/],
  ['Referrer-Policy', /^no-referrer$/],
  ['X-Content-Type-Options', /^nosniff$/],
  ['X-Frame-Options', /^DENY$/],
  ['Strict-Transport-Security', /^max-age=\d{8,}/],
  ['Permissions-Policy', /camera=\(\).*geolocation=\(\).*microphone=\(\)/],
  ['X-Robots-Tag', /noarchive/],
])('every answer carries %s', (name, value) => {
  expect(answers.length).toBeGreaterThan(150);
  for (const { what, response } of answers) expect(response.headers.get(name), what).toMatch(value);
});

it('every policy is tight: nothing unsafe, nothing foreign, no frame, no other target for a form', () => {
  for (const { what, response } of answers) {
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy, what).not.toMatch(/unsafe|https?:|\*|data:|blob:|strict-dynamic/);
    expect(policy, what).toMatch(/form-action '(self|none)'/);
    expect(policy, what).toMatch(/base-uri 'none'/);
    expect(policy, what).toMatch(/frame-ancestors 'none'/);
  }
});

it('nobody gets a cookie, and no answer tells what runs here', () => {
  for (const { what, response } of answers) {
    expect(response.headers.get('Set-Cookie'), what).toBeNull();
    expect(response.headers.get('Server') ?? response.headers.get('X-Powered-By'), what).toBeNull();
    for (const name of ['Report-To', 'NEL', 'Reporting-Endpoints', 'ETag', 'Link'])
      expect(response.headers.get(name), `${what}: ${name}`).toBeNull();
  }
});

it('no browser keeps an answer, but the assets, whose names change with their content, and the worker, which is asked for anew', () => {
  for (const { what, response } of answers)
    expect(response.headers.get('Cache-Control'), what).toMatch(
      what.startsWith('/sw.js')
        ? /^no-cache$/
        : /^\/assets\//.test(what)
          ? /^public, max-age=31536000, immutable$/
          : /^no-store$/,
    );
});

describe('no page', () => {
  it('has a script, a style or a handler of its own inside', () => {
    for (const { what, body } of pages) {
      const letter = /^(?:html|print|paper) of/.test(what);
      expect(body, what).not.toMatch(/<script(?![^>]* src="\/assets\/)/i);
      if (!letter) expect(body, what).not.toMatch(/<style/i);
      for (const { name, attributes } of tagsOf(body))
        for (const attribute of attributes.keys())
          expect(`${name} ${attribute}`, what).not.toMatch(/ (style$|on|srcdoc|ping|background|integrity)/);
      expect(body, what).not.toMatch(
        /javascript:|<(iframe|object|embed|base|applet|frame|meta http-equiv="refresh)/i,
      );
    }
  });

  it('makes a browser ask another site for anything', () => {
    for (const { what, body } of pages)
      for (const { name, attributes } of tagsOf(body)) {
        const loads = [
          attributes.get('src'),
          attributes.get('srcset'),
          attributes.get('poster'),
          attributes.get('data'),
        ];
        if (name === 'link' && attributes.get('rel') !== 'alternate') loads.push(attributes.get('href'));
        if (name === 'form') loads.push(attributes.get('action'));
        if (name === 'button') loads.push(attributes.get('formaction'));
        for (const address of loads) expect(address ?? '/', what).toMatch(/^\/(?!\/)/);
      }
  });

  it('hands an address on to where its links lead', () => {
    for (const { what, body } of pages)
      for (const { name, attributes } of tagsOf(body))
        if (name === 'a' && attributes.get('href')?.startsWith('http'))
          expect(attributes.get('rel'), what).toMatch(/noreferrer/);
  });

  it('lets a browser remember what is typed', () => {
    for (const { what, body } of pages)
      for (const { name, attributes } of tagsOf(body)) {
        const typed =
          name === 'textarea' ||
          (name === 'input' && !/^(hidden|radio|checkbox)$/.test(attributes.get('type') ?? ''));
        if (typed && attributes.has('name')) expect(attributes.get('autocomplete'), what).toBe('off');
      }
  });
});

it('styles and scripts ask no other site either, and what a browser stores they may only erase', () => {
  const worker = /\/worker\.js/; // the one that keeps the program: tests/web/offline.test.ts
  // The address of a publication that a person typed is completed and checked, never asked for.
  for (const { what, body } of answers.filter(
    (one) => /^\/assets\//.test(one.what) && !worker.test(one.what),
  ))
    expect(
      body.replace(/http:\/\/www\.w3\.org\/2000\/svg|`https:\/\/\$\{|\/\^https\?:\\\/\\\//g, ''),
      what,
    ).not.toMatch(
      /https?:\/\/|@import|url\((?!["']?data:)|fetch\(|sendBeacon|XMLHttpRequest|WebSocket|Storage(?!\.(?:clear\(|length)|\(\))|indexedDB(?!\.(?:databases|deleteDatabase))|caches\.open|document\.cookie/,
    );
});

it('every policy that holds for the page to print allows its one style, by hash, and nothing else', async () => {
  const walker = await standingOn(openService().app, 'files');
  const response = await walker.press('Открыть для печати');
  const html = await response.text();
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const inFile = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const inHeader = response.headers.get('Content-Security-Policy') ?? '';
  for (const policy of [inFile.replaceAll('&#39;', "'"), inHeader]) {
    expect(policy).toMatch(/default-src 'none'/);
    expect(/style-src ([^;]*)/.exec(policy)?.[1]).toContain(hash);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});
