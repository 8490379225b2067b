/** Whoever has the code comes back: adds, sends, takes back, deletes; whoever has not learns nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCaseCode } from '#domain/register/case-code.ts';
import { codeLimits, finderOf } from '#web/by-code.ts';
import { postForm } from '../../support/site.ts';
import { pressTo } from '../case/keeper.ts';
import { textOf } from '../page.ts';
import type { Walker } from '../walker.ts';
import {
  at,
  comingBack,
  explained,
  filedCase,
  openSharing,
  readByOrganisation,
  type Sharing,
  secret,
  shareWith,
} from './filer.ts';
import { pdf } from './pictures.ts';

let service: Sharing;
let code: string;
beforeEach(async () => {
  service = await openSharing();
  code = await shareWith(await explained(service));
});

const panel = (walker: Walker) =>
  textOf(/<section class="keep" id="shared">[\s\S]*?<\/section>/.exec(walker.html)?.[0] ?? '');
const notice = (walker: Walker) => textOf(/<div class="finding"[\s\S]*?<\/div>/.exec(walker.html)?.[0] ?? '');

async function refusedOn(walker: Walker, date: string): Promise<void> {
  await pressTo(walker, '/share/case/event', 'open:');
  walker.choose('kind', 'refused');
  walker.type('date', date);
  await walker.press('next');
}

async function tryTooManyCodes(): Promise<void> {
  const now = service.following.now().getTime();
  for (let tries = 0; tries < codeLimits.perGroup; tries++)
    await service.register.limits.take('code all', codeLimits.perGroup, codeLimits.seconds, now);
}

describe('somebody who comes back', () => {
  it('sees with whom the case is shared and until about when, and the dates of the case', async () => {
    const walker = await comingBack(service, code);
    expect(panel(walker)).toContain('Архив «Пример»');
    expect(panel(walker)).toContain('декабрь 2029');
    expect(panel(walker)).toContain('Всё отправлено');
    expect(walker.html).toContain('id="dates"');
  });

  it('adds what was answered and sends it: both copies are sealed anew', async () => {
    const walker = await comingBack(service, code);
    await refusedOn(walker, '2026-10-05');
    expect(panel(walker)).toContain('Изменения пока только на этой странице');
    await pressTo(walker, '/share/send');
    expect(notice(walker)).toContain('Изменения отправлены');
    const [read] = await readByOrganisation(service);
    expect(read?.case.filings[0]?.events.map(({ kind }) => kind)).toEqual(['sent', 'registered', 'refused']);
    const again = await comingBack(service, code);
    expect(again.html).toContain('5 октября 2026');
  });

  it('writes the next document and keeps it as a draft behind the code, after what was filed', async () => {
    const walker = await comingBack(service, code);
    await pressTo(walker, '/share/case/document', 'make:first:');
    walker.tick('blank', 'yes');
    await walker.press('next');
    await walker.press('add');
    expect(notice(walker)).toContain('Документ в деле');
    await pressTo(walker, '/share/send');
    const [read] = await readByOrganisation(service);
    expect(read?.case.filings.map(({ events }) => events.length)).toEqual([2, 0]);
    expect((await comingBack(service, code)).html.match(/<article class="filing"/g)).toHaveLength(2);
  });

  it('changes language and page, and the code goes along unseen', async () => {
    const walker = await comingBack(service, code);
    const english = await at(service, '/en/share/case', {
      ...Object.fromEntries(
        ['case', 'code', 'shared', 'scans'].map((name) => [name, walker.sent(name)[0] ?? '']),
      ),
      move: 'stay',
    });
    expect(english.page.language).toBe('en');
    expect(panel(english)).toContain('Example Archive');
    expect(panel(english)).toContain('December 2029');
    await pressTo(english, '/share/case/answer');
    expect(english.sent('code')).toEqual([code]);
    await pressTo(english, '/share/case');
    expect(panel(english)).toContain('Example Archive');
  });

  it('saves the case and its calendar from there too', async () => {
    const walker = await comingBack(service, code);
    const calendar = await pressTo(walker, '/share/case/calendar');
    expect(calendar.headers.get('Content-Type')).toContain('text/calendar');
    await pressTo(walker, '/share/case/save');
    const file = await pressTo(walker, '/share/case/download');
    expect(await file.json()).toMatchObject({ format: 'case', case: 'a-case' });
  });

  it('is told where the organisation changed the case meanwhile, and has both before sending again', async () => {
    const walker = await comingBack(service, code);
    const other = await comingBack(service, code);
    await refusedOn(other, '2026-10-05');
    await pressTo(other, '/share/send');
    await pressTo(walker, '/share/case/event', 'open:');
    walker.choose('kind', 'answered');
    walker.type('date', '2026-10-08');
    await walker.press('next');
    await pressTo(walker, '/share/send');
    expect(notice(walker)).toContain('Дело изменили и с другой стороны');
    expect((await readByOrganisation(service))[0]?.case.filings[0]?.events).toHaveLength(3);
    await pressTo(walker, '/share/send');
    expect(notice(walker)).toContain('Изменения отправлены');
    const kinds = (await readByOrganisation(service))[0]?.case.filings[0]?.events.map(({ kind }) => kind);
    expect(kinds).toEqual(['sent', 'registered', 'refused', 'answered']);
  });

  it('reads the notes that lie sealed beside the case', async () => {
    const walker = await explained(service);
    walker.type('note', 'Жду совета.');
    const own = await shareWith(walker);
    const back = await comingBack(service, own);
    expect(panel(back)).toContain('Жду совета.');
    await refusedOn(back, '2026-10-05');
    expect(panel(back)).toContain('Жду совета.');
    await pressTo(back, '/share/send');
    expect(panel(back)).toContain('Жду совета.');
  });

  it('is told on every page that an organisation gets what is shared with it, not that nothing is sent', async () => {
    for (const page of ['/share/case/event', '/share/withdraw', '/share/scan']) {
      const walker = await comingBack(service, code);
      await pressTo(walker, page);
      expect(textOf(walker.html)).toContain('Организации уходит только то');
      expect(textOf(walker.html)).not.toContain('Мы ничего никуда не отправляем');
    }
  });
});

describe('somebody who wants out', () => {
  it('takes the copy back: the organisation loses it, the code still opens it', async () => {
    const walker = await comingBack(service, code);
    await pressTo(walker, '/share/withdraw');
    expect(await readByOrganisation(service)).toHaveLength(1);
    await pressTo(walker, '/ru/share/withdraw', 'yes');
    expect(notice(walker)).toContain('Копия отозвана');
    expect(await readByOrganisation(service)).toEqual([]);
    const again = await comingBack(service, code);
    expect(panel(again)).toContain('открываете только вы');
    expect(JSON.parse(again.sent('case')[0] ?? '')).toEqual(filedCase());
    await refusedOn(again, '2026-10-05');
    await pressTo(again, '/share/send');
    expect(notice(again)).toContain('Изменения отправлены');
    const record = await service.register.shared.find(await finderOf(service.following, code));
    expect(await service.sealing.open(record?.sealed ?? '', service.archive.key.identity)).toBeUndefined();
  });

  it('deletes everything after one question; the case stays on the page to be saved', async () => {
    const walker = await comingBack(service, code);
    await pressTo(walker, '/share/delete');
    expect(await readByOrganisation(service)).toHaveLength(1);
    await pressTo(walker, '/ru/share/delete', 'yes');
    expect(walker.page.heading).toBe('Всё удалено');
    expect(await readByOrganisation(service)).toEqual([]);
    expect(walker.sent('case')[0]).toContain(secret);
    expect((await comingBack(service, code)).status).toBe(422);
  });

  it('is told where the case is gone, and loses nothing of what stands on the page', async () => {
    const walker = await comingBack(service, code);
    await refusedOn(walker, '2026-10-05');
    await service.register.shared.delete(await finderOf(service.following, code));
    await pressTo(walker, '/share/send');
    expect(walker.page.heading).toBe('По этому коду ничего нет');
    expect(walker.sent('case')[0]).toContain('2026-10-05');
  });
});

describe('somebody who has no code', () => {
  it.each([
    ['nothing', ''],
    ['words', 'жаворонок'],
    ['a digit too few', '12345678901234567890123456'],
    ['a wrong check', '1'.repeat(27)],
  ])('gets the same answer for %s', async (_, typed) => {
    const walker = await comingBack(service, typed);
    expect(walker.status).toBe(422);
    expect(walker.page.errors).toEqual([
      'По этому коду ничего не открылось. Проверьте каждую цифру и порядок. Если всё верно, дела здесь больше нет.',
    ]);
  });

  it('gets the same answer for a code that was never given out', async () => {
    const other = makeCaseCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
    const walker = await comingBack(service, other);
    expect(walker.page.errors[0]).toContain('ничего не открылось');
    expect(walker.sent('code')).toEqual([other]);
  });

  it('is stopped after many tries, and told to wait', async () => {
    await tryTooManyCodes();
    const walker = await comingBack(service, code);
    expect(walker.status).toBe(429);
    expect(walker.page.errors[0]).toContain('Подождите десять минут');
  });

  it('loses nothing where others try too many codes: neither changes nor the way to a scan', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ code, move: 'next' })) form.set(name, value);
    form.set('file', new File([pdf()], 'Ответ.pdf'));
    await service.app.request('/ru/share/scan', { method: 'POST', body: form });
    const walker = await comingBack(service, code);
    await refusedOn(walker, '2026-10-05');
    await tryTooManyCodes();
    await walker.press('Ответ.pdf');
    expect(notice(walker)).toContain('Подождите десять минут');
    expect(panel(walker)).toContain('Изменения пока только на этой странице');
    expect(walker.sent('case')[0]).toContain('2026-10-05');
    const again = await at(service, '/ru/share/scan', { code, move: 'next' });
    expect(again.page.errors[0]).toContain('Подождите десять минут');
  });

  it.each(['send', 'withdraw', 'delete', 'scan', 'scan-file', 'case', 'case/event'])(
    'is led to the way in by a form of %s without a case',
    async (page) => {
      const response = await postForm(service.app, `/ru/share/${page}`, { move: 'yes' });
      expect(response.headers.get('Location')).toBe('/ru/share/open');
      expect(response.status).toBe(303);
    },
  );
});
