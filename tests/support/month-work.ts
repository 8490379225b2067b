/** What is done at the desk in a month, and by somebody who shares a case: by the pages, without a mouse. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { filedCase } from '../web/share/filer.ts';
import { choose, chooseFile, focusOn, press, typeInto } from './keyboard.ts';
import { episodeOf2017, type Place, type Seat, textsIn, titleOf } from './month.ts';
import { openBrowser } from './person.ts';

/** Three reports of a crime to two letters to the prosecutor; every tenth is registered at once. */
function tableOf(rows: number, region: string): Buffer {
  const heading = 'Документ;Куда;Как подано;Подано;Зарегистрировано;Номер регистрации;Регион;Заметка';
  const lines = Array.from({ length: rows }, (_, at) =>
    [
      at % 5 < 3 ? 'crime-report-media;sk-central' : 'prosecutor-appeal;gp-central',
      'in-person',
      `0${2 + (at % 4)}.11.2026`,
      at % 10 === 0 ? `05.11.2026;${at}пр-26` : ';',
      region,
      `строка ${at}`,
    ].join(';'),
  );
  return Buffer.from([heading, ...lines].join('\r\n'));
}

export async function bringIn({ page, t }: Seat, rows: number, region: string): Promise<void> {
  await press(page, t('desk.frame.places.today'));
  await press(page, t('desk.today.import'));
  const file = { name: 'table.csv', mimeType: 'text/csv', buffer: tableOf(rows, region) };
  await chooseFile(page, t('desk.import.file'), file);
  await press(page, t('desk.import.look'));
  await press(page, t('desk.import.button', { count: rows }));
  expect(await page.locator('.done').innerText()).toBe(t('desk.import.done', { count: rows }));
}

/** Somebody who has filed shares the case with the organisation; their browser seals it. */
export async function share({ browser, url }: Place, name: string): Promise<void> {
  const t = textsIn('ru');
  const { page, context } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${url}/ru/share`);
  const buffer = Buffer.from(JSON.stringify(filedCase()));
  await chooseFile(page, t('case.open.file'), { name: 'case.json', mimeType: 'application/json', buffer });
  await choose(page, name);
  await focusOn(page, t('share.go'));
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-share-code]:visible');
  const groups = (await page.locator('[data-code-group]').allInnerTexts()).filter((one) => one !== '');
  await focusOn(page, t('share.code.kept'));
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-share-confirm]:visible');
  for (const field of await page.locator('[data-group]:visible label').allInnerTexts())
    await typeInto(page, field, groups[Number(field.replace(/\D/g, '')) - 1] ?? '');
  await press(page, t('share.confirm.button'));
  await context.close();
}

/** A report of a crime from the register; gives the place of the case below the desk. */
export async function openOne({ page, t, language }: Seat): Promise<string> {
  await press(page, t('desk.frame.places.register'));
  await press(page, titleOf('crime-report-media', language));
  return placeOf(page.url());
}

export async function openArrived({ page, t, language }: Seat): Promise<string> {
  await press(page, t('desk.frame.places.today'));
  await focusOn(page, t('desk.today.arrived.short'));
  await page.keyboard.press('Enter');
  await press(page, titleOf('crime-report-media', language));
  return placeOf(page.url());
}

const placeOf = (url: string) => /case\/[^?#/]+/.exec(url)?.[0] ?? '';

export async function noteTreatedAsLetter({ page, t }: Seat): Promise<void> {
  await press(page, t('case.move.answer'));
  await choose(page, t('case.saying.considered.label'));
  await press(page, t('common.continue'));
  await choose(page, t('case.letter.krsp.incoming'));
  await choose(page, t('case.letter.law.fz59'));
  await choose(page, t('case.letter.order.none'));
  await typeInto(page, t('case.field.date'), '11132026');
  await press(page, t('case.add'));
  expect(await page.locator('#finding').innerText()).toContain(t('case.finding.treated-as-appeal.title'));
}

export async function noteRefusal({ page, t }: Seat): Promise<void> {
  await press(page, t('case.move.answer'));
  await choose(page, t('case.saying.refused.label'));
  await press(page, t('common.continue'));
  await choose(page, t('case.letter.order.refusal'));
  await typeInto(page, t('case.field.date'), '11132026');
  await typeInto(page, t('case.field.received'), '11162026');
  await press(page, t('case.add'));
  expect(await page.locator('#finding').innerText()).toContain(t('case.finding.refused.title'));
}

/** The next document is made, downloaded, added to the case, and filed the same day. */
export async function writeNext({ page, t, language }: Seat): Promise<void> {
  await press(page, t('case.move.make'));
  await choose(page, episodeOf2017(language));
  await press(page, t('common.continue'));
  await press(page, t('case.document.look'));
  await focusOn(page, t('walk.files.docx.label'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await press(page, t('case.document.add'));
  await press(page, t('case.move.filed'));
  await typeInto(page, t('case.filed.date'), '11162026');
  await press(page, t('case.add'));
  expect(await page.locator('.filing').count()).toBe(2);
}
