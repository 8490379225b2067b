/** Answers in, a file out: its type, its name, and that nobody keeps it. */
import { describe, expect, it } from 'vitest';
import { documentText } from '../../support/docx-parts.ts';
import {
  bodyOf,
  formatNames,
  mediaTypes,
  openService,
  ownEpisode,
  postJson,
  today,
} from '../../support/site.ts';

const { app } = openService();
const body = bodyOf('crime-report-media');

describe('a program gets', () => {
  it.each(formatNames.map((format, index) => [format, mediaTypes[index]]))(
    'a file in %s that is named after its day and kept nowhere',
    async (format, type) => {
      const response = await postJson(app, body, `format=${format}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')?.replace(/;.*/, '')).toBe(type);
      expect(response.headers.get('Content-Disposition')).toBe(
        `attachment; filename="zayavlenie-${today}.${format}"`,
      );
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(response.headers.get('Content-Language'), 'the document is Russian').toBe('ru');
    },
  );

  it.each([
    ['*/*', 'docx'],
    ['text/*', 'txt'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'html'],
    ['application/json', 'json'],
    ['text/plain;q=0.2, application/json;q=0.1', 'txt'],
    [undefined, 'docx'],
  ])('for %s a file in %s', async (accepted, format) => {
    const response = await postJson(app, body, '', accepted === undefined ? {} : { Accept: accepted });
    expect(response.headers.get('Content-Disposition')).toMatch(new RegExp(`\\.${format}"$`));
  });

  it('what the address asks for, whatever the header says', async () => {
    const response = await postJson(app, body, 'format=txt', { Accept: 'application/json' });
    expect(response.headers.get('Content-Disposition')).toMatch(/\.txt"$/);
  });

  it('the same bytes for the same answers', async () => {
    for (const format of formatNames) {
      const [first, second] = await Promise.all([1, 2].map(() => postJson(app, body, `format=${format}`)));
      expect(await first?.bytes()).toEqual(await second?.bytes());
    }
  });

  it('the day it names itself in the letter and in the name of the file', async () => {
    const response = await postJson(app, { ...body, date: '2027-02-19' }, 'format=docx');
    expect(response.headers.get('Content-Disposition')).toContain('zayavlenie-2027-02-19.docx');
    expect(documentText(await response.bytes())).toContain('19\u00a0февраля 2027\u00a0года');
  });

  it('a letter about an event of its own', async () => {
    const response = await postJson(app, { ...body, answers: ownEpisode });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('«Пропали люди»\u00a0— «Городская газета»');
  });

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/problem+json'])(
    'an answer to %s as to any JSON',
    async (type) => {
      expect((await postJson(app, body, 'format=txt', { 'Content-Type': type })).status).toBe(200);
    },
  );
});

describe('a program that asks for a short text', () => {
  it.each(['short', 'short=1', 'limit=2000', 'short&limit=1999'])(
    'with %s gets one that fits',
    async (query) => {
      const response = await postJson(app, body, `format=txt&${query}`);
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(text.replaceAll('\n', '\r\n').length).toBeLessThanOrEqual(2000);
      expect(text).toContain('Иванова Мария Алексеевна');
    },
  );

  it.each(['short=0', 'short=false', ''])('with %o gets the whole letter', async (query) => {
    const text = await (await postJson(app, body, `format=txt&${query}`)).text();
    expect(text).toContain('Приложени');
  });

  it.each(['limit=', 'limit=0', 'limit=-1', 'limit=1.5', 'limit=many', 'limit=1e999'])(
    'with %o is told that the limit is no number of characters',
    async (query) => {
      const response = await postJson(app, body, `format=txt&${query}`);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ path: 'limit', code: 'type' }] });
    },
  );

  it('too short for the law is told the least that is needed', async () => {
    const response = await postJson(app, body, 'format=txt&limit=100');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'limit', code: 'limit-too-small' }] });
  });
});
