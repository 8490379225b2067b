/** A follow-up starts from a case: nobody who has filed nothing yet is offered one. */
import { expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { allTemplateIds, openService, postForm, templateIds } from '../support/site.ts';

const { app } = openService();
const followUps = allTemplateIds.filter((id) => !templateIds.includes(id));

it.each(languages)('the walk offers first documents only (%s)', async (language) => {
  const page = await postForm(app, `/${language}/online/before`, { filedFrom: 'russia', move: 'next' });
  const html = await page.text();
  for (const id of templateIds) expect(html).toContain(`value="${id}"`);
  for (const id of followUps) expect(html).not.toContain(`value="${id}"`);
});

it('and takes none that a form names all the same', async () => {
  for (const id of followUps) {
    const page = await postForm(app, '/ru/online/complaint', {
      filedFrom: 'russia',
      template: id,
      move: 'next',
    });
    expect(page.status).toBeLessThan(500);
    expect(await page.text()).toContain('name="template"');
  }
});

it('a program sees of which kind each is', async () => {
  const all: { id: string; kind: string }[] = await (await app.request('/api/templates')).json();
  expect(all.filter(({ kind }) => kind === 'follow-up').map(({ id }) => id)).toEqual(followUps);
  expect(followUps.length).toBe(11);
});
