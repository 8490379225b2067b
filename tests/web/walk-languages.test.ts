/** Eight languages and three alphabets: the page changes its language in mid-step, a name in Latin letters finds its Russian form. */
import { describe, expect, it } from 'vitest';
import { openService } from '../support/site.ts';
import { standingOn, walkTo } from './walker.ts';

const { app } = openService();

describe('somebody switches the language', () => {
  it('in mid-step, and what they have typed stays, unchecked', async () => {
    const walker = await standingOn(app, 'name');
    walker.type('applicant.lastName', 'Ivanova 1');
    walker.choose('applicant.gender', 'male');
    await walker.press('English');
    expect(walker.page.language).toBe('en');
    expect([walker.step, walker.status]).toEqual(['name', 200]);
    expect(walker.sent('applicant.lastName')).toEqual(['Ivanova 1']);
    expect(walker.sent('applicant.gender')).toEqual(['male']);
    expect(walker.sent('answers.ownWords')).toEqual(['Прочитала в газете.\r\nПрошу проверить.']);
    await walker.press('Русский');
    expect(walker.page.language).toBe('ru');
    expect(walker.sent('applicant.lastName')).toEqual(['Ivanova 1']);
  });

  it.each(['requests', 'sources'])('on %s, and every tick and its absence stays', async (step) => {
    const walker = await standingOn(app, step);
    const name = `answers.${step}`;
    const [first = '', ...rest] = walker.sent(name);
    walker.tick(name, first, false);
    await walker.press('English');
    expect(walker.sent(name)).toEqual(rest);
  });

  it('on the check page, and goes on to the files in that language', async () => {
    const walker = await standingOn(app, 'check');
    await walker.press('English');
    await walkTo(walker, 'files');
    expect(walker.page.language).toBe('en');
    expect(await (await walker.press('txt')).text()).toContain('Ивановой Марии');
  });
});

describe('somebody types their name in Latin letters', () => {
  it('and takes the Cyrillic spelling that is offered, letter by letter theirs to change', async () => {
    const walker = await standingOn(app, 'name');
    walker.type('applicant.lastName', 'Alieva');
    walker.type('applicant.firstName', 'Мария');
    await walker.press('next');
    expect([walker.step, walker.status]).toEqual(['name', 422]);
    expect(walker.sent('applicant.lastName'), 'nothing is changed behind their back').toEqual(['Alieva']);
    expect(walker.html).toContain('<strong lang="ru" dir="ltr">Алиева</strong>');
    await walker.press('suggest:applicant.lastName');
    expect(walker.sent('applicant.lastName')).toEqual(['Алиева']);
    expect(walker.sent('applicant.firstName')).toEqual(['Мария']);
    await walker.press('next');
    expect(walker.step).toBe('name-form');
  });
});
