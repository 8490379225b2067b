/** Line ends typed or sent never end a header: no header of the answer is anybody's but ours. */
import { describe, expect, it } from 'vitest';
import { anyLanguage } from '../support/languages.ts';
import { bodyOf, formatNames, postForm, postJson } from '../support/site.ts';
import { app, bodyWith, expectInert, pageForm } from './inert.ts';

const ends = [
  '\r\nX-Own: 1',
  '\nX-Own: 1',
  '\rX-Own: 1',
  '\u2028X-Own: 1',
  '\u0085X-Own: 1',
  '%0d%0aX-Own: 1',
  '\r\n\r\n<b>',
];

function names(response: Response): string[] {
  return [...response.headers.keys()].sort();
}

describe.each(ends)('somebody types %o', (attack) => {
  it('and it is a gap between words', async () => {
    await expectInert(`а${attack.includes('%') ? attack : ' X-Own: 1'}`);
    for (const format of formatNames) {
      const response = await postJson(app, bodyWith(attack), `format=${format}`);
      const usual = await postJson(app, bodyWith('слово'), `format=${format}`);
      expect(response.status).toBe(200);
      expect(names(response)).toEqual(names(usual));
      expect(response.headers.get('Content-Disposition')).toBe(usual.headers.get('Content-Disposition'));
    }
    expect(names(await postForm(app, '/ru/online/file', pageForm(attack)))).toEqual(
      names(await postForm(app, '/ru/online/file', pageForm('слово'))),
    );
  });

  it('as a date, a format or a limit, and is refused', async () => {
    const asked = encodeURIComponent(attack);
    const dated = { ...bodyOf('crime-report-media'), date: `2026-12-01${attack}` };
    expect((await postJson(app, dated)).status).toBe(422);
    expect((await postJson(app, bodyWith('а'), `format=docx${asked}`)).status).toBe(406);
    expect((await postJson(app, bodyWith('а'), `format=txt&limit=2000${asked}`)).status).toBe(422);
    const file = await postForm(app, '/ru/online/file', [...pageForm('а'), ['format', `txt${attack}`]]);
    expect(file.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="zayavlenie-[\d-]+\.docx"$/,
    );
  });

  it('in an address, and no redirect repeats it', async () => {
    for (const path of ['/', '/ru/write', '/favicon.ico', '/ru/online']) {
      const asked = encodeURIComponent(attack).replaceAll('%25', '%');
      const response = await app.request(`${path === '/' ? '' : path}/${asked}?${asked}`);
      expect(response.headers.get('Location') ?? '').not.toMatch(/X-Own|<b>/);
      expect(response.headers.has('X-Own')).toBe(false);
    }
  });
});

describe('a header that a browser would not send', () => {
  it.each([
    ['Accept-Language', 'en\t,ru'],
    ['Accept-Language', `${'en-'.repeat(5000)}x`],
    ['Accept-Language', 'a,'.repeat(5000)],
    ['Accept-Language', '*;q=x,;q=,=;'],
    ['Accept', `${'a/b;q=0.1,'.repeat(3000)}`],
    ['Accept', `text/plain;${' '.repeat(9000)}q=1`],
    ['Accept', '/;,;/'],
    ['Accept', `text/plain;x="${'\\"'.repeat(4000)}`],
    ['Content-Type', `application/json;${'a=b;'.repeat(4000)}`],
    ['Content-Type', `application/${'a+'.repeat(4000)}json`],
    ['Origin', `http://${'a'.repeat(9000)}`],
    ['Sec-Fetch-Site', 'same-origin\t'],
  ])('%s is read in no time and breaks nothing', async (name, value) => {
    const answer = await postJson(app, bodyOf('crime-report-media'), '', { [name]: value });
    expect([200, 406, 415]).toContain(answer.status);
    const page = await postForm(app, '/ru/online/name', { move: 'stay' }, { [name]: value });
    expect([200, 403]).toContain(page.status);
    expect((await app.request('/', { headers: { [name]: value } })).headers.get('Location')).toMatch(
      new RegExp(`^/${anyLanguage}$`),
    );
  });
});
