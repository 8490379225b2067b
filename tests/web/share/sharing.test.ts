/** Somebody who has no JavaScript shares a case: told first, asked for the code, and only then is anything stored. */
import { beforeEach, describe, expect, it } from 'vitest';
import { asPhones, groupsOf } from '#domain/register/case-code.ts';
import { postForm } from '../../support/site.ts';
import { textOf } from '../page.ts';
import {
  asked,
  at,
  codeOn,
  comingBack,
  explained,
  filedCase,
  openSharing,
  readByOrganisation,
  type Sharing,
  secret,
  shareWith,
} from './filer.ts';

let service: Sharing;
beforeEach(async () => {
  service = await openSharing();
});

describe('somebody who thinks of sharing', () => {
  it('reads what would lie in clear about this case, and nothing is stored by that', async () => {
    const walker = await explained(service);
    expect(walker.status).toBe(200);
    const told = textOf(/<div class="known">[\s\S]*?<\/div>/.exec(walker.html)?.[0] ?? '');
    expect(told).toContain('неделя с 31 августа 2026 года');
    expect(told).toContain('неделя с 14 сентября 2026 года');
    expect(told).not.toMatch(/Жаворонок|10100012345678|3 сентября/);
    expect(walker.html).toContain('36 месяцев');
    expect(await readByOrganisation(service)).toEqual([]);
  });

  it('keeps the case on their device by the first button, and by Enter', async () => {
    const walker = await explained(service);
    const [, first] = walker.page.buttons.filter(({ value }) => value !== 'stay');
    expect(first?.value).toBe('show');
    await walker.pressEnter();
    expect(walker.page.action).toBe('/ru/case');
    expect(JSON.parse(walker.sent('case')[0] ?? '')).toEqual(filedCase());
  });

  it.each(['ru', 'en', 'ar'])(
    'finds the page in %s, and the choice in another language',
    async (language) => {
      const walker = await explained(service, filedCase(), language);
      expect(walker.page.language).toBe(language);
      walker.type('contact', 'сигнал 5');
      const response = await postForm(service.app, '/en/share', {
        case: JSON.stringify(filedCase()),
        contact: 'сигнал 5',
        move: 'stay',
      });
      expect(await response.text()).toContain('value="сигнал 5"');
    },
  );

  it('may open a case file on the page, and is told what is wrong with it', async () => {
    const { app } = service;
    expect((await app.request('/ru/share')).status).toBe(200);
    for (const [pasted, told] of [
      ['', 'Выберите файл'],
      ['{', 'Это не файл дела'],
      [JSON.stringify({ ...filedCase(), filings: [] }), 'Файл повреждён'],
      [
        JSON.stringify({ ...filedCase(), filings: [{ ...filedCase().filings[0], events: [] }] }),
        'нет поданных',
      ],
    ] as const) {
      const walker = await at(service, '/ru/share/code', { pasted, move: 'next' });
      expect(walker.status, told).toBe(422);
      expect(walker.page.errors.join(), told).toContain(told);
    }
    const walker = await at(service, '/ru/share/code', { pasted: JSON.stringify(filedCase()), move: 'next' });
    expect(walker.page.errors.join()).toContain('С кем поделиться');
    expect(walker.sent('case')).toHaveLength(1);
  });

  it('is told which field is too long, and loses nothing', async () => {
    const walker = await explained(service);
    walker.type('region', 'р'.repeat(121));
    walker.type('note', 'заметка');
    await walker.press('code');
    expect(walker.status).toBe(422);
    expect(walker.page.errors).toHaveLength(2);
    expect(walker.sent('region')).toEqual(['р'.repeat(121)]);
    expect(walker.sent('note')).toEqual(['заметка']);
  });
});

describe('the code', () => {
  it('is shown in groups and as numbers, vanishes, and is asked for in part before anything is stored', async () => {
    const walker = await explained(service);
    walker.choose(
      'organisation',
      walker.page.controls.find(({ name }) => name === 'organisation')?.value ?? '',
    );
    await walker.press('code');
    const code = codeOn(walker);
    expect(code).toMatch(/^\d{27}$/);
    for (const phone of asPhones(code)) expect(walker.html).toContain(phone);
    await walker.press('next');
    const shown = walker.html.replace(/<input type="hidden"[^>]*>/g, '');
    for (const group of groupsOf(code)) expect(shown).not.toContain(`>${group}<`);
    const numbers = asked(walker);
    expect(new Set(numbers).size).toBe(2);
    for (const number of numbers) walker.type(`group-${number}`, '00');
    await walker.press('next');
    expect(walker.status).toBe(422);
    expect(await readByOrganisation(service)).toEqual([]);
    expect(asked(walker)).toEqual(numbers);
    await walker.press('again');
    expect(codeOn(walker)).toBe(code);
    await walker.press('next');
    const [one = 1, two = 2] = asked(walker);
    const arabic = [...(groupsOf(code)[one - 1] ?? '')].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join('');
    walker.type(`group-${one}`, arabic);
    walker.type(`group-${two}`, ` ${groupsOf(code)[two - 1]} `);
    await walker.press('next');
    expect(walker.status).toBe(200);
    expect(walker.html).not.toContain(code);
    expect(await readByOrganisation(service)).toHaveLength(1);
  });

  it('is another one each time', async () => {
    const codes = await Promise.all([1, 2, 3].map(async () => shareWith(await explained(service))));
    expect(new Set(codes).size).toBe(3);
  });

  it.each([
    ['groups', (code: string) => groupsOf(code).join(' ')],
    ['one line', (code: string) => code],
    ['telephone numbers', (code: string) => asPhones(code).join('\n')],
    ['Arabic digits', (code: string) => [...code].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join('')],
  ])('opens the case typed as %s', async (_, typed) => {
    const code = await shareWith(await explained(service));
    const walker = await comingBack(service, typed(code));
    expect(walker.page.heading).toBe('Ваше дело');
    expect(walker.html).toContain('Архив «Пример»');
    expect(JSON.parse(walker.sent('case')[0] ?? '').filings[0].text).toContain(secret);
  });
});

describe('what goes along', () => {
  it('is sealed: region, contact and note reach the organisation, and lie nowhere in clear', async () => {
    const walker = await explained(service);
    walker.type('region', 'Москва');
    walker.type('contact', `почта ${secret}`);
    walker.type('note', 'Пишите\nна русском.');
    await shareWith(walker);
    const [read] = await readByOrganisation(service);
    expect(read).toMatchObject({ region: 'Москва', contact: `почта ${secret}` });
    expect(read?.notes).toEqual([{ day: '2026-12-01', text: 'Пишите\nна русском.' }]);
    const actor = { organisation: 'archive', person: 'nobody', role: 'analyst' } as const;
    const { filings } = await service.register.cases.list(actor, { limit: 10 }, '2026-12-01');
    expect(JSON.stringify(filings)).not.toMatch(/Жаворонок|Москва|2026-09-03|10100012345678/);
    expect(filings[0]).toMatchObject({
      filedWeek: '2026-W36',
      events: [{ kind: 'registered', week: '2026-W38' }],
    });
  });

  it('is no name and no address, unless they tick it in so many words', async () => {
    const applicant = {
      lastName: 'Жукова',
      firstName: 'Анна',
      gender: 'female',
      address: '101000, г. Москва,\nул. Примерная, д. 1',
      email: 'anna@example.org',
    } as const;
    const text = `от Жуковой Анны\n101000, г. Москва, ул. Примерная, д. 1, anna@example.org\nПрошу данные проверить.\nЖукова Анна\n`;
    const [filing] = filedCase().filings;
    if (!filing) throw new Error('no filing');
    const kept = { ...filedCase(), applicant, filings: [{ ...filing, text }] };
    await shareWith(await explained(service, kept));
    const named = await explained(service, kept);
    named.tick('named', 'yes');
    await shareWith(named);
    const both = await readByOrganisation(service);
    const texts = both.map((one) => JSON.stringify(one.case));
    const without = texts.find((one) => !one.includes('applicant')) ?? '';
    expect(without).not.toMatch(/Жуков|Анны|Анна|Примерная|101000,|example/);
    expect(without).toContain('Прошу данные проверить.');
    expect(texts.some((one) => one.includes('Жуковой Анны') && one.includes('applicant'))).toBe(true);
  });
});
