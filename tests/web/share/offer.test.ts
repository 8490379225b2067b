/** After a document was filed the case page says that the case may stay, or be shared; before that, and without a register, it says nothing. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import type { Place } from '#web/site.ts';
import { aCase } from '../../domain/case/a-case.ts';
import { openService, postForm, type Service } from '../../support/site.ts';
import { readPage, textOf } from '../page.ts';
import { filedCase, openSharing } from './filer.ts';

const kept = JSON.stringify(filedCase());

async function casePage(service: Service, language = 'ru', held = kept) {
  return readPage(await (await postForm(service.app, `/${language}/case`, { case: held })).text());
}

describe('on a server that follows filings', () => {
  it.each(languages)('in %s a button leads to the page that explains', async (language) => {
    const { buttons } = await casePage(await openSharing(), language);
    expect(buttons.filter(({ formaction }) => formaction === `/${language}/share`)).toHaveLength(1);
  });

  it('nothing is offered before a document was filed', async () => {
    const { html } = await casePage(await openSharing(), 'ru', JSON.stringify(aCase()));
    expect(html).not.toContain('/ru/share');
  });

  it('the page that opens a case knows the way in by a code', async () => {
    const { app } = await openSharing();
    expect(await (await app.request('/ru/case')).text()).toContain('href="/ru/share/open"');
  });
});

it('a server that follows nothing offers nothing', async () => {
  const service = openService();
  expect((await casePage(service)).html).not.toContain('/share');
  expect((await service.app.request('/ru/share')).status).toBe(404);
});

describe.each([
  ['device', undefined, '/ru/share'],
  ['kit', 'https://example.org', 'https://example.org/ru/share'],
  ['kit', undefined, undefined],
] as const)('on the %s, whose site is %s', (place: Place, publicUrl, address) => {
  it('a link opens the page in a tab of its own, and says to save the case first', async () => {
    const { html, buttons, links } = await casePage(openService({ place, publicUrl }));
    expect(buttons.filter(({ formaction }) => formaction?.includes('/share'))).toEqual([]);
    expect(links.find(({ href }) => href.includes('/share'))?.href).toBe(address);
    if (address === undefined) return;
    expect(textOf(html)).toContain('Сначала сохраните его в файл');
    expect(html).toContain(`<a href="${address}" target="_blank" rel="noopener">`);
  });
});
