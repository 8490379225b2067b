/** The organisation's key: made with a recovery key on paper, open for one sitting, recovered when the passphrase is lost. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unlockLimits } from '#web/desk/key/unlock.ts';
import { type Joined, openReception, type Reception, type Seen } from './visitor.ts';

let here: Reception;
let anna: Joined;
beforeEach(async () => {
  here = await openReception();
  const settings = {
    name: { ru: 'Новая', en: 'New' },
    contact: '',
    statusInRussia: 'unknown',
    statusChecked: null,
    statusSource: null,
    retentionMonths: 36,
    publicStatistics: false,
    tags: [],
  } as const;
  await here.register.organisations.create({ id: 'novaya', ...settings });
  anna = await here.join('novaya', 'coordinator', 'anna');
});
afterEach(() => here.close());

const passphrase = 'nine quiet herons over the lake';
const kept = () => here.register.organisations.key('novaya');
const recoveryOn = ({ html }: Seen) =>
  /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(html.replace(/<\/?span[^>]*>/g, ''))?.[0] ?? '';

/** What the bar on top of a page says. */
const saysOpen = ({ html }: Seen) =>
  html.includes('The key is open.') && !html.includes('The key is locked.');

async function make(words = passphrase): Promise<string> {
  const { visitor } = anna;
  const shown = await visitor.submit(await visitor.get('/en/desk/key'), { new: words, again: words });
  const recovery = recoveryOn(shown);
  const ending = await visitor.submit(shown);
  await visitor.submit(ending, { ending: recovery.slice(-6).toLowerCase() });
  return recovery;
}

async function unlock(words: string) {
  return anna.visitor.submit(await anna.visitor.get('/en/desk/unlock'), { 'unlock.passphrase': words });
}

it('until there is a key, every page tells the coordinator to make it, and nothing can be unlocked', async () => {
  expect((await anna.visitor.get('/en/desk/statistics')).html).toContain('has no key yet');
  expect((await anna.visitor.get('/en/desk/unlock')).status).toBe(409);
});

it('is stored only when the end of the recovery key was typed back, and the paper opens what is sealed to it', async () => {
  const { visitor } = anna;
  const shown = await visitor.submit(await visitor.get('/en/desk/key'), {
    new: passphrase,
    again: passphrase,
  });
  const recovery = recoveryOn(shown);
  expect(await here.sealing.recipientOf(recovery)).toMatch(/^age1/);
  expect(shown.html).not.toContain(passphrase);
  const ending = await visitor.submit(shown);
  expect(recoveryOn(ending)).toBe('');
  const wrong = await visitor.submit(ending, { ending: 'XXXXXX' });
  expect([wrong.status, wrong.page.errors.length, await kept()]).toEqual([422, 1, undefined]);
  expect(recoveryOn(await visitor.submit(wrong, {}, '/en/desk/key/again'))).toBe(recovery);
  const done = await visitor.submit(wrong, { ending: recovery.slice(-6) });
  expect(done.page.heading).toBe('The key is stored');
  expect(saysOpen(done)).toBe(true);
  const { recipient } = (await kept()) ?? { recipient: '' };
  expect(await here.sealing.open(await here.sealing.seal('a case', [recipient]), recovery)).toBe('a case');
  expect(recoveryOn(await visitor.get('/en/desk/key'))).toBe('');
});

it('that was made in another sitting is not stored', async () => {
  const { visitor } = anna;
  const shown = await visitor.submit(await visitor.get('/en/desk/key'), {
    new: passphrase,
    again: passphrase,
  });
  const ending = await visitor.submit(shown);
  const other = await here.join('novaya', 'coordinator', 'boris');
  const seen = await other.visitor.submit(ending, { ending: recoveryOn(shown).slice(-6) });
  expect(seen.html).toContain('was not stored');
  expect(await kept()).toBeUndefined();
});

it.each(['short', 'aaaaaaaaaaaaaaaaaaaaaaaa'])('takes no passphrase like %s', async (words) => {
  const seen = await anna.visitor.post('/en/desk/key/make', { new: words, again: words });
  expect([seen.status, seen.page.errors.length]).toEqual([422, 1]);
});

it('offers a passphrase of chance, another each time', async () => {
  const offered = async () =>
    /class="secret">([a-z-]+)</.exec((await anna.visitor.get('/en/desk/key')).html)?.[1];
  const [one, other] = [await offered(), await offered()];
  expect(one).toMatch(/^([a-z]{5}-){3}[a-z]{5}$/);
  expect(one).not.toBe(other);
});

it('is open for the one who opened it, until they lock it or sign out', async () => {
  await make();
  const boris = await here.join('novaya', 'caseworker', 'boris');
  expect((await anna.visitor.get('/en/desk/account')).html).toContain('The key is open.');
  expect((await boris.visitor.get('/en/desk/account')).html).toContain('The key is locked.');
  await anna.visitor.post('/en/desk/lock');
  expect((await anna.visitor.get('/en/desk/account')).html).toContain('The key is locked.');
  expect((await unlock('not the passphrase at all')).status).toBe(422);
  expect((await unlock(passphrase)).html).toContain('The key is open.');
});

it('stops after ten wrong passphrases, and every attempt stands in the audit log', async () => {
  await make();
  await anna.visitor.post('/en/desk/lock');
  for (let count = 0; count < unlockLimits.most; count++) expect((await unlock('wrong')).status).toBe(422);
  expect((await unlock(passphrase)).status).toBe(429);
  here.wait(unlockLimits.seconds);
  expect((await unlock(passphrase)).status).toBe(200);
  const actor = { organisation: 'novaya', person: anna.id, role: 'coordinator' } as const;
  const log = (await here.register.audit.list(actor, undefined, 20)).map(({ action }) => action);
  expect(log.filter((one) => one === 'unlock-failed')).toHaveLength(unlockLimits.most);
  expect(log[0]).toBe('unlocked');
});

it('gets another passphrase by the old one; the old one is of no use then', async () => {
  await make();
  const next = 'eleven copper kettles on a shelf';
  const form = await anna.visitor.get('/en/desk/key/change');
  expect(
    (await anna.visitor.submit(form, { passphrase: 'a wrong one', new: next, again: next })).status,
  ).toBe(422);
  await anna.visitor.post('/en/desk/lock');
  expect(saysOpen(await anna.visitor.submit(form, { passphrase, new: next, again: next }))).toBe(true);
  await anna.visitor.post('/en/desk/lock');
  expect((await unlock(passphrase)).status).toBe(422);
  expect((await unlock(next)).status).toBe(200);
});

it('is recovered from the paper, whatever spaces were typed, and from no other paper', async () => {
  const recovery = await make();
  const next = 'eleven copper kettles on a shelf';
  const form = await anna.visitor.get('/en/desk/key/recover');
  const { identity } = await here.sealing.newKeyPair();
  for (const typed of [identity, `AGE-SECRET-KEY-1${'Q'.repeat(40)}`, recovery.slice(0, -1)]) {
    const seen = await anna.visitor.submit(form, { recovery: typed, new: next, again: next });
    expect([seen.status, seen.page.errors.length]).toEqual([422, 1]);
    expect(seen.html).not.toContain(typed.slice(-40));
  }
  const typed = (recovery.toLowerCase().match(/.{1,8}/g) ?? []).join(' ');
  await anna.visitor.post('/en/desk/lock');
  const done = await anna.visitor.submit(form, { recovery: typed, new: next, again: next });
  expect([done.status, saysOpen(done)]).toEqual([200, true]);
  await anna.visitor.post('/en/desk/lock');
  expect((await unlock(next)).status).toBe(200);
});

it('is shown in groups of four to be copied by hand, and led on from: whom to tell, who invites, what to enter', async () => {
  const { visitor } = anna;
  const shown = await visitor.submit(await visitor.get('/en/desk/key'), {
    new: passphrase,
    again: passphrase,
  });
  const groups = [...shown.html.matchAll(/class="secret-group">([^<]+)</g)].map(([, group]) => group);
  expect(groups.join('')).toBe(recoveryOn(shown));
  expect(groups[0]).toBe('AGE-SECRET-KEY-1');
  for (const group of groups.slice(1, -1)) expect(group).toHaveLength(4);
  const kept = await visitor.submit(await visitor.submit(shown), { ending: recoveryOn(shown).slice(-6) });
  for (const place of ['/en/desk/import', '/en/desk/entry']) expect(kept.html).toContain(`href="${place}"`);
});
