/** The clock of the server jumps forward by years: nothing is deleted early, nothing is lost for good, and people are told. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { faultLine } from '../../src/log.ts';
import { next } from '../../src/register/clock-watch.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { upkeep } from '../../src/upkeep.ts';
import { admin } from '../support/admin.ts';
import { content } from '../support/facts.ts';
import { databaseForThisTest, databases } from '../support/fresh-database.ts';
import { library, today } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';

vi.setConfig({ testTimeout: 120_000 }); // some start other processes

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.parse('2026-12-01T12:00:00Z');

describe('a clock', () => {
  const seen = { seen: noon };

  it('that goes on, also after a long weekend without the server, is believed', () => {
    expect(next(undefined, noon, 0)).toEqual(seen);
    expect(next(seen, noon + 3 * day, 0)).toEqual({ seen: noon + 3 * day });
    expect(next(seen, noon + 90 * minute, 0)).toEqual({ seen: noon + hour });
    expect(next(seen, noon - 2 * day, 0)).toEqual(seen);
  });

  it.each([
    ['forward', noon + 400 * day],
    ['back', noon - 400 * day],
  ])('that has jumped %s is believed when the program has run by it for a day', (_, then) => {
    let view = next(seen, then, 10 * minute);
    expect(view).toEqual({ seen: noon, doubt: { at: then, stood: 0 } });
    for (let ran = 10 * minute; ran < day; ran += 10 * minute) {
      view = next(view, then + ran, 10 * minute);
      expect(view).toEqual({ seen: noon, doubt: { at: then + ran, stood: ran } });
    }
    expect(next(view, then + day, 10 * minute)).toEqual({ seen: then + day });
  });

  it('that jumps once more has to begin anew, and one that comes back is believed at once', () => {
    const doubted = { seen: noon, doubt: { at: noon + 400 * day, stood: 23 * hour } };
    const again = noon + 800 * day;
    expect(next(doubted, again, hour)).toEqual({ seen: noon, doubt: { at: again, stood: 0 } });
    expect(next(doubted, noon + hour, hour)).toEqual({ seen: noon + hour });
  });

  it('counts running time alone: neither what passed without the server, nor twice what two servers saw', () => {
    const then = noon + 400 * day;
    const doubted = { seen: noon, doubt: { at: then, stood: hour } };
    const started = next(doubted, then + 20 * hour, 0);
    expect(started.doubt?.stood).toBe(hour);
    expect(next(started, then + 20 * hour + minute, minute).doubt?.stood).toBe(hour + minute);
    const one = next(doubted, then + 5 * minute, 10 * minute);
    const other = next(one, then + 10 * minute, 10 * minute);
    expect(other.doubt?.stood).toBe(hour + 10 * minute);
  });
});

describe.each(databases)('on %s', (kind) => {
  /** Servers of one database, with clocks that the test moves: the one that people set, and the one that nobody sets. */
  async function lived() {
    const place = await databaseForThisTest(kind);
    const test = await openTestFollowing(place);
    await test.organisation('primer', { retentionMonths: 6 });
    const { actor } = await test.person('primer', 'coordinator');
    const times = { now: Date.parse(`${today}T09:00:00Z`), ran: 0 };
    const open = () =>
      openRegister({ ...place, library, now: () => new Date(times.now), running: () => times.ran });
    const register = await open();
    onTestFinished(async () => {
      await register.close();
      await test.close();
    });
    const id = await register.cases.add(actor, content(), today);
    await register.clock.look();
    /** Lives on by both clocks, and looks as often as the service does. */
    const pass = async (milliseconds: number, by = register) => {
      for (let passed = 0; passed < milliseconds; passed += 10 * minute) {
        times.now += 10 * minute;
        times.ran += 10 * minute;
        await by.clock.look();
      }
    };
    const isThere = async () => (await register.cases.get(actor, id)) !== undefined;
    return { place, test, actor, times, open, register, pass, isThere };
  }

  it('a clock that jumps deletes nothing; when it comes back nothing is missing', async () => {
    const { test, actor, times, register, isThere } = await lived();
    const link = randomBytes(32).toString('hex');
    await register.people.invite(actor, link, 'analyst', times.now + 7 * day);
    times.now += 3650 * day;
    expect(await register.deleteExpired('2036-11-28')).toBeUndefined();
    await register.forgetPassed();
    await register.people.invite(actor, 'another', 'analyst', times.now + day);
    expect(await register.people.invitation(link, times.now)).toBeUndefined();
    expect(await isThere()).toBe(true);
    times.now -= 3650 * day;
    expect(await register.deleteExpired(today)).toBe(0);
    expect(await register.people.invitation(link, times.now)).toMatchObject({ role: 'analyst' });
    const { limits } = register;
    times.now += 3650 * day;
    for (const _ of [1, 2]) await limits.take('sign-in', 1, 60, times.now);
    times.now -= 3650 * day;
    expect(await limits.take('sign-in', 1, 60, times.now + 59_000)).toBe(false);
    expect(await limits.take('sign-in', 1, 60, times.now + 2 * minute)).toBe(true);
    const { statistics } = test.register.cases;
    expect((await statistics('primer', [], today))[0]?.counts.overdue).toBe(1);
    expect(await register.audit.verify('primer')).toMatchObject({ ok: true });
  });

  it('a service that was off for a year comes to its deletions by itself, after a day of running, restarts included', async () => {
    const { times, open, register, pass, isThere } = await lived();
    times.now += 365 * day;
    expect(await register.deleteExpired('2027-12-01')).toBeUndefined();
    await pass(23 * hour);
    expect(await register.deleteExpired('2027-12-02')).toBeUndefined();
    const restarted = await open();
    expect(await restarted.clock.look()).toMatchObject({ isBelieved: false, left: hour });
    await pass(hour, restarted);
    expect(await isThere()).toBe(true);
    expect(await restarted.deleteExpired('2027-12-02')).toBe(1);
    expect(await isThere()).toBe(false);
    await restarted.close();
  });

  it('the log tells once a day that deletion waits, and of nobody; then it goes on', async () => {
    const { times, register, isThere } = await lived();
    const lines: string[] = [];
    const often = upkeep(
      register,
      () => new Date(times.now),
      (error, route) => lines.push(faultLine(error, route, new Date(times.now))),
    );
    await often();
    expect(lines).toEqual([]);
    times.now += 365 * day;
    for (let passed = 0; passed < 30 * hour; passed += 10 * minute) {
      times.now += 10 * minute;
      times.ran += 10 * minute;
      await often();
    }
    expect(lines).toHaveLength(2);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ error: 'ClockInDoubt', route: 'retention' });
    expect(lines.join()).not.toContain('primer');
    expect(await isThere()).toBe(false);
  });

  it('an operator is told by verify and by purge, and says that the clock is right', async () => {
    const { place, times, register, isThere } = await lived();
    times.now = Date.now() - 300 * day; // the program at the terminal has the real clock
    await register.clock.confirm();
    const purged = await admin(place, ['purge']);
    expect(purged).toMatchObject({ code: 1, out: '' });
    expect(purged.err).toMatch(
      /The clock of this machine says \d{4}-.*the register last saw \d{4}-.*24 more hours/,
    );
    const { code, out } = await admin(place, ['verify']);
    expect(out).toMatch(/^NOTE {2}The clock of this machine says/m);
    expect([code, out.includes('WRONG')]).toEqual([1, true]); // what the test has written is not sealed
    expect(await isThere()).toBe(true);
    const confirmed = await admin(place, ['purge', '--clock-is-right']);
    expect(confirmed).toMatchObject({ code: 0, out: expect.stringMatching(/^Cases deleted: \d+\n$/) });
    expect((await admin(place, ['verify'])).out).not.toContain('The clock of this machine');
  });
});
