/** Papers that a person opens on the last step: made from the answers, shown, and kept nowhere. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { openService, postForm } from '../support/site.ts';
import { standingOn, type Walker } from './walker.ts';

const { app } = openService();
const abroad = { before: (walker: Walker) => walker.choose('filedFrom', 'abroad') };
const byHand = { name: (walker: Walker) => walker.tick('blank', 'yes') };

describe.each(languages)('in %s', (language) => {
  it.each(['envelope', 'inventory', 'second-copy'])('somebody opens %s', async (kind) => {
    const walker = await standingOn(app, 'files', {}, language);
    const paper = await walker.press(kind);
    expect(paper.status).toBe(200);
    expect(paper.headers.get('Content-Disposition')).toBe('inline');
    expect(paper.headers.get('Cache-Control')).toBe('no-store');
    expect(paper.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const html = await paper.text();
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toContain('Иванов');
    expect(html).not.toMatch(/<script|<form|undefined/);
  });
});

it('somebody abroad gets Latin letters and the words for their post', async () => {
  const walker = await standingOn(app, 'files', abroad, 'en');
  const html = await (await walker.press('envelope')).text();
  expect(html).toContain('Tekhnicheskii pereulok');
  expect(html).toMatch(/CN07[\s\S]*RUSSIA/);
  const inside = await standingOn(app, 'files', {}, 'en');
  expect(await (await inside.press('envelope')).text()).not.toMatch(/RUSSIA|CN07/);
});

it('somebody who writes by hand gets lines, and no name travels', async () => {
  const walker = await standingOn(app, 'files', byHand);
  for (const kind of ['envelope', 'inventory', 'second-copy'])
    expect(await (await walker.press(kind)).text()).not.toMatch(/Иванов|101000/);
});

it('somebody takes all of it as text', async () => {
  const walker = await standingOn(app, 'files');
  const text = await walker.press('text');
  expect(text.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  expect(await text.text()).toMatch(/Кому: [\s\S]*ОПИСЬ ВЛОЖЕНИЯ[\s\S]*ОТМЕТКА О ПРИЁМЕ/);
});

it('without answers there is no paper but the page that says what is missing', async () => {
  for (const path of ['paper', 'form']) {
    const response = await postForm(app, `/ru/online/${path}`, { paper: 'envelope' });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      422,
      'text/html; charset=UTF-8',
    ]);
  }
});

describe('for the electronic form', () => {
  it('somebody sees the limits, the length, the size of a file that the form takes, and each field', async () => {
    const walker = await standingOn(app, 'files');
    await walker.press('Для электронной формы');
    expect(walker.status).toBe(200);
    expect(walker.html).toMatch(/не проверено/);
    expect(walker.html).toMatch(/Короткий текст: \d+ знак(?:а|ов)? из 2000/);
    expect(walker.html).toMatch(/Ваш файл (?:PDF|TXT): \d+ КБ\. Помещается: предел 5 МБ/);
    expect(walker.html).toMatch(/id="copy-lastName"[^>]*>\nИванова</);
    expect(walker.html).toContain('data-copy="copy-address"');
    await walker.press('Пересчитать');
    await walker.press('Назад');
    expect(walker.step).toBe('files');
  });

  it('the switch of language keeps the answers', async () => {
    const walker = await standingOn(app, 'files');
    await walker.press('Для электронной формы');
    await walker.press('English');
    expect(walker.html).toContain('<html lang="en"');
    expect(walker.html).toContain('id="copy-lastName"');
  });
});

it('the last step leads to the checklist for where the person is', async () => {
  expect((await standingOn(app, 'files')).html).toContain('href="/ru/filing/sk-central/post"');
  const away = await standingOn(app, 'files', abroad);
  const [first] = /<ol class="next">[\s\S]*?<\/ol>/.exec(away.html) ?? [];
  expect(first).toContain('href="/ru/filing/sk-central/post-abroad" target="_blank" rel="noopener"');
});
