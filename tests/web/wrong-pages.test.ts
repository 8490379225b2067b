/** When something goes wrong, what a person has typed is still on the page, one press away; and nobody writes it down. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { anyLanguage, thorough } from '../support/languages.ts';
import { bodyOf, openService, postForm } from '../support/site.ts';
import { flat } from './every-answer.ts';
import { readPage } from './page.ts';

const typed: [string, string][] = flat(bodyOf('crime-report-media'));
const broken = (message: string) => ({
  preview: () => {
    throw new Error(message);
  },
  readingPreview: () => {
    throw new Error(message);
  },
  formats: {
    docx: { extension: 'docx', type: 'application/x-docx', render: () => Promise.reject(new Error(message)) },
  },
});

/** Every answer is in the form, and the form leads back into the walk. */
function expectKept(html: string): void {
  const { controls, action } = readPage(html);
  expect(action).toMatch(new RegExp(`^/${anyLanguage}/online/reply$`));
  expect(controls.map(({ name, value }) => [name, value])).toEqual(expect.arrayContaining(typed));
}

describe.each(thorough)('in %s', (language) => {
  const t = openService().site.texts(language);

  it('somebody who posts to a step that is gone keeps what was typed', async () => {
    const response = await postForm(openService().app, `/${language}/online/gone`, typed);
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain(t('errors.page.404.text'));
    expectKept(page);
  });

  it.each(['check', 'file'])('somebody whose %s breaks keeps what was typed', async (step) => {
    const { app, faults } = openService(broken('broken'));
    const response = await postForm(app, `/${language}/online/${step}`, [...typed, ['move', 'stay']]);
    expect(response.status).toBe(500);
    const page = await response.text();
    expect(page).toContain(t('errors.page.500.text'));
    expectKept(page);
    expect(faults.map(({ route }) => route)).toEqual([
      step === 'check' ? `POST /${language}/online/:step` : `POST /${language}/online/file`,
    ]);
  });

  it('goes on from there to the answers, and on in every other language too', async () => {
    const { app } = openService();
    const lost = readPage(await (await postForm(app, `/${language}/online/gone`, typed)).text());
    const fields = lost.controls.map(({ name, value }): [string, string] => [name, value]);
    const back = await postForm(app, lost.action, [...fields, ['move', 'next']]);
    expect(readPage(await back.text()).action).toBe(`/${language}/online/check`);
    const others = lost.buttons.filter(({ value }) => value === 'stay').map((one) => one.formaction ?? '');
    expect(others).toEqual(languages.filter((one) => one !== language).map((one) => `/${one}/online/reply`));
    for (const other of others)
      expectKept(await (await postForm(app, other, [...fields, ['move', 'stay']])).text().then(asHidden));
  });
});

/** Fields that the step itself shows count as kept, and it posts to itself. */
function asHidden(html: string): string {
  return html.replace(
    /<textarea[^>]*name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/g,
    '<input type="hidden" name="$1" value="$2">',
  );
}

it('somebody who follows a wrong link reads where to go, and no word of the address is repeated', async () => {
  const response = await openService().app.request('/ru/Maria-Ivanova?name=Maria-Ivanova');
  expect(response.status).toBe(404);
  const page = await response.text();
  expect(page).toContain('href="/ru"');
  expect(page).not.toContain('Maria-Ivanova');
});

it('a fault is told once, with its route and without what was typed', async () => {
  const { app, faults } = openService(broken('broken'));
  await postForm(app, '/ru/online/file?name=Maria', typed);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.route).toBe('POST /ru/online/file');
});

it('a form that breaks even the reading of it still gets a page', async () => {
  for (const body of ['%', '&&&=', '=x', 'a=%ff%fe&a', '\u0000', '%E0%A4%A']) {
    const response = await postForm(openService().app, '/ru/online/name', body);
    expect([200, 422], body).toContain(response.status);
  }
});
