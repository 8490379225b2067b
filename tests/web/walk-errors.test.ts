/** What a person sees who leaves something out, mistypes, or comes to an address that is not there. */
import { describe, expect, it } from 'vitest';
import { openService, postForm } from '../support/site.ts';
import { flat, stepIds } from './every-answer.ts';
import { readPage } from './page.ts';
import { standingOn, type Walker, walkTo } from './walker.ts';

const { app } = openService();

/** Every sentence of the summary is a link to something that is on the page. */
function expectSummary(html: string, what: string): void {
  const { ids, errors } = readPage(html);
  const links = [...html.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id = '']) => id);
  expect(errors.length, what).toBeGreaterThan(0);
  expect(links, what).toHaveLength(errors.length);
  expect(
    links.filter((id) => !ids.includes(id)),
    what,
  ).toEqual([]);
}

describe('somebody leaves something out', () => {
  it.each<[string, Record<string, (on: Walker) => void>, string]>([
    ['before', { before: () => {} }, 'f-filedFrom'],
    ['complaint', { complaint: () => {} }, 'f-template'],
    ['episode', { episode: () => {} }, 'f-answers-episode'],
    ['name', { name: () => {} }, 'f-applicant-lastName'],
    ['reply', { reply: () => {} }, 'f-applicant-address'],
    ['warning', { warning: () => {} }, 'f-acknowledged'],
  ])('on %s: told in the title, in a summary and beside the field', async (step, nothing, id) => {
    const walker = await standingOn(app, step, nothing);
    await walker.press('next');
    expect([walker.step, walker.status]).toEqual([step, 422]);
    expect(walker.page.title).toMatch(/^Ошибка — /);
    expectSummary(walker.html, step);
    expect(walker.html).toContain(`href="#${id}"`);
    const [sentence = 'none'] = walker.page.errors;
    expect(walker.html.split(sentence).length - 1, 'the same words twice').toBeGreaterThanOrEqual(2);
  });

  it('of their own publication: every field that is missing is named', async () => {
    const walker = await standingOn(app, 'sources', {
      episode: (on) => on.choose('answers.episode', 'other'),
    });
    walker.type('answers.ownSources.0.title', 'Пропали люди');
    walker.type('answers.ownSources.0.date', '2024-13-40');
    await walker.press('next');
    expect(walker.status).toBe(422);
    expectSummary(walker.html, 'sources');
    expect(walker.html).toContain('href="#f-answers-ownSources-0-outlet"');
    expect(walker.html).toContain('href="#f-answers-ownSources-0-date"');
    expect(walker.sent('answers.ownSources.0.date'), 'what was typed stays').toEqual(['2024-13-40']);
  });

  it.each([...stepIds])('and comes to %s with nothing answered at all', async (step) => {
    const response = await postForm(app, `/ru/online/${step}`, { move: 'next' });
    expect(response.status).toBe(422);
    expectSummary(await response.text(), step);
  });
});

describe('somebody mistypes', () => {
  it.each([
    ['applicant.email', 'не почта'],
    ['applicant.phone', 'позвоните мне'],
    ['applicant.address', 'а'.repeat(251)],
    ['date', '2026-02-30'],
  ])('%s: the page says so beside the field and keeps it', async (field, text) => {
    const walker = await standingOn(app, 'reply');
    walker.type('applicant.address', '101000, г. Москва');
    walker.type(field, text);
    await walker.press('next');
    expect([walker.step, walker.status]).toEqual(['reply', 422]);
    expectSummary(walker.html, field);
    expect(walker.html).toContain(`id="f-${field.replace('.', '-')}-error"`);
    expect(walker.sent(field)).toEqual([text]);
  });

  it('a date as Russians write it, and it is understood', async () => {
    const walker = await standingOn(app, 'reply');
    walker.type('applicant.address', '101000, г. Москва');
    walker.type('date', '05.12.2026');
    await walker.press('next');
    expect(walker.step).toBe('check');
    expect(walker.html).toContain('5 декабря 2026');
  });
});

it('somebody whose title or address is a date finds it as they typed it', async () => {
  const walker = await standingOn(app, 'reply');
  walker.type('applicant.address', '01.04.2017');
  await walker.press('back');
  expect(walker.sent('applicant.address')).toEqual(['01.04.2017']);
});

it('somebody dates the letter before a publication it cites, and is shown which answer to open', async () => {
  const walker = await standingOn(app, 'sources');
  await walker.press('add-source');
  walker.type('answers.ownSources.0.title', 'Статья');
  walker.type('answers.ownSources.0.outlet', 'Газета');
  walker.type('answers.ownSources.0.date', '2026-11-30');
  await walkTo(walker, 'reply', { sources: () => {} });
  walker.type('applicant.address', '101000, г. Москва');
  walker.type('date', '2026-11-29');
  await walker.press('next');
  expect([walker.step, walker.status]).toEqual(['check', 422]);
  expectSummary(walker.html, 'check');
  expect(walker.html).toContain('href="#change-sources"');
  await walker.press('change:sources');
  expect(walker.sent('answers.ownSources.0.date')).toEqual(['2026-11-30']);
});

it('a form that skips the questions does not yield a file', async () => {
  for (const path of ['/ru/online/file', '/en/online/print', '/ru/online/warning']) {
    const response = await postForm(app, path, [
      ...flat({ template: 'crime-report-media', acknowledged: 'yes' }),
    ]);
    expect(response.status).toBe(422);
    expect(response.headers.has('Content-Disposition')).toBe(false);
    expectSummary(await response.text(), path);
  }
});
