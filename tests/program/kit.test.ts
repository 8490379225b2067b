/** The offline kit as a file: the same for everybody who makes it, closed to the network, and signed so that a change shows. */
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { lawDate } from '#domain/law-date.ts';
import { statusMatch } from '#domain/status-match.ts';
import type { Kit } from '#web/site.ts';
import { openSite } from '../../src/open-site.ts';
import { library } from '../support/site.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'proverka-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const operator = { name: undefined, contact: undefined };

async function makeKit(day: string, signed = false): Promise<Kit> {
  const config = { operator, publicUrl: 'https://example.org', ...(signed && { kitSigningKey: privateKey }) };
  const kit = await openSite(library, config, () => new Date(`${day}T09:00:00Z`)).kit?.();
  if (!kit) throw new Error('no kit');
  return kit;
}

const kit = await makeKit('2031-05-06', true);
const pages = [...kit.files].map(
  ([language, { body }]) => [language, new TextDecoder().decode(body)] as const,
);

it('whoever makes the kit on another day, with a key or without, gets the same bytes', async () => {
  const later = await makeKit('2032-03-08');
  expect([...later.files.keys()]).toEqual([...languages]);
  for (const [language, { sha256, body, signature }] of later.files) {
    expect(sha256).toBe(kit.files.get(language)?.sha256);
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    expect(signature).toBeUndefined();
  }
});

describe.each(pages)('a person who opens %s.html', (language, page) => {
  const markup = page.replace(/<(script|style)[ >][\s\S]*?<\/\1>/g, '');
  const [head = ''] = markup.split('</head>');
  const policy =
    /<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
      page,
    )?.[1] ?? '';
  const directives = new Map(
    policy.split('; ').map((one) => {
      const [name = '', ...values] = one.split(' ');
      return [name, values.sort()];
    }),
  );

  it('is protected by a policy that stands first and allows what is inside, and nothing else', () => {
    const inside = {
      script: /<script>([\s\S]*?)<\/script>/g,
      style: /<style data-[^>]*>([\s\S]*?)<\/style>/g,
    };
    const hashes = (name: keyof typeof inside) =>
      [...page.matchAll(inside[name])]
        .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
        .sort();
    expect(hashes('script')).toHaveLength(new Set(['ru', 'en', language]).size + 4);
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': ["'none'"],
      'script-src': hashes('script'),
      'style-src': hashes('style'),
      'connect-src': ["'none'"],
      'form-action': ["'none'"],
      'base-uri': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['proverka'],
    });
  });

  it('loads nothing: no address in the page, and none in its style', () => {
    expect(markup).not.toMatch(
      /\s(?:src|href|srcset|action|background|poster|data)=|<(?:link|base|iframe|img|object)/i,
    );
    expect(markup.match(/https?:[^\s<]*/g)).toEqual(['https://example.org/kit/']);
    const style = page.match(/<style data-[\s\S]*?<\/style>/g) ?? [];
    expect(style).toHaveLength(3);
    expect(style.join()).not.toMatch(/url\(|@import|image-set|http/i);
  });

  it('reads a title that tells nothing, and its letters right', () => {
    expect(head).toMatch(/<title>[\p{L}]{6,12}<\/title>/u);
    expect(head).toContain('<meta name="referrer" content="no-referrer">');
    expect(head).toContain('<meta http-equiv="x-dns-prefetch-control" content="off">'); // Firefox looks up the hosts of links in a file
    expect(new TextEncoder().encode(page.slice(0, page.indexOf('charset="utf-8"'))).length).toBeLessThan(
      1024,
    );
    expect(page.includes(`<body data-first="/${language}">`)).toBe(true);
  });

  it('has its own language, Russian and English, and no trace of when and where the file was made', () => {
    const has = (text: string) => [text, page.includes(text)];
    for (const one of ['ru', 'en', language])
      expect(has(`{"kind":"language","language":"${one}"`)).toEqual([expect.anything(), true]);
    expect(has(`"checked":"${lawDate(library)}"`)).toEqual([expect.anything(), true]);
    for (const trace of ['2031-05-06', 'node_modules', root, 'sourceMappingURL'])
      expect(has(trace)).toEqual([trace, false]);
  });
});

it('a person who keeps the file holds no name that is dangerous to hold', () => {
  const unnamed = [...library.organisations.values()].filter(({ statusInRussia }) =>
    ['extremist', 'unknown'].includes(statusInRussia),
  );
  expect(unnamed.length).toBeGreaterThanOrEqual(11);
  const [[, whole] = ['', ''], ...others] = pages;
  const around = others.map(([, page]) => page.replace(/<script>[\s\S]*<\/script>/, '')); // what is inside is the same
  expect(statusMatch([whole, ...around].join('\n'), unnamed)).toEqual([]);
});

describe('a person who was handed a file', () => {
  const file = kit.files.get('ru');
  const pem = kit.publicKey?.pem ?? '';
  const signature = file?.signature ?? new Uint8Array();

  it('sees that it is signed, and that a changed one is not', () => {
    const key = createPublicKey(pem);
    expect(key.equals(publicKey)).toBe(true);
    expect(verify(null, file?.body ?? new Uint8Array(), key, signature)).toBe(true);
    expect(verify(null, new Uint8Array([...(file?.body ?? []), 10]), key, signature)).toBe(false);
    const der = publicKey.export({ type: 'spki', format: 'der' });
    expect(kit.publicKey?.fingerprint).toBe(createHash('sha256').update(der).digest('hex'));
  });

  it.runIf(hasOpenssl())('checks it with the command that the page shows', () => {
    const command = 'pkeyutl -verify -rawin -pubin -inkey key.pub -sigfile ru.html.sig -in ru.html';
    const check = (body: Uint8Array) => {
      writeFileSync(join(folder, 'key.pub'), pem);
      writeFileSync(join(folder, 'ru.html.sig'), signature);
      writeFileSync(join(folder, 'ru.html'), body);
      return execFileSync('openssl', command.split(' '), { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    };
    expect(check(file?.body ?? new Uint8Array())).toMatch(/Verified Successfully/);
    expect(() => check(new Uint8Array([...(file?.body ?? []), 10]))).toThrow();
  });
});

/** Version 3 is the first that reads a message of any length at once. */
function hasOpenssl(): boolean {
  try {
    return /^OpenSSL [3-9]/.test(execFileSync('openssl', ['version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}
