/** Filings that came on paper or in a table become cases like any other: at once, once, and never half of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegisterUnavailable } from '../../../src/register/register.ts';
import { fieldOf, type Office, openOffice, type Worker } from './worker.ts';

let office: Office;
let anna: Worker;
beforeAll(async () => {
  office = await openOffice();
  anna = await office.worker('caseworker', 'locked');
});
afterAll(() => office.test.close());

const count = async () => {
  let cases = 0;
  for await (const _ of office.test.register.cases.each(anna.actor)) cases++;
  return cases;
};

describe('quick entry', () => {
  const filled = {
    document: 'crime-report-media',
    office: 'sk-central',
    channel: 'post',
    filed: '05.10.2026',
    region: 'Пермский край',
    note: 'принесли копию',
  };

  it('makes a case without the key, whose clock runs', async () => {
    const made = await anna.post('/entry', filled);
    expect(made.location).toMatch(/\/case\//);
    expect(made.text).toContain('Ключ заперт');
    expect(made.text).toContain('Внести следующее');
    expect((await anna.get(made.location.split('?')[0] ?? '')).text).not.toContain('Внести следующее');
    const boris = await office.worker();
    const { text } = await boris.get(made.location);
    expect(text).toContain('Пермский край');
    expect(text).toContain('принесли копию');
    expect(text).toContain('complaint-not-registered');
    expect(text).not.toContain('Текст этого документа в файле не тот');
  });

  it('takes the tags of the organisation, and no other word', async () => {
    expect((await anna.get('/entry')).text).toContain('срочно');
    const made = await anna.post('/entry', { ...filled, tags: ['срочно'] });
    const id = /case\/([0-9a-f-]{36})/.exec(made.location)?.[1] ?? '';
    expect((await office.test.register.cases.get(anna.actor, id))?.tags).toEqual(['срочно']);
    const wrong = await anna.post('/entry', { ...filled, tags: ['Иванов'] });
    expect(wrong.status).toBe(422);
    expect(wrong.page.errors.join()).toContain('Метки');
  });

  it('says what is missing and keeps what was typed', async () => {
    const wrong = await anna.post('/entry', { ...filled, filed: '2027-01-01', document: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.page.errors).toEqual([
      'Документ: пусто, а нужно заполнить.',
      'Подано: этот день ещё не наступил.',
    ]);
    expect(fieldOf(wrong.page, 'region')).toBe('Пермский край');
  });

  it('sent twice is entered once', async () => {
    const once = fieldOf((await anna.get('/entry')).page, 'once');
    const before = await count();
    const [first, second] = [
      await anna.post('/entry', { ...filled, once }),
      await anna.post('/entry', { ...filled, once }),
    ];
    expect(second.location).toBe(first.location);
    expect(await count()).toBe(before + 1);
  });

  it('is entered once where its answer was lost and nothing more could be written of it', async () => {
    const once = fieldOf((await anna.get('/entry')).page, 'once');
    const before = await count();
    const { idempotency } = office.test.register;
    const { keep, drop } = idempotency;
    idempotency.keep = idempotency.drop = () => Promise.reject(new RegisterUnavailable('busy'));
    const first = await anna.post('/entry', { ...filled, once });
    Object.assign(idempotency, { keep, drop });
    const second = await anna.post('/entry', { ...filled, once });
    expect(second.location).toMatch(/\/case\//);
    expect(second.location).toBe(first.location);
    expect(await count()).toBe(before + 1);
  });

  it('leaves no fingerprint of days and numbers that an office could try its books by', async () => {
    const { idempotency } = office.test.register;
    const begin = idempotency.begin;
    const hashes: string[] = [];
    idempotency.begin = (scope, key, hash, now) => {
      hashes.push(hash);
      return begin(scope, key, hash, now);
    };
    for (const _ of ['once', 'and the same once more'])
      await anna.post('/entry', { ...filled, once: fieldOf((await anna.get('/entry')).page, 'once') });
    idempotency.begin = begin;
    expect(new Set(hashes).size).toBe(2);
  });

  it('takes a document to a court', async () => {
    const boris = await office.worker();
    const made = await boris.post('/entry', {
      ...filled,
      document: 'court-125',
      office: '',
      court: 'Басманный районный суд города Москвы',
    });
    expect(made.text).toContain('Басманный районный суд города Москвы');
  });
});

describe('a table', () => {
  const table = (rows: number, last = '') =>
    [
      'document;office;channel;filed;registered;number',
      ...Array.from(
        { length: rows },
        (_, at) => `crime-report-media;sk-central;post;05.10.2026;07.10.2026;${at}пр-26`,
      ),
      last,
    ].join('\r\n');
  const file = (text: string) => new File([text], 'таблица.csv', { type: 'text/csv' });

  it('with a mistake is entered not at all', async () => {
    const before = await count();
    const looked = await anna.post('/import', {
      table: file(table(3, 'crime-report-media;sk-central;post;05.13.2026')),
      move: 'look',
    });
    expect(looked.status).toBe(422);
    expect(looked.text).toContain('В таблице 1 ошибка');
    expect(looked.text).toMatch(/data-label="Строка">5</);
    const forced = await anna.post('/import', {
      text: table(3, 'crime-report-media;sk-central;post;05.13.2026'),
      move: 'import',
    });
    expect(forced.status).toBe(422);
    expect(await count()).toBe(before);
  });

  it('is looked at first, then entered as a whole, and once', async () => {
    const before = await count();
    const looked = await anna.post('/import', { table: file(table(30)), move: 'look' });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('Ошибок нет: 30 строк');
    expect(await count()).toBe(before);
    const text = fieldOf(looked.page, 'text');
    const fields = { once: fieldOf(looked.page, 'once'), text, move: 'import' };
    expect((await anna.post('/import', fields)).text).toContain('Внесено: 30 строк');
    expect((await anna.post('/import', fields)).text).toContain('Внесено: 30 строк');
    expect(await count()).toBe(before + 30);
  });

  it('that was entered before is noticed: by week, and by number where the key is open', async () => {
    const locked = await anna.post('/import', { table: file(table(2)), move: 'look' });
    expect(locked.text).toContain('совпадают с уже внесённым');
    expect(locked.text).toContain('номера запечатаны');
    const boris = await office.worker();
    const open = await boris.post('/import', { table: file(table(2)), move: 'look' });
    expect(open.text).toContain('Номер регистрации уже есть в реестре: строки 2, 3');
  });

  it('brings tags of the organisation along, by which its cases are found, and no word of their own', async () => {
    const head = 'document;office;channel;filed;number;registered;tags';
    const row = 'crime-report-media;sk-central;post;05.10.2026;1пр;06.10.2026;';
    const looked = await anna.post('/import', {
      table: file(`${head}\n${row}Срочно, проверить`),
      move: 'look',
    });
    expect(looked.text).toContain('срочно, проверить');
    const fields = { once: fieldOf(looked.page, 'once'), text: fieldOf(looked.page, 'text') };
    await anna.post('/import', { ...fields, move: 'import' });
    const query = { tag: 'проверить', limit: 10 };
    const tagged = await office.test.register.cases.list(anna.actor, query, '2026-11-21');
    expect(tagged.filings.map(({ tags }) => tags)).toEqual([['проверить', 'срочно']]);
    const wrong = await anna.post('/import', { table: file(`${head}\n${row}Иванова`), move: 'look' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('У организации нет такой метки');
    expect((await anna.get('/import/columns')).text).toContain('<code>проверить</code>');
  });

  it('has an example that is taken as it is, and a guide to its columns', async () => {
    const { body, headers } = await anna.bytes('/import/example.csv');
    expect(headers.get('content-disposition')).toContain('example.csv');
    const looked = await anna.post('/import', {
      table: new File([new Uint8Array(body)], 'example.csv'),
      move: 'look',
    });
    expect(looked.text).toContain('Ошибок нет: 2 строки');
    expect((await anna.get('/import/columns')).text).toContain('sk-central');
  });
});
