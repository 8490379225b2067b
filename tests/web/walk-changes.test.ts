/** Second thoughts: an answer is changed from the check page, a box is unticked, a page is left by Back. */
import { describe, expect, it } from 'vitest';
import { openService } from '../support/site.ts';
import { standingOn, type Walker, walkTo } from './walker.ts';

const { app } = openService();

async function letterOf(walker: Walker): Promise<string> {
  await walkTo(walker, 'files');
  return (await (await walker.press('txt')).text()).replaceAll('\u00a0', ' ');
}

/** Answers the question a change has opened and goes on. */
async function change(walker: Walker, step: string, answer: (on: Walker) => void): Promise<void> {
  await walker.press(`change:${step}`);
  expect(walker.step).toBe(step);
  answer(walker);
  await walker.press('next');
}

describe('somebody changes from the check page', () => {
  it.each([
    ['words', (on: Walker) => on.type('answers.ownWords', 'Иначе сказано.'), 'Иначе сказано.'],
    ['reply', (on: Walker) => on.type('applicant.address', '190000, г. Санкт-Петербург, а/я 5'), 'а/я 5'],
    ['requests', (on: Walker) => on.tick('answers.requests', 'notify', false), 'Дополнение заявителя'],
    ['authority', (on: Walker) => on.choose('authority', 'sk-gsu-skfo'), 'Северо-Кавказскому'],
    ['sources', (on: Walker) => on.tick('answers.printouts', 'yes', false), 'Дополнение заявителя'],
  ])('%s, and comes straight back to it', async (step, answer, words) => {
    const walker = await standingOn(app, 'check');
    await change(walker, step, answer);
    expect(walker.step).toBe('check');
    expect(walker.sent('return')).toEqual([]);
    expect(await letterOf(walker)).toContain(words);
  });

  it('the complaint to one of another kind of office, and is asked for the office again', async () => {
    const walker = await standingOn(app, 'check');
    await change(walker, 'complaint', (on) => on.choose('template', 'prosecutor-appeal'));
    expect(walker.step).toBe('authority');
    expect(walker.status).toBe(200);
    await walker.press('next');
    expect(walker.status, 'no office is chosen for them').toBe(422);
    walker.choose('authority', 'gp-central');
    for (const step of ['sources', 'requests', 'check']) {
      await walker.press('next');
      expect(walker.step, 'what was ticked for the other complaint is shown again').toBe(step);
    }
    const letter = await letterOf(walker);
    expect(letter).toContain('Генеральному прокурору');
    expect(letter).not.toContain('Председателю Следственного комитета');
  });

  it('the events, and sees the publications about those before coming back', async () => {
    const walker = await standingOn(app, 'check');
    await change(walker, 'episode', (on) => on.choose('answers.episode', '2018'));
    expect(walker.step).toBe('sources');
    await walker.press('next');
    expect(walker.step).toBe('check');
    expect(await letterOf(walker)).toContain('2019 года');
  });

  it('the events, and sees the publications of those before they are cited', async () => {
    const walker = await standingOn(app, 'check');
    await change(walker, 'episode', (on) => on.choose('answers.episode', '2018'));
    expect([walker.step, walker.status]).toEqual(['sources', 200]);
    expect(
      walker.sent('answers.sources').every((id) => !id.includes('2017')),
      'none of the old',
    ).toBe(true);
    await walker.press('next');
    expect(walker.step).toBe('check');
    expect(await letterOf(walker)).toContain('2019 года');
  });

  it('the events to their own, and is asked what was published', async () => {
    const walker = await standingOn(app, 'check');
    await change(walker, 'episode', (on) => on.choose('answers.episode', 'other'));
    expect(walker.step).toBe('sources');
    await walker.press('next');
    expect(walker.status).toBe(422);
    expect(walker.page.errors.length).toBeGreaterThan(1);
  });

  it('the events and back to their own, and what they described is still there', async () => {
    const walker = await standingOn(app, 'sources', {
      episode: (on) => on.choose('answers.episode', 'other'),
    });
    walker.type('answers.reports', 'Газета сообщила о похищении.');
    walker.type('answers.acts.from', '2024-03-01');
    await walker.press('back');
    await walkTo(walker, 'requests', { episode: (on) => on.choose('answers.episode', '2018') });
    await walker.press('back');
    await walker.press('back');
    walker.choose('answers.episode', 'other');
    await walker.press('next');
    expect(walker.sent('answers.reports')).toEqual(['Газета сообщила о похищении.']);
    expect(walker.sent('answers.acts.from')).toEqual(['2024-03-01']);
  });

  it('the name, and the genitive is worked out anew', async () => {
    const walker = await standingOn(app, 'check');
    await change(walker, 'name', (on) => on.type('applicant.lastName', 'Петрова'));
    expect(walker.step).toBe('name-form');
    expect(walker.sent('applicant.genitive')).toEqual(['Петровой Марии']);
    await walker.press('next');
    expect(walker.step).toBe('check');
    expect(await letterOf(walker)).toContain('от Петровой Марии');
  });

  it('the name to one whose gender is left open, and no genitive of the old name stays', async () => {
    const walker = await standingOn(app, 'check');
    await change(walker, 'name', (on) => {
      on.type('applicant.lastName', 'Петрова');
      on.choose('applicant.gender', 'unstated');
    });
    const letter = await letterOf(walker);
    expect(letter).not.toContain('Ивановой');
    expect(letter).toContain('Заявитель: Петрова Мария');
  });

  it('nothing after all, and a genitive put right by hand is kept', async () => {
    const walker = await standingOn(app, 'check', {
      'name-form': (on) => on.type('applicant.genitive', 'Ивановой Марьи'),
    });
    await change(walker, 'name', () => {});
    expect(walker.sent('applicant.genitive')).toEqual(['Ивановой Марьи']);
    await walker.press('next');
    expect(await letterOf(walker)).toContain('от Ивановой Марьи');
  });

  it('where they are, and what may not be cited from there is asked again', async () => {
    const walker = await standingOn(app, 'check', {
      before: (on) => on.choose('filedFrom', 'abroad'),
      sources: (on) => on.tick('answers.sources', 'hrw-2017-05-26'),
    });
    await change(walker, 'before', (on) => on.choose('filedFrom', 'russia'));
    expect(walker.step).toBe('sources');
    expect(walker.html).not.toContain('hrw-2017-05-26');
  });
});

it('somebody who presses Back has lost nothing of the page they leave', async () => {
  const walker = await standingOn(app, 'reply');
  walker.type('applicant.address', 'недописанный адре');
  walker.type('applicant.email', 'не почта');
  await walker.press('back');
  expect([walker.step, walker.status]).toEqual(['name-form', 200]);
  await walker.press('next');
  expect(walker.sent('applicant.address')).toEqual(['недописанный адре']);
  expect(walker.sent('applicant.email')).toEqual(['не почта']);
});

it('somebody who unticks every request is told so, and the boxes stay empty', async () => {
  const walker = await standingOn(app, 'requests');
  for (const id of walker.sent('answers.requests')) walker.tick('answers.requests', id, false);
  await walker.press('next');
  expect([walker.step, walker.status]).toEqual(['requests', 422]);
  expect(walker.sent('answers.requests')).toEqual([]);
});

describe('somebody whose name the handbooks disagree about', () => {
  it.each([
    ['Гогия', true],
    ['Иванова', false],
  ])('%s: is asked to look twice: %s', async (lastName, doubted) => {
    const walker = await standingOn(app, 'name-form', {
      name: (on) => {
        on.type('applicant.lastName', lastName);
        on.type('applicant.firstName', 'Мария');
        on.choose('applicant.gender', 'female');
      },
    });
    expect(walker.html.includes('словари расходятся')).toBe(doubted);
  });
});
