/** The first page of the day: what is overdue, what is due, what ends, what arrived, each with its next document. */
import { afterAll, describe, expect, it } from 'vitest';
import { weekOf } from '#domain/register/week.ts';
import { weekText } from '#web/parts/week.ts';
import { openOffice } from './worker.ts';

const office = await openOffice();
let anna = await office.worker();
afterAll(() => office.test.close());

describe('today', () => {
  it('shows nothing where there is nothing, and says so', async () => {
    const { status, text } = await anna.get('/today');
    expect(status).toBe(200);
    expect(text).toContain('Ничего не просрочено');
    expect(text).toContain('Нового нет');
  });

  it('becomes overdue when the clock moves on, and the next document is one link away', async () => {
    const id = await office.enter(anna.actor, { filed: '2026-11-20', channel: 'in-person' });
    expect((await anna.get('/today')).text).toContain('Ничего не просрочено');
    office.setDay('2026-12-21');
    const later = await office.worker(); // whoever slept so long signs in again
    const { text, page } = await later.get('/today');
    expect(text).toContain('Просрочено на');
    const link = page.links.find(({ href }) => href.includes(`/case/${id}/document?`));
    expect(link?.text).toMatch(/^Составить: /);
    const document = await later.get(link?.href.replaceAll('&amp;', '&') ?? '');
    expect(document.status).toBe(200);
    expect(document.text).toContain('О чём был первый документ?');
    office.setDay('2026-11-21');
    anna = await office.worker();
  });

  it('does not offer a document that was filed since', async () => {
    const [filing, complaint] = ['crime-report-media', 'complaint-not-registered'].map((template) => ({
      template,
      authority: template === 'crime-report-media' ? 'sk-central' : 'gp-central',
      channel: 'post' as const,
      filedWeek: weekOf(template === 'crime-report-media' ? '2026-07-06' : '2026-11-18'),
      events: [],
    }));
    if (!filing || !complaint) throw new Error('two documents');
    const sealed = await office.test.sealing.seal('x', [office.organisation.key.recipient]);
    const id = await office.test.register.cases.add(
      anna.actor,
      { filings: [filing, complaint], sealed },
      '2026-11-21',
    );
    const { page, text } = await anna.get('/today');
    const [line = ''] = text.split('<li class="work-line').filter((one) => one.includes(id));
    expect(line).toMatch(/После этого подано: [^<]*\(16–22 нояб\. 2026\)/);
    const offered = page.links
      .filter(({ href }) => href.includes(`/case/${id}/document`))
      .map(({ href }) => href);
    expect(offered.some((href) => href.includes('complaint-not-registered'))).toBe(false);
  });

  it('keeps before our eyes what was answered as an ordinary letter, until something was written', async () => {
    const report = {
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'post' as const,
      filedWeek: weekOf('2026-10-05'),
      events: [{ kind: 'treated-as-appeal' as const, week: weekOf('2026-11-10') }],
    };
    const complaint = {
      ...report,
      template: 'complaint-treated-as-appeal',
      authority: 'gp-central',
      filedWeek: weekOf('2026-11-18'),
      events: [],
    };
    const sealed = await office.test.sealing.seal('x', [office.organisation.key.recipient]);
    const add = (filings: (typeof report)[]) =>
      office.test.register.cases.add(anna.actor, { filings, sealed }, '2026-11-21');
    const waits = await add([report]);
    const written = await add([report, { ...complaint, events: [] }]);
    const { text } = await anna.get('/today');
    const [, ours = ''] = text.split('<h2 id="turn">');
    expect(ours).toContain(`/case/${waits}/document?`);
    expect(ours).toContain('Составить: Пожаловаться на то, что заявление о преступлении рассмотрели');
    expect(ours).not.toContain(`/case/${written}`);
  });

  it('keeps there what was sent on to another office, with the question where it is, until that was asked', async () => {
    const week = weekOf('2026-10-05');
    const report = {
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'post' as const,
      filedWeek: week,
      events: [
        { kind: 'received' as const, week },
        { kind: 'transferred' as const, week },
      ],
    };
    const asked = { ...report, template: 'inquiry-status', filedWeek: weekOf('2026-11-18'), events: [] };
    const sealed = await office.test.sealing.seal('x', [office.organisation.key.recipient]);
    const add = (filings: (typeof report)[]) =>
      office.test.register.cases.add(anna.actor, { filings, sealed }, '2026-11-21');
    const lost = await add([report]);
    const sought = await add([report, asked]);
    const { text } = await anna.get('/today');
    const [, ours = ''] = text.split('<h2 id="turn">');
    expect(ours).toMatch(new RegExp(`/case/${lost}/document\\?filing=[^&]*&(amp;)?template=inquiry-status`));
    expect(ours).not.toContain(`/case/${sought}`);
  });

  it('names the appeal against a ruling, though the case does not hold the report to make it from', async () => {
    const ruled = {
      template: 'court-125',
      authority: null,
      channel: 'post' as const,
      filedWeek: weekOf('2026-10-05'),
      events: [{ kind: 'ruling' as const, week: weekOf('2026-11-18') }],
    };
    const sealed = await office.test.sealing.seal('x', [office.organisation.key.recipient]);
    const id = await office.test.register.cases.add(anna.actor, { filings: [ruled], sealed }, '2026-11-21');
    const { text } = await anna.get('/today');
    const [line = ''] = text.split('<li class="work-line').filter((one) => one.includes(id));
    expect(line).toContain('апелляцию подают через тот же суд');
    expect(line).not.toContain('Писать пока нечего');
  });

  it('shows what a filer sent until somebody has opened it', async () => {
    const content = {
      filings: [
        {
          template: 'crime-report-media',
          authority: 'sk-central',
          channel: 'post' as const,
          filedWeek: '2026-W46',
          events: [],
        },
      ],
    };
    const own = await office.enter(anna.actor, { filed: '2026-11-12' });
    const record = await office.test.register.cases.get(anna.actor, own);
    const id = await office.test.register.shared.add(
      'primer',
      'ab'.repeat(32),
      null,
      { ...content, sealed: record?.sealed ?? '' },
      '2026-11-21',
    );
    expect(
      (await anna.get('/today')).text.match(/Пришло от заявителей <span class="count">1</),
    ).not.toBeNull();
    const boris = await office.worker('caseworker', 'locked');
    await boris.get(`/case/${id}`);
    expect((await anna.get('/today')).text).toContain('Пришло от заявителей <span class="count">1<');
    await anna.get(`/case/${id}`);
    expect((await anna.get('/today')).text).toContain('Пришло от заявителей <span class="count">0<');
  });
});

describe('the register', () => {
  it('filters by its address, keeps the filters on the next page, and forgets what it does not know', async () => {
    for (let at = 0; at < 55; at++)
      await office.enter(anna.actor, {
        template: 'prosecutor-appeal',
        authority: 'gp-central',
        filed: '2026-11-02',
      });
    const first = await anna.get('/register?template=prosecutor-appeal&authority=gp-central&state=');
    const rows = (text: string) => text.match(/<tr role="row" class="work-/g)?.length;
    expect(rows(first.text)).toBe(50);
    const next =
      first.page.links.find(({ href }) => href.includes('after='))?.href.replaceAll('&amp;', '&') ?? '';
    expect(next).toContain('authority=gp-central&template=prosecutor-appeal');
    expect(rows((await anna.get(next)).text)).toBe(5);
    expect((await anna.get('/register?template=drop-table&after=nonsense')).status).toBe(200);
    expect((await anna.get('/register?standing=refused')).text).toContain('Ничего не найдено');
  });

  it('finds a case by the number that stands in its lists, whole or by its beginning', async () => {
    const id = await office.enter(anna.actor, {});
    const short = id.slice(0, 8);
    expect((await anna.get('/register?authority=sk-central')).text).toContain(`<code>${short}</code>`);
    for (const typed of [id, short, ` ${short.toUpperCase()} `]) {
      const found = await anna.get(`/register?number=${encodeURIComponent(typed)}`);
      expect([found.status, found.location], typed).toEqual([303, `/ru/desk/case/${id}`]);
    }
    for (const typed of ['', 'zzzzzzzz', '00000000', short.slice(0, 7), '%']) {
      const { status, page } = await anna.get(`/register?number=${encodeURIComponent(typed)}`);
      expect([status, page.errors.length], typed).toEqual([422, 1]);
    }
    const stranger = await office.worker(
      'coordinator',
      undefined,
      await office.test.organisation('sosednyaya'),
    );
    for (const typed of [id, short])
      expect((await stranger.get(`/register?number=${typed}`)).status).toBe(422);
  });

  it.each([
    ['', 'descending', 'Подано'],
    ['due', 'ascending', 'Срок'],
    ['authority', 'other', 'Куда'],
    ['template', 'other', 'Документ'],
    ['assignee', 'other', 'Ведёт'],
  ])('is sorted by %j, and the head of the table says so', async (sort, way, column) => {
    await office.enter(anna.actor, {});
    const { text } = await anna.get(`/register?sort=${sort}`);
    const heads = text.match(/<th [^>]*aria-sort[^>]*>[^<]*/g) ?? [];
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatch(new RegExp(`aria-sort="${way}">${column}$`));
    if (sort) expect(text).toContain(`<option value="${sort}" selected>`);
  });

  it('keeps what is at one office, of one document or of one person together over its pages', async () => {
    const filing = { template: 'prosecutor-appeal', authority: 'gp-central', filed: '2026-11-02' };
    for (let many = 0; many < 51; many++) await office.enter(anna.actor, filing);
    for (const [sort, other] of [
      ['authority', 'template=prosecutor-appeal'],
      ['template', 'authority=gp-central'],
      ['assignee', 'template=prosecutor-appeal'],
    ]) {
      const seen: string[] = [];
      let pages = 0;
      for (let next = `/register?${other}&sort=${sort}`; next !== ''; pages++) {
        const { text, page } = await anna.get(next);
        seen.push(...[...text.matchAll(/desk\/case\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id));
        const link = page.links.find(({ href }) => href.includes('after=') && href.includes(`sort=${sort}`));
        next = link?.href.replaceAll('&amp;', '&') ?? '';
      }
      expect(pages).toBeGreaterThan(1);
      expect(seen.length).toBeGreaterThan(50);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('is one link from the page of the day to what is mine', async () => {
    const mine = await office.enter(anna.actor, { filed: '2026-08-03' });
    const other = await office.enter(anna.actor, { filed: '2026-08-03' });
    const chief = await office.worker('coordinator');
    await chief.post(`/case/${mine}/assign`, { person: anna.actor.person });
    const link = (await anna.get('/today')).page.links.find(({ text }) => text.startsWith('Мои дела'));
    const { text } = await anna.get(link?.href.replaceAll('&amp;', '&') ?? '');
    expect([text.includes(`/case/${mine}`), text.includes(`/case/${other}`)]).toEqual([true, false]);
  });

  it('filters by tag and by who works on a case', async () => {
    const id = await office.enter(anna.actor, {});
    const chief = await office.worker('coordinator');
    await chief.post(`/case/${id}/tags`, { tag: ['срочно', 'нет такой'] });
    await chief.post(`/case/${id}/assign`, { person: anna.actor.person });
    expect((await chief.get('/register?tag=%D1%81%D1%80%D0%BE%D1%87%D0%BD%D0%BE')).text).toContain(
      `/case/${id}`,
    );
    expect((await chief.get(`/register?assignee=${anna.actor.person}`)).text).toContain(`/case/${id}`);
    expect((await chief.get('/register?assignee=nobody')).text).not.toContain(`/case/${id}`);
    expect((await office.test.register.cases.get(anna.actor, id))?.tags).toEqual(['срочно']);
    const [top = ''] = (await anna.get(`/case/${id}`)).text.split('<h2 id="next">');
    expect(top).toContain('<span class="tag">срочно</span>');
    expect(top).toContain('href="#work"');
  });
});

it('an analyst and an administrator see neither, and begin with their own first page', async () => {
  for (const role of ['analyst', 'administrator'] as const) {
    const other = await office.worker(role, 'locked');
    expect((await other.get('/today')).status).toBe(403);
    expect((await other.get('/register')).status).toBe(403);
    expect((await other.get('/')).location).not.toContain('today');
  }
});

it('another organisation sees none of it', async () => {
  const other = await office.test.organisation('drugaya');
  const stranger = await office.worker('coordinator', undefined, other);
  const id = await office.enter(anna.actor, {});
  expect((await stranger.get(`/case/${id}`)).status).toBe(404);
  expect((await stranger.post(`/case/${id}/notes`, { note: 'x', version: '1' })).status).toBe(404);
  expect((await stranger.get('/register')).text).toContain('В реестре пока ничего нет');
});

it('a week is told by its first and last day, with nothing at its end that a full stop would double', () => {
  expect(weekText('ru', '2026-W45')).toBe('2–8 нояб. 2026');
  expect(weekText('en', '2026-W45')).toBe('2–8 Nov 2026');
  expect(weekText('ru', '2026-W53')).toMatch(/^28 дек\. 2026 – 3 янв\. 2027$/);
});

it('the foot of the desk does not speak to those who file', async () => {
  const { text } = await anna.get('/today');
  expect(text).toContain('Это не сайт Следственного комитета');
  expect(text).not.toContain('документ подаёте вы сами');
});
