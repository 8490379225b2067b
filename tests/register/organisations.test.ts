/** Organisations: what they decide is kept, and a key is never replaced by another. */
import { expect, it } from 'vitest';
import type { Actor } from '#register/register.ts';
import { onEachDatabase } from '../support/on-each-database.ts';

const settings = {
  name: { ru: 'Комитет «Пример»', en: 'Example Committee' },
  contact: '',
  statusInRussia: 'undesirable',
  statusChecked: '2026-11-20',
  statusSource: 'https://minjust.example',
  retentionMonths: 24,
  publicStatistics: true,
  tags: ['ждём суда'],
} as const;

onEachDatabase(async ({ test }) => {
  const actor: Actor = { organisation: 'committee', person: 'somebody', role: 'administrator' };

  const actions = async () =>
    (await test.register.audit.list(actor, undefined, 9)).map(({ action }) => action);

  it('an organisation is created once', async () => {
    const { organisations } = test.register;
    expect(await organisations.get('committee')).toBeUndefined();
    expect(await organisations.create({ id: 'committee', ...settings })).toBe(true);
    expect(await organisations.create({ id: 'committee', ...settings, contact: 'another' })).toBe(false);
    expect(await organisations.get('committee')).toEqual({ id: 'committee', ...settings, recipient: null });
    expect(await organisations.all()).toEqual([{ id: 'committee', ...settings, recipient: null }]);
    expect(await actions()).toEqual(['organisation-created']);
  });

  it('what is not changed stays', async () => {
    const { organisations } = test.register;
    await organisations.change(actor, { retentionMonths: 12, statusChecked: null });
    expect(await organisations.get('committee')).toEqual({
      id: 'committee',
      ...settings,
      retentionMonths: 12,
      statusChecked: null,
      recipient: null,
    });
    expect((await actions())[0]).toBe('settings-changed');
  });

  it('the first key is kept, another passphrase for it too, a different key never', async () => {
    const { organisations } = test.register;
    expect(await organisations.key('committee')).toBeUndefined();
    const key = { recipient: 'age1first', sealedKey: 'sealed', salt: '00' };
    expect(await organisations.keepKey(actor, key)).toBe(true);
    expect(await organisations.keepKey(actor, { ...key, sealedKey: 'anew', salt: '11' })).toBe(true);
    expect(await organisations.keepKey(actor, { ...key, recipient: 'age1second' })).toBe(false);
    expect(await organisations.key('committee')).toEqual({ ...key, sealedKey: 'anew', salt: '11' });
    expect(await organisations.get('committee')).toMatchObject({ recipient: 'age1first' });
    expect((await actions()).slice(0, 2)).toEqual(['key-rewrapped', 'key-made']);
  });

  it('of two coordinators who make the first key at once one is told that there is one', async () => {
    const { organisations } = test.register;
    await organisations.create({ id: 'committee-2', ...settings });
    const by: Actor = { ...actor, organisation: 'committee-2' };
    const made = await Promise.all(
      ['age1a', 'age1b', 'age1c'].map((recipient) =>
        organisations.keepKey(by, { recipient, sealedKey: recipient, salt: '00' }),
      ),
    );
    expect([...made].sort()).toEqual([false, false, true]);
    const { recipient, sealedKey } = (await organisations.key('committee-2')) ?? {};
    expect(sealedKey).toBe(recipient);
  });
});
