/** Somebody who clears the device without JavaScript: the browser is told to, and they read what it cannot. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { interfaceTexts } from '../../src/i18n.ts';
import { readLocales } from '../../src/read-locales.ts';
import { folder } from '../locales/texts.ts';
import { openService, postForm } from '../support/site.ts';
import { everyAnswer } from './every-answer.ts';
import { readPage, tagsOf } from './page.ts';
import { standingOn } from './walker.ts';

const { app } = openService();
const pages = (await everyAnswer()).filter(({ body }) => /^<!doctype[\s\S]*<footer/.test(body));
const texts = interfaceTexts(readLocales(folder));
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

describe.each(languages)('somebody who reads %s', (language) => {
  const t = texts(language);

  it('is told before what goes, what stays and what the exit does', async () => {
    const response = await app.request(`/${language}/clear`);
    const html = (await response.text()).replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    expect(response.headers.get('Clear-Site-Data')).toBeNull();
    for (const one of ['program', 'storage', 'cache', 'cookies'] as const)
      expect(html).toContain(t(`clear.will.${one}`));
    for (const one of left) expect(html).toContain(t(`clear.cannot.${one}`));
    for (const one of ['leaves', 'wipes', 'stays', 'back', 'script'] as const)
      expect(html).toContain(t(`clear.exit.${one}`));
  });

  it('presses the button, and the browser is told to erase everything of this site', async () => {
    const response = await postForm(app, `/${language}/clear`, {});
    expect(response.status).toBe(200);
    expect(response.headers.get('Clear-Site-Data')).toBe('"cache", "cookies", "storage"');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const html = (await response.text()).replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    expect(html).toContain(t('clear.done.server'));
    for (const one of left) expect(html).toContain(t(`clear.cannot.${one}`));
    expect(html).toMatch(/data-cleared-well hidden[\s\S]*data-cleared-badly hidden/); // only a script can say so
  });

  it('finds the way there on every page, and at the end of the walk without losing the answers', async () => {
    const page = readPage((await standingOn(app, 'files', {}, language)).html);
    const links = tagsOf(page.html).filter(
      ({ attributes }) => attributes.get('href') === `/${language}/clear`,
    );
    expect(links.map(({ attributes }) => attributes.get('target'))).toEqual(['_blank', undefined]);
    expect(page.links.map(({ href }) => href)).toContain(`/${language}/clear#exit`);
  });
});

it('nobody else can make a browser erase what it holds of this site', async () => {
  const response = await postForm(app, '/ru/clear', {}, { 'Sec-Fetch-Site': 'cross-site' });
  expect([response.status, response.headers.get('Clear-Site-Data')]).toEqual([403, null]);
});

it('nobody is offered what somebody typed before, and no dictionary is asked about it', async () => {
  expect(pages.length).toBeGreaterThan(150);
  for (const { what, body } of pages) {
    expect(body, what).toContain('<body spellcheck="false">'); // some browsers ask a server about each word
    let form = '';
    for (const { name, attributes } of tagsOf(body)) {
      if (name === 'form') form = attributes.get('autocomplete') ?? '';
      expect(attributes.get('spellcheck') ?? 'false', what).toBe('false');
      if (!/^(?:input|textarea|select)$/.test(name) || attributes.get('type') === 'hidden') continue;
      const field = `${what}: ${attributes.get('name') ?? attributes.get('id')}`;
      const chosen = attributes.has('readonly') || /^(?:radio|checkbox)$/.test(attributes.get('type') ?? '');
      expect(attributes.get('autocomplete') ?? (chosen ? form : undefined), field).toBe('off');
      expect(attributes.get('list'), field).toBeUndefined();
      expect(attributes.get('type'), field).not.toBe('password'); // it would be offered to be kept
    }
  }
});
