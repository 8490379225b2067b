/** What is typed beside a case and cannot be taken comes back in its field, with the reason there. */
import { afterAll, expect, it } from 'vitest';
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import { fieldOf, openOffice } from './worker.ts';

const office = await openOffice();
const anna = await office.worker();
afterAll(() => office.test.close());

it.each([
  ['notes', 'note', 'слово '.repeat(sealedLimits.note).trim(), 'Заметка длиннее'],
  ['person', 'contact', 'я'.repeat(sealedLimits.contact + 1), 'Слишком длинно'],
  ['archive', 'recipient', 'age1вот', 'Это не открытый ключ age'],
] as const)('%s: nothing is lost, and the reason stands at the field', async (page, field, typed, reason) => {
  const id = await office.enter(anna.actor, {});
  const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
  const wrong = await anna.post(`/case/${id}/${page}`, { version, [field]: typed });
  expect(wrong.status).toBe(422);
  expect(wrong.page.errors.join()).toContain(reason);
  expect(wrong.text).toContain(typed);
  expect(wrong.text).toContain(`href="#f-${field}"`);
  expect(wrong.text).toMatch(new RegExp(`id="f-${field}-error">${reason}`));
});

it('a scan of another kind keeps what it was to be called', async () => {
  const id = await office.enter(anna.actor, {});
  const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
  const scan = new File(['hello'], 'x.exe');
  const wrong = await anna.post(`/case/${id}/scans`, { version, name: 'ответ от 12 ноября', scan });
  expect(wrong.status).toBe(422);
  expect(fieldOf(wrong.page, 'name')).toBe('ответ от 12 ноября');
  expect(wrong.text).toContain('id="f-scan-error">Это не PDF');
});
