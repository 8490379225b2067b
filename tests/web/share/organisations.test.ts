/** With whom a case may be shared: by the law in Russia, by what is known of it, and never by a name that must not stand anywhere. */
import { beforeEach, describe, expect, it } from 'vitest';
import { postForm } from '../../support/site.ts';
import { pressTo } from '../case/keeper.ts';
import { textOf } from '../page.ts';
import {
  at,
  comingBack,
  explained,
  filedCase,
  openSharing,
  readByOrganisation,
  type Sharing,
  shareWith,
} from './filer.ts';

let service: Sharing;
beforeEach(async () => {
  service = await openSharing();
});

const abroad = () => ({
  ...filedCase(),
  filings: filedCase().filings.map((one) => ({ ...one, filedFrom: 'abroad' as const })),
});
const name = { ru: 'Вольный ветер', en: 'Free Wind' };
const text = async (kept = filedCase()) => textOf((await explained(service, kept)).html);

describe('an organisation that is undesirable in Russia', () => {
  beforeEach(() => service.organisation('wind', { name, statusInRussia: 'undesirable' }));

  it('is no choice for somebody who filed from Russia, and the page says why', async () => {
    const walker = await explained(service);
    expect(walker.page.controls.filter((one) => one.name === 'organisation')).toHaveLength(1);
    const told = textOf(walker.html);
    expect(told).toContain('Вольный ветер');
    expect(told).toContain('С ней поделиться нельзя');
    expect(told).toContain('ст. 20.33 КоАП');
  });

  it('is a choice with a warning for somebody who filed from abroad', async () => {
    const walker = await explained(service, abroad());
    const choices = walker.page.controls.filter((one) => one.name === 'organisation');
    expect(choices).toHaveLength(2);
    expect(textOf(walker.html)).toContain('В России она запрещена. Если вы там бываете');
    await shareWith(walker, choices[1]?.value);
    expect(walker.page.heading).toBe('Копия дела передана');
  });

  it('is refused to a form that somebody from Russia made by hand, sealed in the browser or not', async () => {
    const wind = (await explained(service, abroad())).page.controls.filter(
      (one) => one.name === 'organisation',
    )[1];
    const form = { organisation: wind?.value ?? '', case: JSON.stringify(filedCase()), move: 'next' };
    const byHand = await at(service, '/ru/share/code', form);
    expect(byHand.status).toBe(422);
    expect(byHand.page.errors.join()).toContain('запрещена в России');
    const sealed = await postForm(service.app, '/ru/share/keep', { ...form, filedFrom: 'russia' });
    expect(sealed.status).toBe(422);
  });

  it('gets no more changes once it has become so', async () => {
    const code = await shareWith(await explained(service));
    const actor = { organisation: 'archive', person: 'nobody', role: 'coordinator' } as const;
    await service.register.organisations.change(actor, { statusInRussia: 'undesirable' });
    const walker = await comingBack(service, code);
    await pressTo(walker, '/share/case/event', 'open:');
    walker.choose('kind', 'answered');
    walker.type('date', '2026-10-08');
    await walker.press('next');
    await pressTo(walker, '/share/send');
    expect(textOf(walker.html)).toContain('Отправить нельзя');
    expect((await readByOrganisation(service))[0]?.case.filings[0]?.events).toHaveLength(2);
  });
});

it('one that is banned as extremist is named nowhere: neither on the pages nor in their fields', async () => {
  await service.organisation('free-wind', {
    name,
    statusInRussia: 'extremist',
    contact: 'free-wind@example.org',
  });
  for (const kept of [filedCase(), abroad()])
    for (const language of ['ru', 'en']) {
      const { html } = await explained(service, kept, language);
      expect(html).not.toMatch(/Вольный|Free Wind|free-wind/);
    }
  const walker = await explained(service, abroad());
  const choices = walker.page.controls.filter((one) => one.name === 'organisation');
  const code = await shareWith(walker, choices[1]?.value);
  expect(walker.html).not.toMatch(/Вольный|free-wind/);
  expect((await comingBack(service, code)).html).not.toMatch(/Вольный|free-wind/);
});

it.each([
  ['unknown', '2026-11-01', 'Статус не выяснен. Проверьте его сами'],
  ['foreign-agent', '2026-11-01', 'Внимание к вам это может привлечь'],
  ['none-found', '2026-01-10', 'Статус проверяли давно'],
  ['none-found', null, 'Статус проверяли давно'],
] as const)(
  'one that is %s, looked at on %s, is chosen with a warning',
  async (statusInRussia, statusChecked, told) => {
    await service.organisation('wind', { name, statusInRussia, statusChecked });
    expect(await text()).toContain(told);
  },
);

it('one that was looked at lately says so, with the source, and warns of nothing', async () => {
  const told = await text();
  expect(told).toContain(
    'Особого статуса в России не найдено. Проверено 1 ноября 2026 года. Источник: https://example.org/status',
  );
  expect(told).not.toMatch(/Проверьте его сами|привлечь/);
});

it('one without a key is no choice, and nobody can share where there is none', async () => {
  const { register } = service;
  await register.organisations.create({
    ...{ id: 'keyless', name, contact: '', statusInRussia: 'none-found', statusChecked: null },
    ...{ statusSource: null, retentionMonths: 12, publicStatistics: false, tags: [] },
  });
  expect(await text()).not.toContain('Вольный ветер');
});
