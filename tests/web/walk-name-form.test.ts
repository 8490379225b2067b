/** The line with the name at the head of the document: both kinds are shown, one is marked, and the choice holds. */
import { describe, expect, it } from 'vitest';
import { bodyOf, openService, postJson } from '../support/site.ts';
import { standingOn, type Walker, walkTo } from './walker.ts';

const { app } = openService();

const named =
  (lastName: string, gender: string) =>
  (on: Walker): void => {
    on.type('applicant.lastName', lastName);
    on.type('applicant.firstName', 'Мария');
    on.choose('applicant.gender', gender);
  };

function formOf(lastName: string, gender = 'female'): Promise<Walker> {
  return standingOn(app, 'name-form', { name: named(lastName, gender) });
}

function printed(html: string): string {
  return html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ');
}

async function letterOf(walker: Walker): Promise<string> {
  await walkTo(walker, 'files');
  return (await (await walker.press('txt')).text()).replaceAll('\u00a0', ' ');
}

describe('somebody sees both lines as they would stand', () => {
  it.each([
    ['Фёдорова', 'female', 'genitive', 'от Фёдоровой Марии'],
    ['Гогия', 'female', 'nominative', 'от Гогии Марии'],
    ['Фёдорова', 'unstated', 'nominative', 'от …'],
  ])('%s, %s: marked is the %s', async (lastName, gender, marked, genitive) => {
    const walker = await formOf(lastName, gender);
    expect(walker.sent('applicant.heading')).toEqual([marked]);
    expect(printed(walker.html)).toContain(genitive);
    expect(printed(walker.html)).toContain(`Заявитель: ${lastName} Мария`);
  });

  it('and why the nominative is marked: the handbooks, or the gender that was left open', async () => {
    const [sure, doubted, open] = await Promise.all([
      formOf('Фёдорова'),
      formOf('Гогия'),
      formOf('Фёдорова', 'unstated'),
    ]);
    const reasons = [sure, doubted, open].map(({ html }) => [
      html.includes('словари расходятся'),
      html.includes('не указали род'),
    ]);
    expect(reasons).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });
});

describe('somebody chooses', () => {
  it.each([
    ['Фёдорова', 'nominative', 'Заявитель: Фёдорова Мария'],
    ['Гогия', 'genitive', 'от Гогии Марии'],
  ])('for %s the %s, reads it on the check page and in the letter', async (lastName, heading, line) => {
    const walker = await formOf(lastName);
    walker.choose('applicant.heading', heading);
    await walkTo(walker, 'check');
    expect(printed(walker.html)).toMatch(new RegExp(`Строка с именем\\s*${line}\\s*Изменить`));
    expect(await letterOf(walker)).toContain(`\n${line}\n`);
  });

  it('«от» with the gender open, and is asked for the form beside its field', async () => {
    const walker = await formOf('Фёдорова', 'unstated');
    walker.choose('applicant.heading', 'genitive');
    await walker.press('next');
    expect([walker.step, walker.status]).toEqual(['name-form', 422]);
    expect(walker.html).toContain('href="#f-applicant-genitive"');
    expect(walker.sent('applicant.heading'), 'the choice stays').toEqual(['genitive']);
    walker.type('applicant.genitive', 'Фёдоровой Марии');
    expect(await letterOf(walker)).toContain('\nот Фёдоровой Марии\n');
  });

  it('«Заявитель», and a genitive typed before neither hinders nor is lost', async () => {
    const walker = await formOf('Фёдорова');
    walker.type('applicant.genitive', 'Fedorovoy');
    walker.choose('applicant.heading', 'nominative');
    await walker.press('next');
    expect([walker.step, walker.status]).toEqual(['reply', 200]);
    await walker.press('back');
    expect(walker.sent('applicant.genitive')).toEqual(['Fedorovoy']);
    expect(walker.sent('applicant.heading')).toEqual(['nominative']);
  });

  it('and then changes their name: the choice for the old one is not taken over', async () => {
    const walker = await formOf('Гогия');
    walker.choose('applicant.heading', 'genitive');
    await walker.press('back');
    walker.type('applicant.lastName', 'Данелия');
    await walker.press('next');
    expect(walker.sent('applicant.heading')).toEqual(['nominative']);
  });
});

it('A program that leaves the line open gets the one that the walk marks.', async () => {
  for (const [lastName, gender] of [
    ['Фёдорова', 'female'],
    ['Гогия', 'male'],
    ['Фёдорова', 'unstated'],
  ] as const) {
    const applicant = { lastName, firstName: 'Мария', patronymic: '', gender };
    const response = await postJson(app, bodyOf('crime-report-media', { applicant }), 'format=txt');
    const line = (await response.text()).split('\n').find((one) => /^(?:от|Заявитель)/.test(one));
    expect(await letterOf(await formOf(lastName, gender))).toContain(
      `\n${line?.replaceAll('\u00a0', ' ')}\n`,
    );
  }
});
