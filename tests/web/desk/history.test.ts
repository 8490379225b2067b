/** Who did what with a case: the newest to read, the rest to open, each with its moment in words. */
import { afterAll, expect, it } from 'vitest';
import { historyLines } from '#web/desk/case/history.ts';
import type { DeskView } from '#web/desk/view.ts';
import { openService } from '../../support/site.ts';
import { openOffice } from './worker.ts';

const office = await openOffice();
const anna = await office.worker();
afterAll(() => office.test.close());

it('what was done last is read at once, what was before opens', async () => {
  const id = await office.enter(anna.actor, {});
  for (let visit = 0; visit < 8; visit++) await anna.get(`/case/${id}`);
  const { text } = await anna.get(`/case/${id}`);
  const [, history = ''] = text.split('id="history"');
  const [newest = '', older = ''] = history.split('<summary>Раньше: ');
  expect(newest.match(/<li>/g)).toHaveLength(6);
  expect(older.split('</details>')[0]).toContain('дело внесено');
});

it('of what a filer did the week is told by its days', () => {
  const { site } = openService();
  const view = { t: site.texts('ru'), language: 'ru' } as DeskView; // all that the lines are made of
  const entry = {
    seq: 1,
    previous: '',
    at: '2026-W47',
    person: null,
    action: 'case-shared',
    subject: 'x',
    hash: 'y',
  } as const;
  expect(String(historyLines(view, [entry], []))).toContain('неделя 16 ноября 2026 года');
});
