/** Two people work on one case at the same moment, each on a server of their own: the second is told, and nothing is lost. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekOf } from '#domain/register/week.ts';
import type { createApp } from '../../src/app.ts';
import { content } from '../support/facts.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { openTestFollowing, type TestFollowing } from '../support/register.ts';
import { openService, today } from '../support/site.ts';

const rounds = 5;

describe.each(databases)('on %s', (kind) => {
  let place: FreshDatabase;
  const servers: { test: TestFollowing; app: ReturnType<typeof createApp>; token: string }[] = [];
  let recipient: string;

  beforeAll(async () => {
    place = await freshDatabase(kind);
    const first = await openTestFollowing(place);
    recipient = (await first.organisation()).key.recipient;
    for (const test of [first, await openTestFollowing(place)]) {
      const { token } = await test.person('primer', 'caseworker');
      servers.push({ test, app: openService({ following: test.following }).app, token });
    }
  });
  afterAll(async () => {
    for (const { test } of servers.splice(0)) await test.close();
    await place?.remove();
  });

  /** Both at once, each with their own event and, where it is sealed, with the version that both have read. */
  async function both(filing: string, words?: readonly string[]) {
    const kinds = ['registered', 'extended'];
    return Promise.all(
      servers.map(async ({ test, app, token }, index) => {
        const sealed = words && (await test.sealing.seal(words[index] ?? '', [recipient]));
        const events = [{ kind: kinds[index], week: weekOf(today) }];
        return app.request(`/api/filings/${filing}/events`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            ...(sealed && { 'If-Match': '"1"' }),
          },
          body: JSON.stringify({ events, sealed }),
        });
      }),
    );
  }

  async function newCase() {
    const [{ test } = { test: undefined }] = servers;
    if (!test) throw new Error('no server');
    const actor = {
      organisation: 'primer',
      person: randomBytes(8).toString('hex'),
      role: 'caseworker' as const,
    };
    const sealed = await test.sealing.seal('as it was', [recipient]);
    const id = await test.register.cases.add(actor, { ...content(), sealed }, today);
    const read = async () => {
      const found = await test.register.cases.get(actor, id);
      if (!found) throw new Error('the case is gone');
      return found;
    };
    return { read, filing: (await read()).filings[0]?.id ?? '' };
  }

  it('events that both add are both there', async () => {
    for (let round = 0; round < rounds; round++) {
      const { read, filing } = await newCase();
      expect((await both(filing)).map(({ status }) => status)).toEqual([200, 200]);
      const { version, filings } = await read();
      expect(version).toBe(3);
      expect(filings[0]?.events.map((one) => one.kind).sort()).toEqual(['extended', 'registered']);
    }
  });

  it('of two who seal the case anew one is told that it has changed, and what the other has sealed stays', async () => {
    for (let round = 0; round < rounds; round++) {
      const { read, filing } = await newCase();
      const answers = await both(filing, ['words of one', 'words of the other']);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const refused = answers.find(({ status }) => status === 412);
      expect(refused?.headers.get('etag')).toBe('"2"');
      expect(await refused?.json()).toMatchObject({ sent: 1, now: 2 });
      const { version, filings, sealed } = await read();
      expect([version, filings[0]?.events.length]).toEqual([2, 1]);
      const done = answers.find(({ status }) => status === 200);
      expect(await done?.json()).toMatchObject({ sealed });
    }
  });
});
