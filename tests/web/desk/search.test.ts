/** A letter came with a number: the case is found by what is sealed, and nobody but the person who searched learns the words. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withBanned } from '../../domain/made-up-ban.ts';
import { fieldOf, type Office, openOffice, type Worker } from './worker.ts';

const bannedName = 'Движение «Синяя ромашка»';

let office: Office;
let anna: Worker;
beforeEach(async () => {
  office = await openOffice('ru', { library: withBanned });
  anna = await office.worker();
});
afterEach(() => office.test.close());

const numbered = (number: string, more = {}) =>
  office.enter(anna.actor, { events: [{ kind: 'registered', date: '2026-10-07', number }], ...more });
const searches = async () =>
  (await office.test.register.audit.list(anna.actor, undefined, 200)).filter(
    ({ action }) => action === 'sealed-searched',
  );
const search = (worker: Worker, words: string, more: Record<string, string | string[]> = {}) =>
  worker.post('/register/search', { words, ...more });

it('finds the one case by the number, in whatever way it is written, and tells where it stood', async () => {
  const id = await numbered('123пр-45/2026');
  await numbered('123пр-46/2026');
  const form = await anna.get('/register');
  expect(form.text).toContain('method="post" action="/ru/desk/register/search"');
  const { status, text } = await search(anna, 'исх. № 123ПР 45 / 2026');
  expect(status).toBe(200);
  expect(text).toContain('Найдено: 1 дело.');
  expect(text).toContain(`/ru/desk/case/${id}`);
  expect(text).toContain('Где нашлось: номер.');
  expect(text).toContain('Это все дела');
});

it('writes down that a search was made and over how many cases, and never the words', async () => {
  await numbered('123пр-45/2026');
  await numbered('7');
  await search(anna, '123пр-45/2026');
  expect(await searches()).toMatchObject([{ person: anna.actor.person, subject: '2' }]);
  const log = JSON.stringify(await office.test.register.audit.list(anna.actor, undefined, 200));
  expect(log).not.toMatch(/пр-?4|123п/);
  const chief = await office.worker('coordinator', 'locked');
  expect((await chief.get('/audit')).text).toContain('искали в запечатанном; открыто дел: 2');
});

it('keeps to the filter that was set', async () => {
  await numbered('123пр-45/2026');
  const other = await numbered('123пр-45/2026', { template: 'prosecutor-appeal', authority: 'gp-central' });
  const page = await anna.get('/register?authority=gp-central');
  expect(page.text).toContain('<input type="hidden" name="authority" value="gp-central">');
  const { text } = await search(anna, '123пр-45/2026', { authority: 'gp-central' });
  expect(text).toContain('Найдено: 1 дело.');
  expect(text).toContain(other);
  expect(await searches()).toMatchObject([{ subject: '1' }]);
});

it('goes on where it stopped, one press after another, and keeps what was found before', async () => {
  const first = await numbered('123пр-45/2026', { filed: '2026-11-10' });
  const last = await numbered('123пр-45/2026', { filed: '2026-01-12' });
  for (let at = 0; at < 60; at++) await numbered('777', { filed: '2026-06-01' });
  const begun = await search(anna, '777'); // so many found are enough of an answer
  expect(begun.text).toContain('Просмотрено: 50 дел');
  expect(begun.text).toContain('Есть дела старше');
  const hits = [...begun.text.matchAll(/name="hit" value="([^"]*)"/g)].map(([, hit = '']) => hit);
  const after = fieldOf(begun.page, 'after');
  const rest = await search(anna, '777', { move: 'further', after, looked: '50', hit: hits });
  expect(rest.text).toContain('Найдено: 60 дел.');
  expect(rest.text).not.toContain('value="further"');
  const { next } = await office.test.register.cases.list(
    anna.actor,
    { sort: 'filed', limit: 30 },
    '2026-11-21',
  );
  const further = await search(anna, '123пр-45/2026', {
    move: 'further',
    after: next ?? '',
    looked: '30',
    hit: [`${first} number`, `${crypto.randomUUID()} note`],
  });
  expect(further.text).toContain('Найдено: 2 дела.');
  expect(further.text).toContain(first);
  expect(further.text).toContain(last);
  expect(further.text).toContain('Просмотрено: 62 дела');
  expect((await searches()).map(({ subject }) => subject)).toEqual(['32', '12', '50']);
});

it('while the key is locked asks for the passphrase, keeps the words, and then searches', async () => {
  const id = await numbered('123пр-45/2026');
  const boris = await office.worker('caseworker', 'locked');
  expect((await boris.get('/register')).text).toContain('Ключ заперт: сначала понадобится парольная фраза.');
  const asked = await search(boris, '123пр-45/2026', { authority: 'sk-central' });
  expect(asked.text).toContain('unlock.passphrase');
  expect(fieldOf(asked.page, 'words')).toBe('123пр-45/2026');
  expect(await searches()).toEqual([]);
  const found = await search(boris, fieldOf(asked.page, 'words'), {
    'unlock.passphrase': office.organisation.passphrase,
  });
  expect(found.text).toContain(id);
});

it('looks for nothing where too little was typed, and for no name that may not stand here', async () => {
  await numbered('12');
  const short = await search(anna, '№ 12');
  expect(short.status).toBe(422);
  expect(fieldOf(short.page, 'words')).toBe('№ 12');
  const banned = await search(anna, bannedName);
  expect(banned.status).toBe(422);
  expect(banned.text).not.toContain(bannedName);
  expect(await searches()).toEqual([]);
});

it('tells of cases that the key does not open, and finds nothing of another organisation', async () => {
  const id = await numbered('123пр-45/2026');
  const record = await office.test.register.cases.get(anna.actor, id);
  const stranger = await office.test.sealing.newKeyPair();
  const sealed = await office.test.sealing.sealJson({}, [stranger.recipient]);
  const filings = (record?.filings ?? []).map(({ template, authority, channel, filedWeek, events }) => {
    return { template, authority, channel, filedWeek, events };
  });
  await office.test.register.cases.change(anna.actor, id, 1, { filings, sealed }, '2026-11-21');
  expect((await search(anna, '123пр-45/2026')).text).toContain('1 дело ключ не открывает');
  const further = await search(anna, '123пр-45/2026', { move: 'further', unreadable: '4' });
  expect(further.text).toContain('5 дел ключ не открывает'); // with those of the presses before
  const other = await office.test.organisation('other');
  const boris = await office.worker('caseworker', undefined, other);
  const { text } = await search(boris, '123пр-45/2026', { hit: `${id} number`, move: 'further' });
  expect(text).toContain('Найдено: 0 дел.');
  expect(text).not.toContain(`/case/${id}`);
});
