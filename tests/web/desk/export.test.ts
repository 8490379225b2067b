/** What leaves the register: a table that opens right, JSON, and the archive of a case that other hands can check. */
import { createHash } from 'node:crypto';
import { Decrypter } from 'age-encryption';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldOf, type Office, openOffice, type Worker } from './worker.ts';

let office: Office;
let anna: Worker;
let id: string;
beforeAll(async () => {
  office = await openOffice();
  anna = await office.worker();
  id = await office.enter(anna.actor, {
    tracking: '10100012345678',
    episode: '2017',
    events: [{ kind: 'registered', date: '2026-10-07', number: '1-2' }],
  });
  const version = async () => fieldOf((await anna.get(`/case/${id}`)).page, 'version');
  await anna.post(`/case/${id}/person`, {
    version: await version(),
    region: '=HYPERLINK("http://x")',
    contact: '@anna',
  });
  await anna.post(`/case/${id}/notes`, {
    version: await version(),
    note: 'Первая; строка\nвторая "в кавычках"',
  });
  const pdf = new File(['%PDF-1.7 scan'], 'x.pdf');
  await anna.post(`/case/${id}/scans`, { version: await version(), scan: pdf });
});
afterAll(() => office.test.close());

const rowsOf = (body: Uint8Array): string[][] =>
  parse(Buffer.from(body), { bom: true, delimiter: ';', record_delimiter: '\r\n' });

describe('the table', () => {
  it('tells weeks alone, and holds nothing that was sealed, until that is asked for', async () => {
    const { body } = await anna.bytes('/export', { format: 'csv' });
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, row] = rowsOf(body);
    expect(heading).toContain('Неделя подачи, с');
    expect(row).toContain('05.10.2026');
    expect(strFromU8(body)).not.toMatch(/10100012345678|HYPERLINK|@anna|Первая/);
  });

  it('holds days, numbers and notes where the key is open, and no cell is a formula, a day of its own or a power of ten', async () => {
    const { body } = await anna.bytes('/export', { format: 'csv', sealed: 'yes' });
    const [heading = [], row = []] = rowsOf(body);
    const cell = (name: string) => row[heading.indexOf(name)];
    expect(cell('Подано')).toBe('05.10.2026');
    expect(cell('Номер отправления')).toBe('№ 10100012345678');
    expect(cell('Номер регистрации')).toBe('№ 1-2');
    expect(cell('Регион')).toBe(`'=HYPERLINK("http://x")`);
    expect(cell('Связь')).toBe("'@anna");
    expect(cell('Заметки')).toContain('Первая; строка\nвторая "в кавычках"');
  });

  it('says of each answer whether it came in time, in words that a search finds', async () => {
    const events = [
      { kind: 'received' as const, date: '2026-09-14' },
      { kind: 'refused' as const, date: '2026-10-05' },
    ];
    const other = await office.enter(anna.actor, { filed: '2026-09-07', events });
    const [heading = [], ...rows] = rowsOf((await anna.bytes('/export', { format: 'csv' })).body);
    const cell = (row: readonly string[] | undefined, name: string) => row?.[heading.indexOf(name)];
    const answered = rows.find(([one]) => one === other);
    expect(cell(answered, 'В срок ли ответ')).toBe('В срок, только если продлили');
    expect(cell(answered, 'События по неделям')).toContain('неделя с 05.10.2026: отказано');
    expect(
      cell(
        rows.find(([one]) => one === id),
        'В срок ли ответ',
      ),
    ).toBe('');
    await office.test.register.cases.delete(anna.actor, other);
  });

  it('asks for the passphrase where the key is locked', async () => {
    const boris = await office.worker('caseworker', 'locked');
    const asked = await boris.post('/export', { format: 'csv', sealed: 'yes' });
    expect(asked.text).toContain('unlock.passphrase');
  });
});

it('JSON holds each case sealed, and open only where that was asked for; each export is written down', async () => {
  const closed = JSON.parse(strFromU8((await anna.bytes('/export', { format: 'json' })).body));
  expect(closed.cases).toHaveLength(1);
  expect(closed.cases[0]).toMatchObject({ id, filings: [{ filedWeek: '2026-W41' }] });
  expect(closed.cases[0].facts).toBeUndefined();
  const decrypter = new Decrypter();
  decrypter.addIdentity(office.organisation.key.identity);
  const { sealed } = closed.cases[0];
  expect(await office.test.sealing.open(sealed, office.organisation.key.identity)).toContain(
    '10100012345678',
  );
  const open = JSON.parse(strFromU8((await anna.bytes('/export', { format: 'json', sealed: 'yes' })).body));
  expect(open.cases[0].facts.region).toContain('HYPERLINK');
  const chief = await office.worker('coordinator', 'locked');
  const log = await office.test.register.audit.list(chief.actor, undefined, 100);
  expect(log.filter(({ action }) => action === 'exported').length).toBeGreaterThanOrEqual(2);
});

describe('the archive of a case', () => {
  it('holds documents, events, scans and an index in two languages, and its fingerprints fit', async () => {
    const { body, headers } = await anna.bytes(`/case/${id}/archive`, {});
    expect(headers.get('content-disposition')).toBe('attachment; filename="case.zip"');
    const files = unzipSync(body);
    const names = Object.keys(files).sort();
    expect(names).toEqual(
      [
        'documents/1-crime-report-media-anew.docx',
        'documents/1-crime-report-media-anew.txt',
        'events.csv',
        'events.json',
        'hashes.txt',
        'index.en.html',
        'index.ru.html',
        'scans/scan-1.pdf',
      ].sort(),
    );
    for (const line of strFromU8(files['hashes.txt'] ?? new Uint8Array())
      .trim()
      .split('\n')) {
      const [hash, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
        name,
      ).toBe(hash);
    }
    expect(strFromU8(files['index.ru.html'] ?? new Uint8Array())).toContain('5 октября 2026');
    // Entered from paper: nobody here has seen the text that was filed.
    expect(strFromU8(files['index.ru.html'] ?? new Uint8Array())).toContain('поданное могло звучать иначе');
    expect(strFromU8(files['index.ru.html'] ?? new Uint8Array())).not.toContain('С «filed» в имени');
    expect(strFromU8(files['index.en.html'] ?? new Uint8Array())).toContain('5 October 2026');
    expect(strFromU8(files['scans/scan-1.pdf'] ?? new Uint8Array())).toBe('%PDF-1.7 scan');
    const packed = new Map<string, number>();
    unzipSync(body, { filter: ({ name, compression }) => !packed.set(name, compression) });
    expect([packed.get('scans/scan-1.pdf'), packed.get('index.ru.html')]).toEqual([0, 8]); // stored, deflated
    const all = Object.values(files)
      .map((one) => strFromU8(one))
      .join('\n');
    expect(all).not.toMatch(/@anna|вторая/);
  });

  it('says who put it together, what was owed and when, where it comes from, and what a submission still lacks', async () => {
    const { body } = await anna.bytes(`/case/${id}/archive`, {});
    const index = (language: string) =>
      strFromU8(unzipSync(body)[`index.${language}.html`] ?? new Uint8Array()).replace(/<[^>]*>/g, ' ');
    expect(index('ru')).toContain('Сообщение о преступлении (ст. 140, 141, 144 УПК)');
    expect(index('ru')).toMatch(/зарегистрировано\s+№\s1-2/);
    expect(index('ru')).toContain('Не исполнено, насколько известно');
    expect(index('ru')).toContain('Проверку могли продлить до 10 или 30 суток');
    expect(index('ru')).toContain('Получите согласие до передачи.');
    expect(index('ru')).toContain('Текстов, какими они были поданы: документы 1.');
    expect(index('en')).toContain('events were entered by staff of the organisation');
    expect(index('en')).toContain('Obtain it before submitting.');
    for (const language of ['ru', 'en']) expect(index(language)).not.toMatch(/\bвам\b|\bвас\b|you /i);
  });

  it('holds the hash of a text that was kept, and none of a text that nobody has', async () => {
    const { body } = await anna.bytes(`/case/${id}/archive`, {});
    const { filings } = JSON.parse(strFromU8(unzipSync(body)['events.json'] ?? new Uint8Array()));
    expect(filings[0]).not.toHaveProperty('sha256');
  });

  it('is the same to the byte when it is made again', async () => {
    const [one, two] = [
      await anna.bytes(`/case/${id}/archive`, {}),
      await anna.bytes(`/case/${id}/archive`, {}),
    ];
    expect(Buffer.from(one.body).equals(Buffer.from(two.body))).toBe(true);
  });

  it('is sealed to whom it is meant for, and opens with their key', async () => {
    const key = await office.test.sealing.newKeyPair();
    const { body, headers } = await anna.bytes(`/case/${id}/archive`, { recipient: key.recipient });
    expect(headers.get('content-disposition')).toContain('case.zip.age');
    const decrypter = new Decrypter();
    decrypter.addIdentity(key.identity);
    expect(Object.keys(unzipSync(await decrypter.decrypt(body)))).toContain('hashes.txt');
  });

  it('is not made for a key that is none', async () => {
    for (const recipient of ['anna@example.org', `age1${'q'.repeat(58)}`]) {
      const wrong = await anna.post(`/case/${id}/archive`, { recipient });
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('Это не открытый ключ age');
    }
  });
});
