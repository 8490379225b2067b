/** Every answer leads to a document that can be written from the case, or to a plain reason why there is none. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { sayings } from '#domain/case/letter-questions.ts';
import { languages } from '#domain/language.ts';
import { isThorough } from '../../support/languages.ts';
import { openService } from '../../support/site.ts';
import { readPage, textOf } from '../page.ts';
import type { Walker } from '../walker.ts';
import { caseOf, file, keeping, pressTo, say } from './keeper.ts';

const { app, faults } = openService();
const date = '2026-11-20';

/** Everything a person may say of a report, with the letters that make a difference. */
const letters: [string, Record<string, string>][] = [
  ['slip', { krsp: 'krsp', date, number: '123пр-26' }],
  ['slip', { krsp: 'incoming', date, number: '55' }],
  ['extended', { law: 'upk', date, days: '30' }],
  ['extended', { law: 'fz59', date, days: '30' }],
  ['sent-on', { law: 'upk', date, to: 'sk-su-chechnya' }],
  ['sent-on', { law: 'fz59', date, to: 'other', toOther: 'УМВД по городу' }],
  ['considered', { krsp: 'none', law: 'fz59', order: 'none', date }],
  ['considered', { krsp: 'krsp', law: 'upk', order: 'none', date }],
  ['considered', { order: 'refusal', date, received: '2026-11-25' }],
  ['refused', { order: 'refusal', grounds: 'no-elements', date, received: '2026-11-25' }],
  ['refused', { order: 'none', date }],
  ['joined', { date }],
  ['opened', { date, number: '1260200700000000' }],
  ['to-court', { date }],
  ['on-site', { date }],
  ['not-accepted', { date }],
  ['cancelled', { date }],
  ['nothing', {}],
  ['nothing', { received: '2026-09-08' }],
  ['not-sure', { date }],
];

it('every sentence is tried but that a court ruled, which a report cannot hear', () => {
  const offered = sayings.filter((one) => one !== 'ruling');
  expect([...new Set(letters.map(([saying]) => saying))].sort()).toEqual([...offered].sort());
});

describe.each(languages)('in %s', (language) => {
  const some = letters.filter((_, place) => isThorough(language) || place % 6 === 0);

  it.each(some)('%s %o', async (saying, facts) => {
    const walker = await keeping(app, {}, language);
    await file(walker, '2026-09-01');
    await say(walker, saying, facts);
    expect(walker.status, walker.page.errors.join()).toBe(200);
    expect(walker.page.ids).toContain('finding');
    const makes = walker.page.buttons
      .filter(({ value }) => value.startsWith('make:'))
      .map(({ value }) => value);
    if (makes.length === 0) expect(reasonIn(walker)).not.toBe('');
    for (const value of makes) await writes(walker, value);
    expect(faults).toEqual([]);
  });
});

function reasonIn(walker: Walker): string {
  const items = /<ul class="next-documents">[\s\S]*?<\/ul>/.exec(walker.html)?.[0] ?? '';
  return textOf(items);
}

/** The document opens with everything but the person filled in, composes, and goes into the case. */
async function writes(walker: Walker, value: string): Promise<void> {
  const before = caseOf(walker.page);
  const [, , template = ''] = value.split(':');
  const other = walker.copy();
  await pressTo(other, '/case/document', value);
  other.type('applicant.lastName', 'Иванова');
  other.type('applicant.firstName', 'Мария');
  other.type('applicant.address', '101000, г. Москва');
  if (other.page.controls.some(({ name }) => name === 'answers.court.typed')) {
    other.choose('answers.court.name', 'other');
    other.type('answers.court.typed', 'Басманный районный суд города Москвы');
  }
  await other.press('next');
  expect(other.page.errors, template).toEqual([]);
  const txt = await other.press('txt');
  expect(await txt.text(), template).toContain('Иванов');
  await other.press('add');
  const after = caseOf(other.page);
  expect(after.filings).toHaveLength(before.filings.length + 1);
  expect(after.filings.at(-1)).toMatchObject({ template, follows: before.filings[0]?.id });
  expect(JSON.stringify(after)).not.toContain('Иванов');
}

describe('the next document', () => {
  it('takes days, numbers and names from the case', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await say(walker, 'considered', {
      krsp: 'none',
      law: 'fz59',
      order: 'none',
      date: '2026-10-01',
      number: '214-457-26',
    });
    await pressTo(
      walker,
      '/case/document',
      `make:${caseOf(walker.page).filings[0]?.id}:complaint-treated-as-appeal`,
    );
    expect(textOf(walker.html)).toContain('214-457-26');
    walker.tick('blank', 'yes');
    await walker.press('next');
    const sheet = textOf(/<div class="sheet"[\s\S]*?<\/form>/.exec(walker.html)?.[0] ?? '').replaceAll(
      '\u00a0',
      ' ',
    );
    expect(sheet).toContain('1 сентября 2026 года');
    expect(sheet).toContain('1 октября 2026 года');
    expect(sheet).toContain('214-457-26');
  });

  it('comes with the papers for the way; those that a postal worker reads name no topic', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await say(walker, 'considered', { krsp: 'none', law: 'fz59', order: 'none', date: '2026-10-01' });
    await pressTo(
      walker,
      '/case/document',
      `make:${caseOf(walker.page).filings[0]?.id}:complaint-treated-as-appeal`,
    );
    walker.tick('blank', 'yes');
    await walker.press('next');
    for (const kind of ['envelope', 'inventory', 'second-copy']) {
      const button = walker.page.buttons.find((one) => one.name === 'paper' && one.value === kind);
      expect(button?.formaction).toBe('/ru/case/paper');
      const paper = await walker.press(kind);
      expect(paper.status).toBe(200);
      const text = textOf(await paper.text()).replaceAll('\u00a0', ' ');
      if (kind !== 'envelope') expect(text).toContain('Жалоба от «____»');
      if (kind !== 'second-copy') expect(text).not.toMatch(/пытк|похищен|Чечен|преступлени/iu);
    }
  });

  it('asks whoever holds an order of refusal when it came, for the documents say so', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    await say(walker, 'refused', { order: 'refusal', grounds: 'no-event', date: '2026-10-01' });
    expect(walker.status).toBe(422);
    expect(walker.sent('date')).toEqual(['2026-10-01']);
    walker.type('received', '2026-10-09');
    await walker.press('next');
    expect(caseOf(walker.page).filings[0]?.events.map(({ kind }) => kind)).toContain('refusal-received');
  });

  it('says what is missing and keeps what was typed', async () => {
    const walker = await keeping(app, {}, 'en');
    await file(walker, '2026-09-01');
    await say(walker, 'refused', {
      order: 'refusal',
      grounds: 'no-event',
      date: '2026-10-01',
      received: '2026-10-09',
    });
    await pressTo(walker, '/case/document', `make:${caseOf(walker.page).filings[0]?.id}:complaint-refusal`);
    walker.type('answers.ownWords', 'Не опросили редакцию.');
    walker.type('applicant.lastName', 'Ivanova');
    await walker.press('next');
    expect(walker.status).toBe(422);
    expect(walker.page.errors.length).toBeGreaterThanOrEqual(3);
    expect(walker.sent('answers.ownWords')).toEqual(['Не опросили редакцию.']);
    for (const { href } of walker.page.links.filter((one) => one.href.startsWith('#f-')))
      expect(walker.page.ids).toContain(href.slice(1));
  });

  it('asks nobody for a name that they had kept', async () => {
    const walker = await keeping(app, {}, 'ru', true);
    await file(walker, '2026-09-01');
    await pressTo(walker, '/case/document', `make:${caseOf(walker.page).filings[0]?.id}:inquiry-status`);
    expect(walker.sent('applicant.lastName')).toEqual(['Иванова']);
    await walker.press('next');
    expect(walker.status).toBe(200);
    await walker.press('add');
    expect(caseOf(walker.page).filings[1]?.text).toContain('Примерная');
  });

  it('once added is not offered again', async () => {
    const walker = await keeping(app);
    await file(walker, '2026-09-01');
    const make = `make:${caseOf(walker.page).filings[0]?.id}:inquiry-status`;
    await pressTo(walker, '/case/document', make);
    walker.tick('blank', 'yes');
    await walker.press('next');
    await walker.press('add');
    expect(walker.page.buttons.some(({ value }) => value === make)).toBe(false);
  });

  it('that nobody offered leads back to the case', async () => {
    const walker = await keeping(app);
    const id = caseOf(walker.page).filings[0]?.id ?? '';
    const { postForm } = await import('../../support/site.ts');
    for (const template of ['crime-report-media', 'nowhere', '']) {
      const response = await postForm(app, '/ru/case/document', {
        case: JSON.stringify(caseOf(walker.page)),
        move: `make:${id}:${template}`,
      });
      expect(readPage(await response.text()).action).toBe('/ru/case');
    }
  });
});

it('the calendar holds the dates of every document, each once', async () => {
  const walker = await keeping(app);
  await file(walker, '2026-09-01');
  await say(walker, 'refused', { order: 'refusal', grounds: 'no-event', date, received: '2026-11-25' });
  await pressTo(walker, '/case/document', `make:${caseOf(walker.page).filings[0]?.id}:complaint-refusal`);
  walker.tick('blank', 'yes');
  await walker.press('next');
  await walker.press('add');
  await file(walker, '2026-11-30');
  const response = await pressTo(walker, '/case/calendar');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="calendar-2026-12-01.ics"');
  const text = await response.text();
  const uids = [...text.matchAll(/^UID:(.*(?:\r\n .*)*)/gm)].map(([, uid = '']) => uid.replace(/\r\n /g, ''));
  expect(new Set(uids).size).toBe(uids.length);
  const parsed = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(parsed.map((one) => String(one.getFirstPropertyValue('uid')))).toEqual(uids);
  for (const one of parsed) expect(one.getAllSubcomponents('valarm').length).toBeGreaterThan(0);
  const kept = caseOf(walker.page);
  for (const { id } of kept.filings)
    expect(uids.some((uid) => uid.startsWith(`${kept.case}-${id}`))).toBe(true);
  expect(text).not.toMatch(/Чечен|пыт|Иванов/i);
});

it('what answers the last letter stands first', async () => {
  const walker = await keeping(app);
  await file(walker, '2026-09-01');
  await say(walker, 'considered', { krsp: 'none', law: 'fz59', order: 'none', date: '2026-10-01' });
  const [first] = walker.page.buttons.filter(({ value }) => value.startsWith('make:'));
  expect(first?.value).toContain(':complaint-treated-as-appeal');
});
