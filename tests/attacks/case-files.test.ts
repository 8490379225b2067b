/** Case files that somebody else has made: names that must not come out, levels without end, days that are none, much of all. */
import { describe, expect, it } from 'vitest';
import { type CaseFile, mostFilings } from '#domain/case/case-file.ts';
import { eventKinds, mostEvents } from '#domain/case/event.ts';
import { textHash } from '#domain/case/open-case.ts';
import { aCase, aFiling } from '../domain/case/a-case.ts';
import { withBanned } from '../domain/made-up-ban.ts';
import { openService } from '../support/site.ts';

const name = 'Движение «Синяя ромашка»';
const sent = { kind: 'sent', date: '2026-09-01' } as const;

const { app, faults } = openService();
const strict = openService({ library: withBanned });

function post(path: string, fields: Record<string, string>, to = app) {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  return to.request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } });
}

const answered = { kind: 'answered', date: '2026-09-20' } as const;
const naming: [string, CaseFile][] = [
  ['the court', aCase([aFiling({ authority: null, court: name })])],
  ['a number', aCase([aFiling({ events: [{ ...answered, number: name }] })])],
  ['who signed', aCase([aFiling({ events: [{ ...answered, signedBy: name }] })])],
  [
    'where it was sent on',
    aCase([aFiling({ events: [{ kind: 'transferred', date: '2026-09-02', to: name }] })]),
  ],
  ['an answer', aCase([aFiling({ answers: { episode: '2017', ownWords: name } })])],
  ['a field', aCase([aFiling({ answers: { episode: '2017', [name]: 1 } })])],
  [
    'the address',
    {
      ...aCase(),
      applicant: {
        lastName: 'Иванов',
        firstName: 'Иван',
        gender: 'male',
        address: name,
        heading: 'genitive',
      },
    },
  ],
];
const inText: [string, CaseFile] = ['the document', aCase([aFiling({ text: `О движении\n${name}\n` })])];

describe('a case file names a banned organisation', () => {
  it.each([...naming, inText])(
    'in %s: it is not opened, and the page does not repeat it',
    async (_, kept) => {
      const response = await post('/ru/case/open', { pasted: JSON.stringify(kept) }, strict.app);
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain('запрещённая в России');
      expect(page).not.toContain('ромашка');
    },
  );

  it.each(naming)(
    'in %s: nor is it taken from a form, for a page, the file or the calendar',
    async (_, kept) => {
      for (const path of ['', '/save', '/download', '/calendar']) {
        const response = await post(`/ru/case${path}`, { case: JSON.stringify(kept) }, strict.app);
        expect(response.status, path).toBe(422);
        expect(await response.text(), path).not.toContain('ромашка');
      }
    },
  );

  it('and is damaged: what cannot be read is not shown again either', async () => {
    const [, kept] = inText;
    const response = await post('/en/case/open', { pasted: JSON.stringify(kept).slice(0, -5) }, strict.app);
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain('ромашка');
  });

  it('only as the name of whoever signs: people may be called so', async () => {
    const applicant = {
      lastName: 'Ромашка',
      firstName: 'Анна',
      gender: 'female',
      address: 'г. Москва, ул. Ленина, д. 1',
      heading: 'nominative',
    };
    const kept = JSON.stringify({ ...aCase(), applicant });
    expect((await post('/ru/case/open', { pasted: kept }, strict.app)).status).toBe(200);
  });
});

describe('a case file is made to break the page', () => {
  const whole = JSON.stringify(aCase([aFiling({ events: [sent] })]));

  it.each([
    ['of lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['of a few thousand lists', '['.repeat(3000) + ']'.repeat(3000)],
  ])('by levels without end, %s: it is called damaged', async (_, levels) => {
    const deep = whole.replace('"episode":"2017"', `"episode":"2017","x":${levels}`);
    expect((await post('/ru/case/open', { pasted: deep })).status).toBe(422);
    expect((await post('/ru/case', { case: deep })).status).toBe(422);
  });

  it.each(['', 'yesterday', '0001-01-01', '9999-12-31', '2026-02-30', 'x'.repeat(100_000)])(
    'by acts on the day "%.12s": the rest of it is shown',
    async (from) => {
      const filing = aFiling({ answers: { episode: 'other', acts: { from } }, events: [sent] });
      for (const path of ['', '/calendar'])
        expect((await post(`/ru/case${path}`, { case: JSON.stringify(aCase([filing])) })).status).toBe(200);
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('by calling everything %s', async (id) => {
    const kept = aCase([aFiling({ id, template: id, authority: id, events: [sent] })]);
    expect((await post('/ru/case', { case: JSON.stringify(kept) })).status).toBe(200);
  });

  it('by fifty documents with a hundred events each: it is worked out all the same', async () => {
    const events = eventKinds.flatMap((kind) =>
      [1, 2, 3, 4].map((day) => ({ kind, date: `2026-10-0${day}` })),
    );
    const filings = Array.from({ length: 50 }, (_, at) =>
      aFiling({ id: `f${at}`, events, ...(at > 0 && { follows: `f${at - 1}` }) }),
    );
    const start = performance.now();
    expect((await post('/ru/case', { case: JSON.stringify(aCase(filings)) })).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(8000); // half a second where nothing else runs
  });

  it('by a hundred events full of words: they are not looked through for each next document', async () => {
    const words = (length: number) => 'а б '.repeat(60).slice(0, length);
    const events = Array.from({ length: 100 }, (_, at) => ({
      ...(at === 0 ? sent : ({ kind: 'treated-as-appeal', date: '2026-10-01' } as const)),
      number: words(59),
      to: words(199),
      signedBy: words(119),
    }));
    const filings = Array.from({ length: 10 }, (_, at) => aFiling({ id: `f${at}`, events }));
    const start = performance.now();
    expect((await post('/ru/case', { case: JSON.stringify(aCase(filings)) })).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(4000); // a third of a second where nothing else runs
  });

  it('by a court whose name turns the line around: the mark is gone', async () => {
    const kept = aCase([aFiling({ authority: null, court: 'Суд \u202eдалее\u0000' })]);
    const page = await (await post('/ru/case/open', { pasted: JSON.stringify(kept) })).text();
    expect(page).toContain('Суд далее');
    expect(page).not.toContain('\u202e');
  });

  it('and no fault is logged', () => {
    expect(faults).toEqual([]);
    expect(strict.faults).toEqual([]);
  });
});

describe('a case is full', () => {
  const events = Array.from(
    { length: mostEvents - 1 },
    () => ({ kind: 'extended', date: '2026-09-10' }) as const,
  );
  const full = aCase([
    aFiling({ events: [sent, ...events] }),
    ...Array.from({ length: mostFilings - 1 }, (_, at) => aFiling({ id: `f${at}` })),
  ]);

  it('one more event is refused, and the case is still there', async () => {
    const fields = {
      case: JSON.stringify(full),
      filing: 'first',
      kind: 'answered',
      date: '2026-09-20',
      move: 'next',
    };
    const response = await post('/en/case/event', fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Keep at most 100');
  });

  it('one more document is refused, and the case is still there', async () => {
    const sentCase = { ...full, filings: full.filings.map((one) => ({ ...one, events: [sent] })) };
    const form = {
      case: JSON.stringify(sentCase),
      filing: 'first',
      template: 'inquiry-status',
      authority: 'sk-central',
      blank: 'yes',
      'answers.requests': 'number',
      move: 'add',
    };
    const response = await post('/en/case/ready', form);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Keep at most 50');
  });
});

it('a text that is not what its hash says is shown as changed', async () => {
  const kept = aCase([aFiling({ sha256: textHash('other') })]);
  const response = await post('/en/case/open', { pasted: JSON.stringify(kept) });
  expect(await response.text()).toContain('class="caution"');
});
