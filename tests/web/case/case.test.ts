/** The case as pages without a script: kept, filed, answered, corrected, saved, opened again. */
import { describe, expect, it } from 'vitest';
import { aCase, aFiling } from '../../domain/case/a-case.ts';
import { openService, postForm } from '../../support/site.ts';
import { readPage, textOf } from '../page.ts';
import { caseOf, file, keeping, pressTo, say } from './keeper.ts';

const { app, faults } = openService();
const main = (html: string) => textOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');

describe('keeping a case', () => {
  it('holds the text, its fingerprint and the answers, and nothing of the person', async () => {
    const walker = await keeping(app);
    const kept = caseOf(walker.page);
    expect(walker.status).toBe(200);
    expect(JSON.stringify(kept)).not.toMatch(/Иванов|Мария|Примерная/);
    expect(kept.applicant).toBeUndefined();
    expect(kept.filings[0]?.text).toContain('ЗАЯВЛЕНИЕ');
    expect(kept.filings[0]?.text).toContain('[имя и адрес в этот файл не записаны]');
    expect(kept.filings[0]?.answers).toMatchObject({
      episode: '2017',
      ownWords: 'Прочитала в газете.\nПрошу проверить.',
    });
  });

  it('holds the person where they ticked it, and only then', async () => {
    const kept = caseOf((await keeping(app, {}, 'ru', true)).page);
    expect(kept.applicant).toMatchObject({ lastName: 'Иванова', firstName: 'Мария' });
    expect(kept.filings[0]?.text).toContain('Примерная');
  });

  it('gives every case an id of its own', async () => {
    const ids = [caseOf((await keeping(app)).page), caseOf((await keeping(app)).page)].map((one) => one.case);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('leads back to the answers where one is missing', async () => {
    const response = await postForm(app, '/ru/case/keep', { template: 'crime-report-media' });
    expect(response.status).toBe(422);
    expect(readPage(await response.text()).action).toBe('/ru/online/check');
  });
});

describe('what happened', () => {
  it('begins with the day of filing: without it no time runs', async () => {
    const walker = await keeping(app);
    expect(main(walker.html)).toContain('Ещё не подано');
    await pressTo(walker, '/case/filed');
    await walker.press('next');
    expect(walker.status).toBe(422);
    expect(walker.page.errors).toHaveLength(1);
    walker.type('date', '2027-01-01');
    await walker.press('next');
    expect(walker.page.errors.join()).toContain('ещё не наступил');
    walker.type('date', '01.11.2026');
    walker.type('number', 'RR123456789RU');
    await walker.press('next');
    expect(caseOf(walker.page).filings[0]).toMatchObject({
      channel: 'post',
      events: [{ kind: 'sent', date: '2026-11-01', number: 'RR123456789RU' }],
    });
    expect(main(walker.html)).toContain('Последний день приблизительно');
  });

  it('by hand into a hand: the office has it that day', async () => {
    const walker = await keeping(app);
    await pressTo(walker, '/case/filed');
    walker.choose('channel', 'in-person');
    walker.type('date', '2026-11-01');
    await walker.press('next');
    expect(caseOf(walker.page).filings[0]?.events.map(({ kind }) => kind)).toEqual(['sent', 'received']);
  });

  it('is corrected and removed', async () => {
    const walker = await keeping(app, {}, 'en');
    await file(walker, '2026-09-01');
    await say(walker, 'slip', { krsp: 'krsp', date: '2026-09-10', number: '123пр-26' });
    expect(main(walker.html)).toContain('It is registered');
    await pressTo(walker, '/case/event', 'change:');
    expect(walker.sent('date')).toEqual(['2026-09-01']);
    expect(walker.sent('kind')).toEqual(['sent']);
    walker.type('date', '2026-09-02');
    await walker.press('next');
    expect(caseOf(walker.page).filings[0]?.events).toEqual([
      { kind: 'sent', date: '2026-09-02', number: '10100012345678' },
      { kind: 'registered', date: '2026-09-10', number: '123пр-26' },
    ]);
    const remove = walker.page.buttons.filter(({ value }) => value.startsWith('remove:'))[1];
    await walker.press(remove?.text ?? '');
    expect(caseOf(walker.page).filings[0]?.events).toHaveLength(1);
  });

  it('says beside the field what is wrong, and loses nothing', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await say(walker, 'extended', { law: 'upk', date: '2026-08-01', days: '400', number: '7'.repeat(70) });
    expect(walker.status).toBe(422);
    expect(walker.page.errors).toHaveLength(2);
    expect(walker.sent('number')).toEqual(['7'.repeat(70)]);
    expect(walker.sent('days')).toEqual(['400']);
    walker.type('number', '7');
    walker.type('days', '30');
    await walker.press('next');
    expect(walker.page.errors.join()).toContain('раньше дня');
    walker.type('date', '2026-09-20');
    await walker.press('next');
    expect(caseOf(walker.page).filings[0]?.events.at(-1)).toEqual({
      kind: 'extended',
      date: '2026-09-20',
      days: 30,
      number: '7',
    });
  });

  it('takes no future, no answer before the document, no unknown choice', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await pressTo(walker, '/case/answer');
    await walker.press('next');
    expect(walker.status).toBe(422);
    walker.choose('saying', 'joined');
    await walker.press('next');
    await walker.press('next');
    expect(walker.page.errors).toHaveLength(1);
    walker.type('date', '2026-12-02');
    await walker.press('next');
    expect(walker.page.errors.join()).toContain('ещё не наступил');
  });

  it('in another language, with what was typed', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await pressTo(walker, '/case/answer');
    walker.choose('saying', 'considered');
    await walker.press('English');
    expect(walker.page.language).toBe('en');
    expect(walker.sent('saying')).toEqual(['considered']);
    await walker.press('next');
    walker.type('signedBy', 'следователь');
    await walker.press('Русский');
    expect(walker.sent('signedBy')).toEqual(['следователь']);
    expect(walker.page.heading).toBe('Несколько вопросов о письме');
  });
});

describe('saving and opening', () => {
  const open = (text: string, language = 'ru') =>
    postForm(app, `/${language}/case/open`, { pasted: text, move: 'next' });

  it('gives a file with a neutral name that no cache keeps, and opens it again as it was', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await pressTo(walker, '/case/save');
    expect(main(walker.html)).toContain('прочтёт каждый');
    const response = await pressTo(walker, '/case/download');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="case-2026-12-01.json"',
      'cache-control': 'no-store',
    });
    const text = await response.text();
    const page = readPage(await (await open(text)).text());
    expect(caseOf(page)).toEqual(JSON.parse(text));
  });

  it('takes a file as a browser uploads it', async () => {
    const form = new FormData();
    form.set('file', new File([JSON.stringify(aCase())], 'x.json'));
    form.set('move', 'next');
    const response = await app.request('/en/case/open', { method: 'POST', body: form });
    expect(response.status).toBe(200);
    expect(caseOf(readPage(await response.text()))).toEqual(aCase());
  });

  it.each([
    ['', 'Выберите файл'],
    ['age-encryption.org/v1\n', 'запечатан'],
    ['не дело', 'не файл дела'],
    ['{"format":"case","version":9}', 'более новой версией'],
    ['{"format":"case","version":1', 'повреждён'],
  ])('%j: says so, in the field too, and keeps the text', async (text, sentence) => {
    const response = await open(text);
    expect(response.status).toBe(422);
    const page = readPage(await response.text());
    expect(page.errors.join()).toContain(sentence);
    expect(page.controls.find(({ name }) => name === 'pasted')?.value.trim()).toBe(text.trim());
  });

  it('shows a case whose text was changed, and says which', async () => {
    const response = await open(JSON.stringify(aCase([aFiling({ sha256: '0'.repeat(64) })])));
    expect(response.status).toBe(200);
    expect(main(await response.text())).toContain('не тот, что был сохранён');
  });

  it('shows a case with a document that this version does not know', async () => {
    const response = await open(
      JSON.stringify(
        aCase([aFiling({ template: 'of-the-future', events: [{ kind: 'sent', date: '2026-09-01' }] })]),
      ),
    );
    expect(response.status).toBe(200);
    expect(main(await response.text())).toContain('неизвестен');
  });

  it('refuses more than a megabyte, and a form without a case leads to the way in', async () => {
    const large = await open('x'.repeat(1024 * 1024 + 1));
    expect(large.status).toBe(413);
    const lost = await postForm(app, '/ru/case/answer', { move: 'next' });
    expect(lost.status).toBe(422);
    expect(readPage(await lost.text()).action).toBe('/ru/case/open');
  });

  it('asks for nothing by an address: every page of a case is posted', async () => {
    for (const path of [
      'filed',
      'answer',
      'letter',
      'event',
      'document',
      'ready',
      'file',
      'save',
      'download',
      'calendar',
    ])
      expect((await app.request(`/ru/case/${path}`)).headers.get('location')).toBe('/ru/case');
    expect((await postForm(app, '/ru/case/nowhere', {})).status).toBe(404);
  });
});

it('no page of a case calls it closed', async () => {
  const walker = await keeping(app, {}, 'en');
  await file(walker, '2026-09-01');
  await say(walker, 'refused', { order: 'refusal', grounds: 'no-event', date: '2026-10-01' });
  expect(main(walker.html)).not.toMatch(/\bclosed\b/i);
  expect(faults).toEqual([]);
});
