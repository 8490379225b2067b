/** A case of somebody who is not there: nothing of them stands in an address, a header, a file name, a fault or an error. */
import { describe, expect, it } from 'vitest';
import { withBanned } from '../../domain/made-up-ban.ts';
import { thorough } from '../../support/languages.ts';
import { openService, postForm } from '../../support/site.ts';
import { canary, traceIn } from '../canary.ts';
import { readPage } from '../page.ts';
import { addCase, fullCase } from './every-page.ts';

const { lastName, firstName, address, latin } = canary;
const kept = JSON.stringify({
  ...fullCase(lastName),
  applicant: { lastName, firstName, gender: 'female', address },
});
const typed = {
  number: lastName,
  signedBy: address,
  to: 'other',
  toOther: lastName,
  channel: latin,
  date: lastName,
  days: latin,
  kind: latin,
  'applicant.lastName': latin,
  'answers.ownWords': lastName,
  'answers.requests': latin,
  'answers.court.typed': lastName,
  template: 'court-125',
  filing: 'first',
  saying: 'considered',
};
const pages = [
  '',
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
  'open',
  'keep',
  'nowhere',
];
const moves = [
  'open:first',
  'next',
  'stay',
  'add',
  `make:first:${latin}`,
  `change:${latin}:${lastName}`,
  `remove:first:${latin}`,
  'drop:second',
  latin,
];
const query = new URLSearchParams({ name: lastName, q: latin }).toString();

const outside = (response: Response) => [...response.headers].map((header) => header.join(': ')).join('\n');

describe.each(pages)('the page %s', (page) => {
  it('names them in no header, in nothing around the page and in no attribute that leaves it', async () => {
    const { app, faults } = openService();
    for (const language of thorough)
      for (const move of moves) {
        const response = await postForm(app, `/${language}/case/${page}?${query}`, {
          case: kept,
          ...typed,
          pasted: kept,
          move,
        });
        expect(traceIn(outside(response)), move).toBeUndefined();
        const text = await response.text();
        if (!(response.headers.get('content-type') ?? '').includes('html')) continue;
        expect(traceIn(text.replace(/<main[\s\S]*<\/main>/, '')), move).toBeUndefined();
        for (const [attribute] of text.matchAll(
          /\s(?:href|action|formaction|src|id|class|for|aria-\w+)="[^"]*"/g,
        ))
          expect(traceIn(attribute), move).toBeUndefined();
        expect(traceIn(readPage(text).errors.join()), move).toBeUndefined();
      }
    expect(faults).toEqual([]);
  });
});

it('a case that breaks is told to the log by its route, and the case comes back to the person', async () => {
  const { app, faults } = openService({
    calendar: () => {
      throw new Error(lastName);
    },
  });
  const response = await postForm(app, `/ru/case/calendar?${query}`, { case: kept });
  expect(response.status).toBe(500);
  expect(faults).toHaveLength(1);
  expect(traceIn(faults[0]?.route ?? '')).toBeUndefined();
  const page = readPage(await response.text());
  expect(page.action).toBe('/ru/case');
  expect(page.controls.find(({ name }) => name === 'case')?.value).toBe(kept);
});

it('the calendar names nobody', async () => {
  const { app } = openService();
  const response = await postForm(app, '/ru/case/calendar', { case: kept });
  expect(traceIn((await response.text()).replace(/\r\n /g, ''))).toBeUndefined();
});

describe('a name that is banned', () => {
  const name = 'Движение «Синяя ромашка»';
  const { app } = openService({ library: withBanned });
  it.each([
    ['letter', { saying: 'considered', date: '2026-11-20', signedBy: name }],
    ['letter', { saying: 'slip', date: '2026-11-20', number: name }],
    ['letter', { saying: 'sent-on', date: '2026-11-20', to: 'other', toOther: name }],
    ['event', { kind: 'answered', date: '2026-11-20', number: name }],
    ['filed', { channel: 'post', date: '2026-11-20', number: name }],
    [
      'ready',
      {
        template: 'court-125',
        blank: 'yes',
        'answers.court.name': 'other',
        'answers.court.typed': name,
        'answers.requests': 'recognise',
      },
    ],
  ])('goes into no case: %s %o', async (page, form) => {
    const response = await postForm(app, `/en/case/${page}`, {
      case: JSON.stringify(fullCase()),
      filing: 'first',
      move: 'next',
      ...form,
    });
    expect(response.status).toBe(422);
    expect(readPage(await response.text()).errors.join()).toContain('banned');
  });
});

it('every page of a case is there without a fault', async () => {
  const service = openService();
  const seen: string[] = [];
  await addCase(service, 'ru', async (what, response) => {
    seen.push(`${what} ${(await response).status}`);
  });
  expect(seen.filter((one) => !/ (?:200|422)$/.test(one))).toEqual([]);
  expect(service.faults).toEqual([]);
});
