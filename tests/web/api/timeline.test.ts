/** POST /api/timeline as a program meets it: JSON in two languages, problems, and a file that another program's parser reads. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { timelineExample } from '#web/api/openapi-timeline.ts';
import { openService } from '../../support/site.ts';

const { app, site, faults } = openService();
const date = z.iso.date();

const answer = z.strictObject({
  deadlines: z.array(
    z.looseObject({
      id: z.string(),
      norm: z.string().min(1),
      from: date,
      due: date,
      earliest: date,
      latest: date,
      certain: z.boolean(),
      state: z.enum(['running', 'met', 'missed']),
      why: z.string().min(1),
      actor: z.enum(['authority', 'applicant']),
    }),
  ),
  next: z.array(
    z.looseObject({
      template: z.string().nullable(),
      addressees: z.array(z.string()),
      why: z.string().min(1),
      norm: z.string().min(1),
      from: date,
      until: date.nullable(),
    }),
  ),
  limitation: z.array(
    z.looseObject({
      count: z.string(),
      norm: z.string().min(1),
      category: z.string(),
      expires: date,
      expiresLast: date,
      daysLeft: z.int(),
      state: z.enum(['running', 'partly', 'expired', 'court']),
    }),
  ),
});

const body = {
  template: 'crime-report-media',
  authority: 'sk-central',
  events: [{ kind: 'received', date: '2026-11-21', number: 'Иванов-проба' }],
  episode: '2017',
  today: '2026-12-30',
};

function post(sent: unknown, query = '', headers: Record<string, string> = {}) {
  return app.request(`/api/timeline${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  });
}

async function ask(sent: unknown, headers: Record<string, string> = {}) {
  const response = await post(sent, '', headers);
  expect(response.status).toBe(200);
  return answer.parse(await response.json());
}

async function problems(sent: unknown) {
  const response = await post(sent);
  expect(response.status).toBe(422);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const text = await response.text();
  expect(text).not.toContain('Иванов');
  const { errors } = z
    .looseObject({ errors: z.array(z.looseObject({ path: z.string(), code: z.string() })) })
    .parse(JSON.parse(text));
  return errors.map(({ path, code }) => `${path} ${code}`);
}

describe('a program', () => {
  it('is told the time limits, the next documents and the limitation periods', async () => {
    const { deadlines, next, limitation } = await ask(body);
    expect(deadlines).toMatchObject([
      {
        id: 'crime-decision',
        from: '2026-11-21',
        due: '2026-11-24',
        certain: true,
        state: 'missed',
        actor: 'authority',
        norm: 'ч. 1 ст. 144 УПК РФ',
      },
    ]);
    expect(next.map(({ template }) => template)).toContain('complaint-not-registered');
    expect(limitation.find(({ count }) => count === '286 ч.3')).toMatchObject({
      category: 'grave',
      expires: '2027-02-19',
      expiresLast: '2027-04-29',
      daysLeft: 51,
      state: 'running',
    });
  });

  it('is told why in the language of its reader', async () => {
    const ru = await ask(body);
    const en = await ask(body, { 'Accept-Language': 'en' });
    expect(ru.deadlines[0]?.why).toBe(
      'Считаем от события «получено»: 21 ноября 2026 года. Сам этот день не считаем. 3 суток кончаются 24 ноября 2026 года.',
    );
    expect(en.deadlines[0]?.why).toBe(
      'We count from “received”: 21 November 2026. That day itself is not counted. 3 days (сутки) end on 24 November 2026.',
    );
    expect(en.next[0]?.why).toMatch(/^[A-Z][a-z]/);
    expect(en.deadlines.map(({ due }) => due)).toEqual(ru.deadlines.map(({ due }) => due));
  });

  it('may name no office: a court; and one whose address nobody found', async () => {
    const court = {
      template: 'court-125',
      authority: null,
      events: [{ kind: 'complaint-received', date: '2026-11-02' }],
      today: '2026-11-03',
    };
    expect((await ask(court)).deadlines).toMatchObject([{ id: 'court-125', due: '2026-11-16' }]);
    expect((await ask({ ...body, authority: 'sk-gsu-skfo' })).next.length).toBeGreaterThan(0);
  });

  it('may give one act in place of an episode', async () => {
    const { limitation } = await ask({ ...body, episode: undefined, actDate: '2017-03-01' });
    expect(limitation.find(({ count }) => count === '286 ч.3')).toMatchObject({
      expires: '2027-02-28',
      expiresLast: '2027-02-28',
      daysLeft: 60,
    });
  });

  it('is told two days where only the sending is known', async () => {
    const [one] = (await ask({ ...body, events: [{ kind: 'sent', date: '2026-11-21' }] })).deadlines;
    expect(one?.certain).toBe(false);
    expect(one && one.latest > one.earliest && one.due === one.latest).toBe(true);
  });

  it('finds the request of the description accepted, in any order of fields', async () => {
    expect((await ask(timelineExample(site))).deadlines.map(({ id }) => id)).toEqual([
      'crime-decision',
      'crime-ext1',
    ]);
  });

  it('gets an answer that no cache keeps and that repeats nothing that was typed', async () => {
    const response = await post(body);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Language')).toBe('ru');
    expect(await response.text()).not.toContain('Иванов');
  });
});

describe('what is to be mended is told by path and code', () => {
  it.each([
    [{ ...body, today: undefined }, ['today required']],
    [{ ...body, today: '2026-02-30' }, ['today date']],
    [{ ...body, template: undefined }, ['template required']],
    [{ ...body, template: 'Иванов' }, ['template choice']],
    [{ ...body, authority: 'Иванов' }, ['authority choice']],
    [{ ...body, episode: 'Иванов' }, ['episode choice']],
    [{ ...body, actDate: 'Иванов' }, ['actDate date']],
    [{ ...body, case: 'Иванов и другие' }, ['case type']],
    [{ ...body, events: undefined }, ['events required']],
    [{ ...body, events: [{ kind: 'closed', date: '2026-11-21' }] }, ['events.0.kind choice']],
    [{ ...body, events: [{ kind: 'sent', date: '21.11.2026' }] }, ['events.0.date date']],
    [{ ...body, events: [{ kind: 'extended', date: '2026-11-21', days: 'Иванов' }] }, ['events.0.days type']],
    [{ ...body, events: Array.from({ length: 101 }, () => body.events[0]) }, ['events too-many']],
    [{ ...body, applicant: { lastName: 'Иванов' } }, ['applicant unknown-field']],
    ['null', [' type']],
  ])('%#', async (sent, expected) => {
    expect(await problems(sent)).toEqual(expected);
  });

  it('in the language of the reader', async () => {
    const response = await post({ ...body, today: undefined }, '', { 'Accept-Language': 'en' });
    expect(await response.json()).toMatchObject({
      errors: [{ path: 'today', message: 'Fill in this field.' }],
    });
  });

  it('and no other way of asking is taken', async () => {
    expect((await post('{')).status).toBe(400);
    expect((await post(body, '?format=docx')).status).toBe(406);
    expect((await post(body, '?format=toString')).status).toBe(406);
    expect((await post(body, '', { Accept: 'image/png' })).status).toBe(406);
    expect((await post(body, '', { 'Content-Type': 'text/plain' })).status).toBe(415);
    const got = await app.request('/api/timeline');
    expect([got.status, got.headers.get('Allow')]).toEqual([405, 'POST']);
    expect(faults).toEqual([]);
  });
});

describe('a calendar', () => {
  const rich = {
    ...body,
    case: 'b7f0a1c2',
    events: [
      { kind: 'received', date: '2026-11-21' },
      {
        kind: 'treated-as-appeal',
        date: '2026-12-10',
        number: 'Иванов-проба',
        to: 'Иванов-проба',
        signedBy: 'Иванов-проба',
      },
      { kind: 'ruling', date: '2026-12-20' },
    ],
  };

  async function events(sent: unknown, language = 'ru') {
    const response = await post(sent, '?format=ics', { 'Accept-Language': language });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    const calendar = new ICAL.Component(ICAL.parse(text));
    return {
      text,
      all: calendar
        .getAllSubcomponents('vevent')
        .map((one) => ({ event: new ICAL.Event(one), component: one })),
    };
  }

  it('is read by a parser that is not ours: one all-day event for each date', async () => {
    const { all } = await events(rich);
    const { deadlines } = await ask(rich);
    const read = all.map(({ event }) => [event.uid, event.startDate.toString(), event.startDate.isDate]);
    for (const { id, due } of deadlines) expect(read).toContainEqual([`b7f0a1c2-${id}`, due, true]);
    expect(read).toContainEqual(['b7f0a1c2-limitation-2027-02-19', '2027-02-19', true]);
    expect(new Set(all.map(({ event }) => event.uid)).size).toBe(all.length);
  });

  it('says nothing of the matter in a title, and nothing that was typed anywhere', async () => {
    for (const [language, titles] of [
      ['ru', ['Срок ответа']],
      ['en', ['Response due']],
    ] as const) {
      const { all, text } = await events(rich, language);
      expect([...new Set(all.map(({ event }) => event.summary))].sort()).toEqual([...titles].sort());
      expect(text).not.toMatch(/Иванов|Проверка|Proverka|Чечн|Chechn|геев|gay/i);
      for (const { component } of all)
        for (const alarm of component.getAllSubcomponents('valarm'))
          expect(titles).toContain(alarm.getFirstPropertyValue('description'));
    }
  });

  it('tells the reason and the next document below, and reminds before the day', async () => {
    const { all } = await events(rich);
    const { deadlines } = await ask(rich);
    for (const { id, why } of deadlines) {
      const found = all.find(({ event }) => event.uid.endsWith(`-${id}`));
      expect(found?.event.description).toContain(why);
    }
    const own = all.find(({ event }) => event.uid.endsWith('-appeal-125'));
    expect(own?.event.description).toMatch(/Документ: /);
    expect(own?.event.description).not.toMatch(/Срок прошёл/);
    for (const { component } of all) {
      const alarms = component.getAllSubcomponents('valarm');
      expect(alarms.length).toBeGreaterThan(0);
      for (const alarm of alarms) expect(String(alarm.getFirstPropertyValue('trigger'))).toMatch(/^-P/);
    }
  });

  it('is stamped with the day that was given, and a later one replaces it under the same names', async () => {
    const [first, again, later] = [
      await events(rich),
      await events(rich),
      await events({ ...rich, today: '2026-12-31' }),
    ];
    expect(again.text).toBe(first.text);
    const sequence = ({ all }: typeof first) => all.map(({ event }) => event.sequence);
    expect(first.text).toContain('DTSTAMP:20261230T000000Z');
    expect(later.text).toContain('DTSTAMP:20261231T000000Z');
    expect(later.all.map(({ event }) => event.uid)).toEqual(first.all.map(({ event }) => event.uid));
    expect(sequence(later)).toEqual(sequence(first).map((one) => one + 1));
  });

  it('keeps its names where the client chose none and more has happened since', async () => {
    const { case: _case, ...unnamed } = rich;
    const [before, after] = [
      await events({ ...unnamed, events: rich.events.slice(0, 1) }),
      await events(unnamed),
    ];
    const names = after.all.map(({ event }) => event.uid);
    for (const { event } of before.all) expect(names).toContain(event.uid);
    expect(names[0]).toMatch(/^[0-9a-f]{32}-/);
  });

  it('comes by the Accept header too', async () => {
    const response = await post(rich, '', { Accept: 'text/calendar' });
    expect(response.headers.get('Content-Type')).toMatch(/^text\/calendar/);
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="dates.ics"');
  });

  it('of nothing is a calendar all the same', async () => {
    expect((await events({ ...rich, events: [], episode: undefined })).all).toEqual([]);
  });
});
