/** Somebody who does not type their name: it is written by hand, and nothing of them comes to the service. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { documentText } from '../support/docx-parts.ts';
import { isThorough } from '../support/languages.ts';
import { bodyOf, openService, postForm, postJson, templateIds } from '../support/site.ts';
import { canary, traceIn } from './canary.ts';
import { flat } from './every-answer.ts';
import { readPage, textOf } from './page.ts';
import { standingOn, type Walker, walkTo } from './walker.ts';

const { app, site } = openService();
const byHand = { name: (walker: Walker) => walker.tick('blank', 'yes') };

describe.each(languages)('in %s', (language) => {
  it.each(isThorough(language) ? templateIds : templateIds.slice(0, 1))(
    'they walk to the files of %s and download a sheet',
    async (template) => {
      const chosen = { ...byHand, complaint: (walker: Walker) => walker.choose('template', template) };
      const walker = await standingOn(app, 'files', chosen, language);
      const docx = await walker.press('docx');
      expect(docx.headers.get('Content-Disposition')).toBe(
        'attachment; filename="zayavlenie-2026-12-01.docx"',
      );
      expect(documentText(new Uint8Array(await docx.arrayBuffer()))).toContain('полностью):');
      const txt = await (await walker.press('txt')).text();
      expect(txt).toContain('Прочитала в газете.');
      expect(txt).toMatch(/«____» _+ 20____/u);
      expect(await (await walker.press('html')).text()).toContain('letter-fill');
    },
  );
});

it('they go from the name straight to the check, which says what they will write', async () => {
  const walker = await standingOn(app, 'name');
  walker.tick('blank', 'yes');
  await walker.press('next');
  expect([walker.step, walker.status]).toEqual(['check', 200]);
  expect(walker.html).toContain('вы впишете от руки');
  expect(walker.html).not.toContain('change:reply');
  await walkTo(walker, 'files');
  expect(walker.html).toContain('Впишите от руки и разборчиво');
  expect(walker.html).toContain('подобраны на 1 декабря 2026');
  expect(walker.html).not.toContain('/online/sheet');
  await walker.press('Для электронной формы');
  expect(walker.html).toContain('Вместо линии после слова');
});

it('they go back and find the box as they left it', async () => {
  const walker = await standingOn(app, 'check', byHand);
  await walker.press('back');
  expect([walker.step, walker.sent('blank')]).toEqual(['name', ['yes']]);
  await walker.press('back');
  await walker.press('next');
  expect(walker.sent('blank')).toEqual(['yes']);
});

it('they change another answer and come straight back to the check', async () => {
  const walker = await standingOn(app, 'check', byHand);
  await walker.press('change:sources');
  await walker.press('next');
  expect([walker.step, walker.status]).toEqual(['check', 200]);
  await walker.press('change:words');
  walker.type('answers.ownWords', '');
  await walker.press('next');
  expect(walker.step).toBe('check');
});

it('a mistake in another answer is still told', async () => {
  const walker = await standingOn(app, 'check', byHand);
  for (const step of ['requests', 'sources']) {
    await walker.press(`change:${step}`);
    const ticked = walker.sent(`answers.${step}`);
    for (const id of ticked) walker.tick(`answers.${step}`, id, false);
    await walker.press('next');
    expect([walker.step, walker.status]).toEqual([step, 422]);
    for (const id of ticked) walker.tick(`answers.${step}`, id);
    await walker.press('next');
    expect(walker.step).toBe('check');
  }
});

it('they change their mind, and are asked for the name and the address', async () => {
  const walker = await standingOn(app, 'check', byHand);
  await walker.press('change:name');
  walker.tick('blank', 'yes', false);
  await walker.press('next');
  expect(walker.status, 'a name is needed now').toBe(422);
  await walkTo(walker, 'check', {});
  const letter = await (await (await walkedOn(walker)).press('txt')).text();
  expect(letter.replaceAll('\u00a0', ' ')).toContain('от Ивановой Марии');
  expect(letter).toContain('101000');
});

async function walkedOn(walker: Walker): Promise<Walker> {
  await walkTo(walker, 'files');
  return walker;
}

it('they change their mind the other way, and what they typed is carried no further', async () => {
  const walker = await standingOn(app, 'check', {
    reply: (on) => {
      on.type('applicant.address', '101000, г. Москва');
      on.type('date', '2026-11-30');
    },
  });
  await walker.press('change:name');
  walker.tick('blank', 'yes');
  await walker.press('next');
  expect(walker.step).toBe('check');
  expect(walker.html).not.toMatch(/Иванов|101000|2026-11-30/u);
});

it('somebody with a name opens the same sheet without it, for another to sign', async () => {
  const walker = await standingOn(app, 'files');
  const sheet = await walker.press('Открыть без имени');
  expect(sheet.headers.get('Content-Disposition')).toBe('inline');
  expect(sheet.headers.get('Cache-Control')).toBe('no-store');
  const text = await sheet.text();
  expect(text).toContain('полностью):');
  expect(text).toContain('Прочитала в газете.');
  expect(text).not.toMatch(/Иванов|101000/u);
});

it('no page and no file of theirs holds a name, even if one was sent along', async () => {
  const { lastName, firstName, address } = canary;
  const { applicant, ...body } = bodyOf('crime-report-media', {
    applicant: { lastName, firstName, address },
  });
  const form = flat({
    ...body,
    applicant,
    acknowledged: 'yes',
    blank: 'yes',
    genitiveFor: lastName,
    move: 'stay',
  });
  for (const step of ['name', 'check', 'warning', 'files', 'file', 'print', 'sheet']) {
    const response = await postForm(app, `/ru/online/${step}`, form);
    expect(response.status, step).toBe(200);
    expect(traceIn(await response.text()), step).toBeUndefined();
  }
});

describe('a program', () => {
  const { applicant, ...named } = bodyOf('crime-report-media');

  it('gets a sheet for blank', async () => {
    const response = await postJson(app, { ...named, blank: true });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('полностью):');
  });

  it.each([
    ['ru', 'Уберите applicant или blank.'],
    ['en', 'Remove applicant or blank.'],
  ])('is told in %s that a name beside it is a mistake', async (language, sentence) => {
    const headers = { 'Accept-Language': language };
    const response = await postJson(app, { ...named, applicant, blank: true }, 'format=txt', headers);
    expect(response.status).toBe(422);
    const { errors } = await response.json();
    expect(errors).toMatchObject([{ path: 'applicant', code: 'blank-applicant' }]);
    expect(errors[0].message).toContain(sentence);
  });

  it('finds an example of it that works, for every complaint', async () => {
    for (const id of templateIds) {
      const { blankExample } = await (await app.request(`/api/templates/${id}`)).json();
      expect((await postJson(app, blankExample)).status).toBe(200);
    }
  });
});

it.each(languages)('the first page and the one about danger offer it in %s', async (language) => {
  const t = site.texts(language);
  for (const [page, offer] of [
    ['', t('start.kept.sheet')],
    ['/danger', t('before.danger.sheet')],
  ]) {
    const { links } = readPage(await (await app.request(`/${language}${page}`)).text());
    expect(links).toContainEqual({ href: `/${language}/online`, text: textOf(offer ?? '') });
  }
});
