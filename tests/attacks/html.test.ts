/** HTML typed by a person stays words, in the letter, in the preview, and in the fields that carry it from page to page. */
import { describe, expect, it } from 'vitest';
import { bodyOf, ownEpisode, postForm, postJson } from '../support/site.ts';
import { stepIds } from '../web/every-answer.ts';
import { readPage, tagsOf } from '../web/page.ts';
import { app, expectInert, expectNoName, pageForm } from './inert.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script src=//x.example>',
  '</bdi></p></article></main>',
  '</title></style></script><!--',
  '<form action="https://x.example">',
  '<base href="https://x.example/">',
  '<meta http-equiv=refresh content=0>',
  '&lt;b&gt; &quot; &#39; &amp;amp;',
  '`\u0024{alert(1)}`',
];

describe.each(attacks)('somebody types %s', (attack) => {
  it('and every format shows it as it is', () => expectInert(attack));
  it('and it is no name', () => expectNoName(attack));

  it('and every page carries it on unchanged, inside its fields', async () => {
    const form = pageForm(attack);
    const plain = pageForm('слово');
    for (const step of stepIds) {
      const page = await (await postForm(app, `/ru/online/${step}`, form)).text();
      const usual = await (await postForm(app, `/ru/online/${step}`, plain)).text();
      expect(
        tagsOf(page).map(({ name }) => name),
        step,
      ).toEqual(tagsOf(usual).map(({ name }) => name));
      const carried = readPage(page).controls.map(({ name, value }) => [name, value]);
      const kept = form.filter(([name]) => /address|ownWords|reports|ownSources/.test(name));
      expect(carried, step).toEqual(expect.arrayContaining(kept));
    }
  });
});

it.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  '//x.example',
  'http:',
  'https://x.example/"onclick="x',
  "https://x.example/'><b>",
  'https://x.example/<script>',
  'file:///etc/passwd',
])('%o is no address of a publication', async (url) => {
  const own = { ...ownEpisode, ownSources: [{ ...ownEpisode.ownSources[0], url }] };
  const response = await postJson(app, bodyOf('crime-report-media', { answers: own }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    errors: [{ path: 'answers.ownSources.0.url', code: 'url' }],
  });
});

it.each(['<b>', '"', "'", '&', '</script>'])('no page is built of a parameter: %s', async (text) => {
  const query = new URLSearchParams({ format: text, lang: text, name: text }).toString();
  for (const path of ['/ru', '/ru/online', '/en/about', `/ru/${encodeURIComponent(text)}`]) {
    const plain = tagsOf(await (await app.request(path.replace(/ru\/.*%.*/, 'ru/x'))).text());
    const asked = tagsOf(await (await app.request(`${path}?${query}`)).text());
    expect(asked, path).toEqual(plain);
  }
});

it('a button that names a field of its own invention adds no markup', async () => {
  for (const move of ['suggest:"><script>', 'suggest:__proto__', 'change:<b>', 'back:x', '<b>']) {
    const page = await (await postForm(app, '/ru/online/name', { move, '"><b>': '"><b>' })).text();
    expect(page).not.toMatch(/<script>|"><b>/);
    expect(readPage(page).controls.filter(({ name }) => !/^[a-zA-Z.0-9]*$/.test(name))).toEqual([]);
  }
});
