/** The offline kit as the site offers it: a page that tells what it is, and files that are saved, not opened. */
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { createApp } from '../../src/app.ts';
import { openSite } from '../../src/open-site.ts';
import { compressAll } from '../../src/program/program.ts';
import { library, openService } from '../support/site.ts';

const { app, site } = openService();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signing = createApp(
  openSite(
    library,
    { operator: { name: undefined, contact: undefined }, publicUrl: undefined, kitSigningKey: privateKey },
    () => new Date('2026-12-01T09:00:00Z'),
  ),
  (error) => {
    throw error;
  },
);

const bytes = async (response: Response | Promise<Response>) =>
  new Uint8Array(await (await response).arrayBuffer());
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('somebody who comes to /kit/', () => {
  it('reads the page in their own language, and can change it', async () => {
    const russian = await app.request('/kit/', { headers: { 'Accept-Language': 'nl, ru' } });
    const english = await app.request('/kit/', { headers: { 'Accept-Language': 'en-GB' } });
    expect([russian.status, english.status]).toEqual([200, 200]);
    expect(russian.headers.get('vary')).toContain('Accept-Language');
    expect(await russian.text()).toContain('<html lang="ru"');
    const page = await english.text();
    expect(page).toContain('<html lang="en"');
    for (const language of languages.filter((one) => one !== 'en'))
      expect(page).toContain(`href="/${language}/kit"`);
    expect((await app.request('/ru/kit')).status).toBe(200);
  });

  it('finds there from the first page, and from the page that brings the program', async () => {
    for (const path of ['/ru', '/ru/write']) {
      expect(await (await app.request(path)).text()).toContain('href="/ru/kit"');
    }
  });

  it('is told name, size, day of the law and SHA-256 of each file, as it is sent', async () => {
    const page = await (await app.request('/en/kit')).text();
    expect(page).toMatch(/were checked: \d+ \w+ 20\d\d/);
    for (const name of languages.map((one) => `${one}.html`)) {
      const file = await app.request(`/kit/${name}`);
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      expect(file.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const body = await bytes(file);
      expect(page).toContain(sha256(body));
      expect(page).toContain(`Size: ${(body.length / 1e6).toFixed(1)} MB`);
    }
  });

  it.each(['br;q=0', 'gzip, br;q=0.0', 'brotli', 'gzip', ''])(
    'with a program that takes "%s" gets what it can read',
    async (accepted) => {
      for (const file of (await site.kit?.())?.files.values() ?? []) file.brotli ??= new Uint8Array([1]);
      const answer = await app.request('/kit/ru.html', { headers: { 'Accept-Encoding': accepted } });
      for (const file of (await site.kit?.())?.files.values() ?? []) delete file.brotli;
      expect(answer.headers.get('content-encoding')).toBeNull();
    },
  );

  it('on a slow line loads a fifth of it, and gets the same', async () => {
    const kit = await site.kit?.();
    const [ru] = kit?.files.values() ?? [];
    if (!ru) throw new Error('no file');
    const whole = await bytes(app.request('/kit/ru.html', { headers: { 'Accept-Encoding': 'gzip, br' } }));
    expect(sha256(whole), 'until the compressed copy is ready').toBe(ru.sha256);
    await compressAll([ru]);
    const answer = await app.request('/kit/ru.html', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    const body = await bytes(answer);
    expect(body.length).toBeLessThan(ru.body.length / 4);
    expect(sha256(new Uint8Array(brotliDecompressSync(body)))).toBe(ru.sha256);
    expect(sha256(await bytes(app.request('/kit/ru.html')))).toBe(ru.sha256);
  });
});

describe('where the operator has no key', () => {
  it('the page says that nothing is signed, and there is no signature', async () => {
    expect(await (await app.request('/en/kit')).text()).toContain('does not sign');
    expect((await app.request('/kit/ru.html.sig')).status).toBe(404);
    expect((await app.request('/kit/key.pub')).status).toBe(404);
  });
});

describe('where the operator has a key', () => {
  it('each file has a signature that holds, and the page shows whose', async () => {
    const page = await (await signing.request('/en/kit')).text();
    const fingerprint = sha256(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })));
    expect(page).toContain(fingerprint);
    expect(await (await signing.request('/kit/key.pub')).text()).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    for (const name of ['ru.html', 'ar.html']) {
      const answer = await signing.request(`/kit/${name}.sig`);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}.sig"`);
      const signature = await bytes(answer);
      expect(signature).toHaveLength(64);
      expect(verify(null, await bytes(signing.request(`/kit/${name}`)), publicKey, signature)).toBe(true);
    }
  });

  it('the key itself is sent to nobody', async () => {
    const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64').slice(-44);
    for (const path of ['/kit/', '/kit/key.pub', '/kit/ru.html', '/kit/ru.html.sig'])
      expect((await (await signing.request(path)).text()).includes(secret)).toBe(false);
  });
});
