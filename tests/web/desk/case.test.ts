/** A caseworker works on a case: its days are sealed, its weeks are not, and whoever is second loses nothing. */
import { afterAll, describe, expect, it } from 'vitest';
import { readSealedFacts } from '#domain/register/sealed-case.ts';
import { withBanned } from '../../domain/made-up-ban.ts';
import { library } from '../../support/site.ts';
import { fieldOf, openOffice, type Worker } from './worker.ts';

const bannedName = 'Движение «Синяя ромашка»';

const office = await openOffice('ru', { library: withBanned });
const anna = await office.worker();
afterAll(() => office.test.close());

const recordOf = async (id: string) => {
  const record = await office.test.register.cases.get(anna.actor, id);
  if (!record) throw new Error('no case');
  return record;
};
const factsOf = async (id: string) => {
  const text = await office.test.sealing.open((await recordOf(id)).sealed, office.organisation.key.identity);
  const read = readSealedFacts(library, text ?? '');
  if (!read) throw new Error('not sealed facts');
  return read.facts;
};
const actions = async (id: string) =>
  (await office.test.register.audit.ofCase(anna.actor, id)).map(({ action }) => action);

describe('a case', () => {
  it('shows weeks alone while the key is locked, and says how to open it', async () => {
    const id = await office.enter(anna.actor, {});
    const boris = await office.worker('caseworker', 'locked');
    const { status, text } = await boris.get(`/case/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('Ключ заперт');
    expect(text).toContain('окт. 2026');
    expect(text).not.toContain('5 октября 2026');
    expect(await actions(id)).not.toContain('sealed-viewed');
  });

  it('shows its days, their reasons and the next documents once the key is open, and that it was opened is written down', async () => {
    const id = await office.enter(anna.actor, {});
    const { status, text } = await anna.get(`/case/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('5 октября 2026');
    expect(text).toContain('Почему эта дата');
    expect(text).toContain('complaint-not-registered');
    expect(await actions(id)).toContain('sealed-viewed');
  });

  it('takes an answer by the same questions, sealed anew with its day, and in clear by its week', async () => {
    const id = await office.enter(anna.actor, {});
    const page = (await anna.get(`/case/${id}`)).page;
    const version = fieldOf(page, 'version');
    const [filing] = (await factsOf(id)).case.filings;
    const answer = await anna.post(`/case/${id}/answer`, { version, move: `open:${filing?.id}` });
    expect(answer.text).toContain('Что ответили?');
    const letter = await anna.post(`/case/${id}/answer`, {
      version,
      filing: filing?.id ?? '',
      move: 'next',
      saying: 'considered',
    });
    expect(letter.text).toContain('Какой закон назван в письме?');
    const done = await anna.post(`/case/${id}/letter`, {
      version,
      filing: filing?.id ?? '',
      move: 'next',
      saying: 'considered',
      krsp: 'incoming',
      law: 'fz59',
      order: 'none',
      date: '2026-11-12',
      number: '18-р',
    });
    expect(done.location).toBe(`/ru/desk/case/${id}?found=treated-as-appeal`);
    expect(done.text).toContain('complaint-treated-as-appeal');
    expect((await recordOf(id)).filings[0]).toMatchObject({
      standing: 'treated-as-appeal',
      events: [{ kind: 'treated-as-appeal', week: '2026-W46' }],
    });
    expect((await factsOf(id)).case.filings[0]?.events.at(-1)).toMatchObject({
      date: '2026-11-12',
      number: '18-р',
    });
  });

  it('loses nothing when two people change it: the second sees both and applies theirs again', async () => {
    const id = await office.enter(anna.actor, {});
    const boris = await office.worker('coordinator');
    const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    await boris.post(`/case/${id}/notes`, { version, note: 'Борис позвонил' });
    const late = await anna.post(`/case/${id}/notes`, { version, note: 'Анна написала' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Анна написала');
    expect(late.text).toContain('дело изменено');
    expect((await factsOf(id)).notes.map(({ text }) => text)).toEqual(['Борис позвонил']);
    const again = await anna.post(`/case/${id}/notes`, {
      note: fieldOf(late.page, 'note'),
      version: fieldOf(late.page, 'version'),
    });
    expect(again.status).toBe(200);
    expect((await factsOf(id)).notes.map(({ text }) => text)).toEqual(['Борис позвонил', 'Анна написала']);
  });

  it('asks what the first document was about before the next one that needs it', async () => {
    const id = await office.enter(anna.actor, {});
    const [filing] = (await recordOf(id)).filings;
    const asked = await anna.get(
      `/case/${id}/document?filing=${filing?.id}&template=complaint-not-registered`,
    );
    expect(asked.text).toContain('О чём был первый документ?');
    const fields = Object.fromEntries(
      ['version', 'filing', 'template', 'about'].map((name) => [name, fieldOf(asked.page, name)]),
    );
    expect((await anna.post(`/case/${id}/episode`, fields)).status).toBe(422);
    const document = await anna.post(`/case/${id}/episode`, { ...fields, episode: '2017' });
    expect(document.status).toBe(200);
    expect(document.text).toContain(`action="/ru/desk/case/${id}/ready"`);
    const controls = Object.fromEntries(
      document.page.controls.filter(({ checked }) => checked).map(({ name, value }) => [name, value]),
    );
    const all = document.page.controls
      .filter(({ name, checked }) => name === 'answers.requests' && checked)
      .map(({ value }) => value);
    const ready = await anna.post(`/case/${id}/ready`, {
      ...controls,
      'answers.requests': all,
      move: 'next',
    });
    expect(ready.status).toBe(200);
    const added = await anna.post(`/case/${id}/ready`, { ...controls, 'answers.requests': all, move: 'add' });
    expect(added.location).toContain('found=added');
    const { filings } = (await factsOf(id)).case;
    expect(filings.map(({ template }) => template)).toEqual([
      'crime-report-media',
      'complaint-not-registered',
    ]);
    expect((await recordOf(id)).filings).toHaveLength(1);
  });

  it('keeps an event of which only the week is known, through every change', async () => {
    const id = await office.enter(anna.actor, {});
    const record = await recordOf(id);
    const [first] = record.filings;
    if (!first) throw new Error('no filing');
    const { template, authority, channel, filedWeek } = first;
    const filings = [
      {
        template,
        authority,
        channel,
        filedWeek,
        events: [{ kind: 'registered' as const, week: '2026-W43' }],
      },
    ];
    await office.test.register.cases.change(
      anna.actor,
      id,
      record.version,
      { filings, sealed: record.sealed },
      '2026-11-21',
    );
    const page = await anna.get(`/case/${id}`);
    expect(page.text).toContain('известна только неделя');
    await anna.post(`/case/${id}/notes`, { version: fieldOf(page.page, 'version'), note: 'x' });
    expect((await recordOf(id)).filings[0]?.events).toEqual([{ kind: 'registered', week: '2026-W43' }]);
  });

  it('does not lose its last filing by a slip', async () => {
    const id = await office.enter(anna.actor, {});
    const [filing] = (await factsOf(id)).case.filings;
    const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    const after = await anna.post(`/case/${id}`, { version, move: `remove:${filing?.id}:0` });
    expect(after.text).toContain('Изменение не записано');
    expect((await recordOf(id)).version).toBe(Number(version));
  });
});

describe('a scan', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  it('is sealed, listed, and shown under a policy that lets it do nothing', async () => {
    const id = await office.enter(anna.actor, {});
    const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    const added = await anna.post(`/case/${id}/scans`, {
      version,
      name: 'ответ',
      scan: new File([png], 'Иванова.png'),
    });
    expect(added.text).toContain('ответ');
    expect(added.text).not.toContain('Иванова');
    const [scan] = (await factsOf(id)).scans;
    const shown = await anna.bytes(`/case/${id}/scans/${scan?.id}`);
    expect(shown.body).toEqual(png);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('is deleted after it was asked about once: its bytes and its name are gone, and the history says so', async () => {
    const id = await office.enter(anna.actor, {});
    const version = async () => fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    for (const name of ['ответ', 'конверт'])
      await anna.post(`/case/${id}/scans`, {
        version: await version(),
        name,
        scan: new File([png], 'x.png'),
      });
    const [scan, other] = (await factsOf(id)).scans;
    const path = `/case/${id}/scans/${scan?.id}/delete`;
    expect((await anna.get(`/case/${id}`)).text).toContain(`href="/ru/desk${path}"`);
    const asked = await anna.get(path);
    expect(asked.text).toContain('Удалить скан?');
    expect(asked.text).toContain('ответ');
    expect((await recordOf(id)).scans).toHaveLength(2);
    const done = await anna.post(path, { version: fieldOf(asked.page, 'version') });
    expect(done.text).toContain('скан удалён');
    expect(done.text).not.toContain('ответ</bdi>');
    expect((await factsOf(id)).scans).toEqual([other]);
    expect((await recordOf(id)).scans.map((one) => one.id)).toEqual([other?.id]);
    expect((await anna.bytes(`/case/${id}/scans/${scan?.id}`)).headers.get('content-type')).toMatch(/html/);
    expect((await anna.get(path)).status).toBe(404);
    expect(await actions(id)).toContain('case-scan-deleted');
  });

  it('is not deleted from a case that somebody changed meanwhile, until that was looked at', async () => {
    const id = await office.enter(anna.actor, {});
    const version = async () => fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    await anna.post(`/case/${id}/scans`, { version: await version(), scan: new File([png], 'x.png') });
    const [scan] = (await recordOf(id)).scans;
    const path = `/case/${id}/scans/${scan?.id}/delete`;
    const asked = await anna.get(path);
    const boris = await office.worker();
    await boris.post(`/case/${id}/notes`, { version: await version(), note: 'скан нужен' });
    const late = await anna.post(path, { version: fieldOf(asked.page, 'version') });
    expect(late.status).toBe(409);
    expect((await recordOf(id)).scans).toHaveLength(1);
    const again = Object.fromEntries(late.page.controls.map(({ name, value }) => [name, value]));
    await anna.post(path, again);
    expect((await recordOf(id)).scans).toEqual([]);
    expect((await factsOf(id)).notes.map(({ text }) => text)).toEqual(['скан нужен']);
  });

  it('whose name was never stored is listed all the same, shown, and can be deleted', async () => {
    const id = await office.enter(anna.actor, {});
    const scan = crypto.randomUUID();
    const sealed = await office.test.sealing.sealBytes(png, [office.organisation.key.recipient]);
    await office.test.register.cases.addScan(anna.actor, id, scan, sealed);
    const { text, page } = await anna.get(`/case/${id}`);
    expect(text).toContain('скан без названия');
    expect((await anna.bytes(`/case/${id}/scans/${scan}`)).body).toEqual(png);
    await anna.post(`/case/${id}/scans/${scan}/delete`, { version: fieldOf(page, 'version') });
    expect((await recordOf(id)).scans).toEqual([]);
  });

  it('that a program deleted without opening the case is named nowhere any more', async () => {
    const id = await office.enter(anna.actor, {});
    const version = async () => fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    const file = new File([png], 'x.png');
    await anna.post(`/case/${id}/scans`, { version: await version(), name: 'ответ', scan: file });
    const [scan] = (await recordOf(id)).scans;
    await office.test.register.cases.deleteScan(anna.actor, id, scan?.id ?? '', '2026-11-21');
    expect((await factsOf(id)).scans).toHaveLength(1);
    const page = await anna.get(`/case/${id}`);
    expect(page.text).toContain('Сканов нет');
    await anna.post(`/case/${id}/notes`, { version: fieldOf(page.page, 'version'), note: 'x' });
    expect((await factsOf(id)).scans).toEqual([]);
  });

  it('that is no scan is refused, whatever its name says', async () => {
    const id = await office.enter(anna.actor, {});
    const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
    const refused = await anna.post(`/case/${id}/scans`, {
      version,
      scan: new File(['<script>'], 'answer.pdf', { type: 'application/pdf' }),
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Это не PDF');
  });
});

describe('the end of a case', () => {
  it('is asked about once, by a coordinator, and then it is gone', async () => {
    const id = await office.enter(anna.actor, {});
    const coordinator = await office.worker('coordinator', 'locked');
    expect((await anna.post(`/case/${id}/delete`)).status).toBe(403);
    expect((await coordinator.get(`/case/${id}/delete`)).text).toContain('Удалить дело?');
    expect((await coordinator.post(`/case/${id}/delete`)).text).toContain('Дело удалено');
    expect((await coordinator.get(`/case/${id}`)).status).toBe(404);
  });
});

it('a document that the seal does not hold stays in the register, shown by its weeks', async () => {
  const id = await office.enter(anna.actor, {});
  const record = await recordOf(id);
  const [first] = record.filings;
  if (!first) throw new Error('no filing');
  const { template, authority, channel, filedWeek } = first;
  const other = {
    template: 'prosecutor-appeal',
    authority: 'gp-central',
    channel,
    filedWeek: '2026-W44',
    events: [],
  };
  const filings = [{ template, authority, channel, filedWeek, events: [] }, other];
  await office.test.register.cases.change(
    anna.actor,
    id,
    record.version,
    { filings, sealed: record.sealed },
    '2026-11-21',
  );
  const page = await anna.get(`/case/${id}`);
  expect(page.text).toContain('26 окт.');
  await anna.post(`/case/${id}/notes`, { version: fieldOf(page.page, 'version'), note: 'x' });
  expect((await recordOf(id)).filings.map((one) => one.template)).toEqual([template, 'prosecutor-appeal']);
});

it('the second of two answers is applied again with one press, and both stand in the case', async () => {
  const id = await office.enter(anna.actor, {});
  const boris = await office.worker();
  const [filing] = (await factsOf(id)).case.filings;
  const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
  const said = (worker: Worker, saying: string, date: string) =>
    worker.post(`/case/${id}/letter`, {
      version,
      filing: filing?.id ?? '',
      move: 'next',
      saying,
      date,
      krsp: 'krsp',
      law: 'upk',
      number: date,
    });
  await said(boris, 'slip', '2026-10-12');
  const late = await said(anna, 'extended', '2026-10-13');
  expect(late.status).toBe(409);
  const fields = Object.fromEntries(late.page.controls.map(({ name, value }) => [name, value]));
  expect((await anna.post(`/case/${id}/letter`, fields)).text).toContain('13 октября 2026');
  expect((await factsOf(id)).case.filings[0]?.events.map(({ kind }) => kind)).toEqual([
    'sent',
    'registered',
    'extended',
  ]);
});

it('what names a banned organisation is shown by weeks alone', async () => {
  const id = await office.enter(anna.actor, {});
  const record = await recordOf(id);
  const facts = await factsOf(id);
  const named = { ...facts, contact: bannedName };
  const sealed = await office.test.sealing.sealJson(named, [office.organisation.key.recipient]);
  const filings = record.filings.map(({ template, authority, channel, filedWeek, events }) => ({
    template,
    authority,
    channel,
    filedWeek,
    events,
  }));
  await office.test.register.cases.change(anna.actor, id, record.version, { filings, sealed }, '2026-11-21');
  const page = await anna.get(`/case/${id}`);
  expect(page.text).toContain('страница его не показывает');
  expect(page.text).not.toContain('5 октября 2026');
  expect(page.text).not.toContain(bannedName);
});

it('a ruling that came in without the report it began with names the appeal, and says why it is not made here', async () => {
  const id = await office.enter(anna.actor, {
    template: 'court-125',
    authority: null,
    court: 'Басманный районный суд г. Москвы',
    filed: '2026-10-05',
    events: [{ kind: 'ruling', date: '2026-11-12' }],
  });
  const { text } = await anna.get(`/case/${id}`);
  const [, next = ''] = text.split('<h2 id="next">');
  expect(next.split('<h2')[0]).toContain('апелляцию подают через тот же суд');
  expect(next.split('<h2')[0]).toContain(
    'нет заявления о преступлении или обращения, с которого всё началось',
  );
  expect(next.split('<h2')[0]).not.toContain('Писать пока нечего');
});
