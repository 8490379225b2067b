/** The pages that everybody can open: where they lead, what a search engine and a bystander see of them. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { anyLanguage, isThorough } from '../support/languages.ts';
import { openService } from '../support/site.ts';
import { everyAnswer, stepIds } from './every-answer.ts';
import { readPage, tagsOf, textOf } from './page.ts';

const { app, site } = openService();
const answers = await everyAnswer();
const pages = answers.filter(({ response }) => response.headers.get('Content-Type')?.startsWith('text/html'));
const ours = pages.filter(({ body }) => body.includes('<footer')); // not the letter itself

describe('somebody without an address in mind', () => {
  it.each([
    [undefined, '/ru'],
    ['ru', '/ru'],
    ['en-GB,en;q=0.9', '/en'],
    ['nl,en;q=0.5,ru;q=0.4', '/en'],
    ['de,en;q=0.5,ru;q=0.4', '/de'],
    ['ar-SY, en;q=0.9', '/ar'],
    ['be;q=0.9, uk;q=0.8, ru;q=0.7', '/uk'],
    ['nl, pl', '/ru'],
    ['en;q=0, ru;q=0.1', '/ru'],
    ['*', '/ru'],
    [';;;,=q', '/ru'],
  ])('whose browser asks for %s comes to %s', async (asked, path) => {
    const response = await app.request('/', {
      headers: asked === undefined ? {} : { 'Accept-Language': asked },
    });
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(path);
    expect(response.headers.get('Vary')).toContain('Accept-Language');
  });
});

describe.each(languages)('in %s', (language) => {
  it('somebody who wants to write finds the first page of the walk, which may send nothing, and the way to the server', async () => {
    const response = await app.request(`/${language}/write`);
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toContain("connect-src 'none'; form-action 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types proverka");
    const page = await response.text();
    expect(page).toContain('name="filedFrom"');
    expect(page.match(new RegExp(`href="/${language}/online"`, 'g'))?.length).toBe(2);
  });

  it.each([...stepIds, 'file', 'print'])(
    'an address of %s kept or reloaded leads to the beginning',
    async (step) => {
      const response = await app.request(`/${language}/online/${step}?name=x`);
      expect([response.status, response.headers.get('Location')]).toEqual([303, `/${language}/online`]);
    },
  );

  it('every page with an address says how to read it in every other language', async () => {
    for (const path of ['', '/online', '/about', '/danger', '/rules', '/glossary']) {
      const page = readPage(await (await app.request(`/${language}${path}`)).text());
      for (const other of languages.filter((one) => one !== language)) {
        expect(page.links.map(({ href }) => href)).toContain(`/${other}${path}`);
        expect(page.html).toContain(`hreflang="${other}" href="https://example.org/${other}${path}"`);
      }
    }
  });
});

it('search engines may show the start pages and no other', () => {
  for (const { what, response } of answers) {
    const start = new RegExp(`^/(?:${anyLanguage})? → `).test(what);
    expect(response.headers.get('X-Robots-Tag'), what).toMatch(start ? /^noarchive$/ : /noindex/);
  }
});

it('the tab, the history and the list of apps tell a bystander nothing', () => {
  const telling =
    /заявлен|жалоб|преступ|чеч|прокур|следств|\bск\b|пыт|убий|похищ|гомо|\bге[йи]|опасн|полици|crime|report|complain|chech|tortur|kill|gay|danger|prosecut|investig|police/i;
  for (const { what, body } of pages)
    expect(readPage(body).title.replace(/^Заявление$/, ''), what).not.toMatch(telling);
});

it('every page has its own language, one heading, and says that it is no authority', () => {
  for (const { what, body } of ours) {
    expect(body.match(/<h1\b/g), what).toHaveLength(1);
    const language = languages.find((one) => one === readPage(body).language);
    if (!language) throw new Error(`${what}: in no language`);
    expect(body, what).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(textOf(body), what).toContain(textOf(site.texts(language)('common.notAuthority')));
  }
});

it('everything on a page that points to a place of the page finds it, and no place is there twice', () => {
  for (const { what, body } of ours) {
    const { ids } = readPage(body);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      what,
    ).toEqual([]);
    const pointers = tagsOf(body).flatMap(({ attributes }) => [
      ...[attributes.get('for'), attributes.get('aria-labelledby'), attributes.get('form')],
      ...(attributes.get('aria-describedby')?.split(' ') ?? []),
      ...(attributes.get('href')?.startsWith('#') ? [attributes.get('href')?.slice(1)] : []),
    ]);
    const lost = pointers.filter((id) => id !== undefined && id !== 'nowhere' && !ids.includes(id));
    expect(lost, what).toEqual([]);
  }
});

it('every link that stays on the site leads to a page', async () => {
  const read = ours.filter(({ body }) => {
    const { language } = readPage(body);
    return languages.some((one) => one === language && isThorough(one));
  });
  const links = new Set(read.flatMap(({ body }) => readPage(body).links.map(({ href }) => href)));
  for (const href of links) {
    if (!href.startsWith('/')) continue;
    expect([200, 302], href).toContain((await app.request(href)).status);
  }
});

describe('somebody who asks who runs the site', () => {
  it('reads the name, the contact and the address given by the operator', async () => {
    const page = await (await app.request('/ru/about')).text();
    for (const words of ['Фонд «Пример»', 'help@example.org', 'https://example.org'])
      expect(page).toContain(words);
  });

  it('is warned where the operator says nothing', async () => {
    const unnamed = openService({
      operator: { name: undefined, contact: undefined },
      publicUrl: undefined,
    }).app;
    expect(await (await unnamed.request('/ru/about')).text()).toContain('Будьте осторожны');
  });
});
