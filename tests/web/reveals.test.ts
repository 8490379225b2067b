/** Each sentence of "what this file reveals" is held against the bytes that a person really gets. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { interfaceTexts, type Key } from '../../src/i18n.ts';
import { readLocales } from '../../src/read-locales.ts';
import { folder } from '../locales/texts.ts';
import { parts } from '../support/docx-parts.ts';
import { readPdf } from '../support/pdf.ts';
import { bodyOf, openService, postForm, templateIds, today } from '../support/site.ts';
import { fullCase } from './case/every-page.ts';
import { caseOf, keeping, pressTo } from './case/keeper.ts';
import { flat } from './every-answer.ts';
import { textOf } from './page.ts';
import { standingOn, type Walker } from './walker.ts';

const { app } = openService();
const russian = interfaceTexts(readLocales(folder))('ru');
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const words = 'Слова человека, которых нет в шаблоне.';

type File = { name: string; bytes: Uint8Array; text: string };

/** The file as it is downloaded after the walk. */
async function fileOf(template: string, format: string, byHand = false): Promise<File> {
  const { applicant, ...body } = bodyOf(template, { answers: { ownWords: words } });
  const person = byHand ? { blank: 'yes' } : { applicant };
  const form = flat({ ...body, ...person, acknowledged: 'yes' });
  return received(await postForm(app, '/ru/online/file', [...form, ['format', format]]));
}

async function received(response: Response): Promise<File> {
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
  return { name, bytes, text: Buffer.from(bytes).toString('utf8') };
}

/** Day and time of every entry as the zip holds them, in its heads and in its directory. */
function zipTimes(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes);
  const all = latin(bytes);
  const at = (mark: string, offset: number) =>
    [...all.matchAll(new RegExp(mark, 'g'))].map(({ index }) => file.readUInt32LE(index + offset));
  return [...at('PK\\x03\\x04', 10), ...at('PK\\x01\\x02', 12)];
}

/** The file with every packed part unpacked. */
function unpacked(bytes: Uint8Array): string {
  const text = latin(bytes);
  const streams = [...text.matchAll(/\/FlateDecode[\s\S]*?stream\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    return latin(inflateSync(bytes.subarray(from, text.indexOf('endstream', from)), { finishFlush: 2 }));
  });
  return [text, ...streams].join('\n');
}

const named = /Иванов|Примерная|101000/;
const programs =
  /\b(?:typst|microsoft|libreoffice|proverka|chrome|skia|node|creator|producer|author|generator)\b/i;

describe.each(templateIds)('somebody who looks into the files of %s', (template) => {
  it('finds no property, no time and one name of a font in the one for Word', async () => {
    const { name, bytes } = await fileOf(template, 'docx');
    const inside = parts(bytes);
    expect(name).toMatch(/^zayavlenie-\d{4}-\d\d-\d\d\.docx$/);
    expect(latin(bytes)).not.toMatch(/docProps|word\/fonts|customXml/);
    const times = zipTimes(bytes);
    expect(times.length).toBe(2 * inside.size);
    expect([...new Set(times)]).toEqual([0x00210000]); // 1 January 1980, midnight
    const xml = [...inside.values()].join('\n');
    const fonts = [...xml.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"/g)].map(([, font]) => font);
    expect([...new Set(fonts)]).toEqual(['Times New Roman']);
    expect(xml).not.toMatch(/rsid|w:author|w:date=|<w:(?:ins|del|comment)\b/);
  });

  it('finds a title, a language, a number that comes from the content and the letters of Tinos in the PDF', async () => {
    const { name, bytes } = await fileOf(template, 'pdf');
    expect(name).toMatch(/^zayavlenie-\d{4}-\d\d-\d\d\.pdf$/);
    const { info, outline } = await readPdf(bytes);
    const known = /^(Title|Language|PDFFormatVersion|Is\w+|EncryptFilterName)$/;
    expect(Object.keys(info).filter((key) => !known.test(key))).toEqual([]);
    expect(info).toMatchObject({ Title: 'Заявление', Language: 'ru' });
    expect(outline.length).toBeGreaterThan(0);
    const all = unpacked(bytes);
    expect(all).not.toMatch(
      /CreationDate|ModDate|CreateDate|ModifyDate|D:\d{4}|typst|\/Producer|\/Creator|\/Author/i,
    );
    const faces = [...all.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, face = '']) => face);
    for (const face of faces) expect(face).toMatch(/^[A-Z]{6}\+Tinos-(Regular|Bold)$/); // six letters: cut down to what is used
    const id = (file: Uint8Array) => /\/ID \[(.*)\]/.exec(latin(file))?.[1];
    expect(id(bytes)).toBe(id((await fileOf(template, 'pdf')).bytes));
    expect(id(bytes)).not.toBe(id((await fileOf(template, 'pdf', true)).bytes));
  });

  it('finds only the characters of the letter in the text', async () => {
    const { name, bytes, text } = await fileOf(template, 'txt');
    expect(name).toMatch(/^zayavlenie-\d{4}-\d\d-\d\d\.txt$/);
    expect(bytes[0]).not.toBe(0xef); // no byte order mark
    expect(text).not.toMatch(/\ufeff|\r|\d\d:\d\d/);
    expect(text.replaceAll(/[^A-Za-z]+/g, ' ')).not.toMatch(programs);
    expect(text).toContain(words);
  });

  it('finds marks around what was typed, names of fonts, and nothing that is loaded or run in the page', async () => {
    const { name, text } = await fileOf(template, 'html');
    expect(name).toMatch(/^zayavlenie-\d{4}-\d\d-\d\d\.html$/);
    expect(text).toContain('<title>Заявление</title>');
    expect(text).toContain(`<bdi class="own">${words}</bdi>`);
    const fonts = [...text.matchAll(/font(?:-family)?:[^;]*?(?:\d+pt\/[\d.]+ )?("[^;]*);/g)].map(
      ([, list]) => list,
    );
    expect(fonts).toEqual(['"Times New Roman", Tinos, "Liberation Serif", Times, serif']);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<img|<link|@import|url\(|src=|href=|<!--|data-|\d\d:\d\d/);
    expect([...text.matchAll(/<meta name="([^"]*)"/g)].map(([, one]) => one)).toEqual([
      ...['viewport', 'referrer', 'robots'],
    ]);
  });

  it('finds no name, no address and no day where those are left to a pen, but the own words', async () => {
    for (const format of ['txt', 'html', 'docx']) {
      const { bytes, text } = await fileOf(template, format, true);
      const all = format === 'docx' ? [...parts(bytes).values()].join('') : text;
      expect(all, format).not.toMatch(named);
      expect(all.replaceAll('\u00a0', ' '), format).not.toContain('1 декабря 2026');
      expect(all, format).toContain(words);
    }
    expect((await fileOf(template, 'txt')).text).toMatch(named);
  });
});

describe('beside each button', () => {
  const panels = (html: string) =>
    [...html.matchAll(/<details class="choice-more reveals">([\s\S]*?)<\/details>/g)].map(([, one = '']) =>
      textOf(one),
    );
  const says = (html: string, keys: Key[]) => {
    for (const key of keys) expect(panels(html).join('\n'), key).toContain(russian(key));
  };
  const byHand = { name: (walker: Walker) => walker.tick('blank', 'yes') };

  it('of the walk somebody reads what each file reveals, and what the way adds', async () => {
    const { html } = await standingOn(app, 'files');
    expect(panels(html)).toHaveLength(7);
    says(html, [
      ...([
        'reveals.docx.properties',
        'reveals.docx.times',
        'reveals.docx.fonts',
        'reveals.pdf.times',
      ] as const),
      ...([
        'reveals.txt.properties',
        'reveals.html.own',
        'reveals.letterName',
        'reveals.inside.named',
      ] as const),
      ...([
        'reveals.after.printer',
        'reveals.after.portal',
        'reveals.papers.named',
        'reveals.print.text',
      ] as const),
    ]);
    expect(html).not.toContain(russian('reveals.inside.byHand'));
  });

  it('somebody who leaves the name to a pen is not told that the name is inside', async () => {
    const { html } = await standingOn(app, 'files', byHand);
    says(html, ['reveals.inside.byHand', 'reveals.papers.byHand']);
    expect(html).not.toMatch(
      new RegExp(`${russian('reveals.inside.named')}|${russian('reveals.papers.named')}`),
    );
  });

  it('of a case somebody reads it where the document, the file and the calendar are downloaded', async () => {
    const post = async (path: string, form: Record<string, string>) =>
      (await postForm(app, `/ru/case${path}`, { case: JSON.stringify(fullCase()), ...form })).text();
    says(await post('', {}), ['reveals.calendar.titles', 'reveals.calendar.cloud', 'reveals.calendar.name']);
    says(await post('/save', {}), ['reveals.case.unnamed', 'reveals.case.plain', 'reveals.case.sealed']);
    const ready = await post('/ready', {
      ...{ filing: 'first', template: 'complaint-treated-as-appeal', move: 'next', blank: 'yes' },
      ...{ authority: 'gp-central', 'answers.requests': 'register' },
    });
    says(ready, ['reveals.docx.times', 'reveals.inside.byHand', 'reveals.papers.byHand']);
  });
});

describe('somebody who looks', () => {
  it('into a case file without a name finds the texts, events and a random number, and no time', async () => {
    const walker = await keeping(app);
    const { id } = { id: caseOf(walker.page).case };
    await pressTo(walker, '/case/save');
    const { name, text } = await received(await walker.press('download'));
    expect(name).toBe(`case-${today}.json`);
    expect(Object.keys(JSON.parse(text))).toEqual(['format', 'version', 'case', 'filings']);
    expect(text).toContain(id);
    expect(text).not.toMatch(named);
    expect(text.replaceAll(/[^A-Za-z]+/g, ' ')).not.toMatch(programs);
    expect(text).not.toMatch(/T\d\d:\d\d/);
  });

  it('into a case file with the name finds the name', async () => {
    const walker = await keeping(app, {}, 'ru', true);
    await pressTo(walker, '/case/save');
    expect(walker.html).toContain(russian('reveals.case.named'));
    expect((await received(await walker.press('download'))).text).toMatch(named);
  });

  it('into a calendar finds one title, law and documents below it, midnights, the number of the case and nothing typed', async () => {
    const kept = { ...fullCase(words), case: 'a-random-number' };
    const form = { case: JSON.stringify(kept) };
    const { name, text } = await received(await postForm(app, '/ru/case/calendar', form));
    const unfolded = text.replaceAll(/\r\n[ \t]/g, '');
    expect(name).toBe(`calendar-${today}.ics`);
    const titles = [...unfolded.matchAll(/^SUMMARY:(.*)$/gm)].map(([, title]) => title);
    expect(new Set(titles)).toEqual(new Set([russian('clock.calendar.due')]));
    expect(unfolded).not.toContain(words);
    expect(unfolded).not.toMatch(named);
    expect(unfolded).toMatch(/DESCRIPTION:.*УПК/);
    for (const [, uid] of unfolded.matchAll(/^UID:(.*)$/gm)) expect(uid).toContain('a-random-number');
    const times = [...unfolded.matchAll(/\d{8}T(\d{6})/g)].map(([time]) => time);
    expect(new Set(times)).toEqual(new Set([`${today.replaceAll('-', '')}T000000`]));
  });

  it('into the papers finds no topic, and the name only where it was given', async () => {
    const walker = await standingOn(app, 'files');
    const { name, text } = await received(await walker.press('text'));
    expect(name).toBe('zayavlenie.txt');
    expect(text).toMatch(named);
    for (const kind of ['envelope', 'inventory', 'second-copy']) {
      const paper = textOf((await (await walker.press(kind)).text()).replace(/[\s\S]*<section/, '<section'));
      expect(paper, kind).toMatch(/Иванов/);
      expect(paper.replace(/Следственн\S+ комитет\S*/g, ''), kind).not.toMatch(/преступ|Чеч|пыт|похищ|убий/i);
    }
  });
});
