/** An administrator says who the organisation is, what the law thinks of it, and how long it keeps cases. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Joined, openReception, type Reception } from './visitor.ts';

let here: Reception;
let boss: Joined;
beforeEach(async () => {
  here = await openReception();
  await here.organisation('primer');
  boss = await here.join('primer', 'administrator', 'boss');
});
afterEach(() => here.close());

const stored = () => here.register.organisations.get('primer');
const change = async (fields: Record<string, string>) =>
  boss.visitor.submit(await boss.visitor.get('/en/desk/settings'), fields);

it('a form sent as it stands changes nothing', async () => {
  const before = await stored();
  expect((await change({})).status).toBe(200);
  expect(await stored()).toEqual(before);
});

it('every field is stored, tags each once', async () => {
  const fields = {
    nameEn: 'Another',
    months: '6',
    tags: 'urgent\n urgent \n\nask again, later',
    public: 'yes',
  };
  expect((await change({ ...fields, status: 'unknown', checked: '', source: '' })).html).toContain(
    'are saved',
  );
  expect(await stored()).toMatchObject({
    name: { ru: 'Архив «Пример»', en: 'Another' },
    statusInRussia: 'unknown',
    statusChecked: null,
    statusSource: null,
    retentionMonths: 6,
    publicStatistics: true,
    tags: ['urgent', 'ask again', 'later'],
  });
});

it.each([
  ['a name', { nameRu: '  ' }, 'Name in Russian: fill in this field.'],
  ['a short name', { nameEn: 'n'.repeat(121) }, 'Name in English: shorten it to 120 characters.'],
  ['a status', { status: 'friendly' }, 'Status of the organisation in Russia: choose one of the options.'],
  [
    'a day of the check',
    { checked: '' },
    'When it was checked: give the day of the check; it cannot be in the future.',
  ],
  [
    'a day that has come',
    { checked: '2026-12-02' },
    'When it was checked: give the day of the check; it cannot be in the future.',
  ],
  ['months', { months: '0' }, 'How many months a case is kept: give a number from 1 to 120.'],
  ['a number', { months: 'ten' }, 'How many months a case is kept: give a number from 1 to 120.'],
  [
    'short tags',
    { tags: 't'.repeat(41) },
    'Tags: at most 50, and none longer than 40 characters. Shorten them.',
  ],
])(
  'without %s nothing is stored, the field says why, and what was typed stays',
  async (_what, fields, sentence) => {
    const before = await stored();
    const seen = await change({ ...fields, contact: 'just typed' });
    expect([seen.status, seen.page.errors]).toEqual([422, [sentence]]);
    expect(seen.html).toContain('just typed');
    expect(await stored()).toEqual(before);
  },
);

it('an organisation banned as extremist is named on no page, not even here, and keeps its name', async () => {
  const seen = await change({ status: 'extremist', public: 'yes' });
  expect(seen.html).toContain('cannot share a case with you');
  for (const path of ['/en/desk/settings', '/ru/desk/people', '/en/desk/audit', '/en/statistics/primer'])
    expect((await boss.visitor.get(path)).html).not.toMatch(/Example Archive|Архив «Пример»/);
  expect((await change({ months: '24' })).status).toBe(200);
  expect((await stored())?.name.ru).toBe('Архив «Пример»');
});
