/** What goes wrong with databases: people are told why, nothing is half done, and it goes on by itself afterwards. */
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import type { Db } from '#register/db.ts';
import { type Actor, RegisterUnavailable } from '#register/register.ts';
import { attempts } from '../../src/register/attempts.ts';
import { casesPart } from '../../src/register/cases.ts';
import { failureOf } from '../../src/register/failures.ts';
import { openDb } from '../../src/register/open-register.ts';
import type { Tables } from '../../src/register/tables.ts';
import { content } from '../support/facts.ts';
import { type DatabaseKind, databaseForThisTest, databases } from '../support/fresh-database.ts';
import { library, today } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';

/** At once: more than both servers have connections, and not so many that a busy machine lets one wait for too long. */
const writers = 24;

const now = () => new Date(`${today}T09:00:00Z`);
const actor: Actor = { organisation: 'primer', person: 'somebody', role: 'coordinator' };

async function placeWithOrganisation(kind: DatabaseKind) {
  const place = await databaseForThisTest(kind);
  const test = await openTestFollowing(place);
  await test.organisation();
  await test.close();
  return { ...place, library, now };
}

const filed = async (db: Db) => (await casesPart(db).statistics('primer', [], today))[0]?.counts.filed ?? 0;

describe('a disk that is full', () => {
  it('is told; nothing is half written; what was there can be read; with room again it goes on', async () => {
    const db = await openDb(await placeWithOrganisation('SQLite'));
    const cases = casesPart(db);
    const id = await cases.add(actor, content(), today);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db.kysely);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 3)}`.execute(db.kysely);

    const large = { ...content({}, {}), sealed: 'x'.repeat(200_000) };
    await expect(cases.add(actor, large, today)).rejects.toMatchObject({
      name: 'RegisterUnavailable',
      reason: 'full',
    });
    await expect(cases.change(actor, id, 1, large, today)).rejects.toThrow(RegisterUnavailable);
    expect(await filed(db)).toBe(1);
    expect(await cases.get(actor, id)).toMatchObject({ version: 1, sealed: 'sealed facts' });

    await sql`pragma max_page_count = 1000000`.execute(db.kysely);
    expect(await cases.change(actor, id, 1, large, today)).toBe('done');
    expect(await filed(db)).toBe(2);
    await db.kysely.destroy();
  });
});

describe.each(databases)('two servers on one %s', (kind) => {
  it('that write at once lose nothing and count right', async () => {
    const place = await placeWithOrganisation(kind);
    const servers = await Promise.all([openTestFollowing(place), openTestFollowing(place)]);
    const ids = await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        servers[index % 2]?.register.cases.add(actor, content(), today),
      ),
    );
    const [one, other] = servers.map(({ register }) => register);
    const changes = await Promise.all(
      ids.flatMap((id) => [
        one?.cases.change(actor, id ?? '', 1, content({ authority: null }), today),
        other?.cases.change(actor, id ?? '', 1, content({}, {}), today),
      ]),
    );
    expect(changes.filter((result) => result === 'done')).toHaveLength(writers);
    expect(changes.filter((result) => result === 'conflict')).toHaveLength(writers);
    let filings = 0;
    for await (const found of one?.cases.each(actor) ?? []) filings += found.filings.length;
    expect((await other?.cases.statistics('primer', [], today))?.[0]?.counts.filed).toBe(filings);
    const entries = 1 + 1 + writers + writers; // created, key, added, changed
    expect(await one?.audit.verify('primer')).toMatchObject({ ok: true, entries });
    await Promise.all(servers.map((server) => server.close()));
  });

  it('a writer who is held up waits; one who is held up for too long is told', async () => {
    const place = await placeWithOrganisation(kind);
    const db = await openDb(place);
    const other = await openDb(place);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let holds = () => {};
    const isHeld = new Promise<void>((done) => {
      holds = done;
    });
    const holding = other.write(async (trx) => {
      await lockOrganisation(trx);
      holds();
      await held;
    });
    await isHeld;
    const impatient = attempts(db.kysely, 30);
    const refused = impatient.write(async (trx) => {
      if (db.postgres) await sql`set local lock_timeout = 30`.execute(trx);
      await lockOrganisation(trx);
    });
    await expect(refused).rejects.toMatchObject({ name: 'RegisterUnavailable', reason: 'busy' });
    const waiting = casesPart(db).add(actor, content(), today);
    release();
    await holding;
    expect(await waiting).toMatch(/^[0-9a-f-]{36}$/);
    await Promise.all([db.kysely.destroy(), other.kysely.destroy()]);
  });

  it('a reader sees one state of the database, whatever is written meanwhile', async () => {
    const place = await placeWithOrganisation(kind);
    const [db, other] = [await openDb(place), await openDb(place)];
    const id = await casesPart(db).add(actor, content(), today);
    const seen = await db.read(async (kysely) => {
      const version = () =>
        kysely.selectFrom('register_case').select('version').where('id', '=', id).executeTakeFirstOrThrow();
      const before = await version();
      expect(await casesPart(other).change(actor, id, 1, content(), today)).toBe('done');
      return [before.version, (await version()).version];
    });
    expect(seen).toEqual([1, 1]);
    expect((await casesPart(db).get(actor, id))?.version).toBe(2);
    await Promise.all([db.kysely.destroy(), other.kysely.destroy()]);
  });

  it('a fault in the middle of a change leaves everything as it was', async () => {
    const db = await openDb(await placeWithOrganisation(kind));
    const unknown = {
      ...content(),
      filings: [...content({}).filings, ...content({ template: 'unknown' }).filings],
    };
    const id = await casesPart(db).add(actor, content(), today);
    await expect(casesPart(db).change(actor, id, 1, unknown, today)).rejects.toThrow();
    expect(await casesPart(db).get(actor, id)).toMatchObject({ version: 1, filings: [{}] });
    expect(await filed(db)).toBe(1);
    await db.kysely.destroy();
  });
});

describe.skipIf(!inject('postgresUrl'))('a PostgreSQL that goes away', () => {
  it('between two requests is not noticed by anybody', async () => {
    const place = await placeWithOrganisation('PostgreSQL');
    const test = await openTestFollowing(place);
    await Promise.all(Array.from({ length: 5 }, () => test.register.organisations.all()));
    await endConnections(place.databaseUrl);
    expect(await test.register.organisations.all()).toHaveLength(1);
    await endConnections(place.databaseUrl);
    expect(await test.register.cases.add(actor, content(), today)).toMatch(/^[0-9a-f-]{36}$/);
    await test.close();
  });

  it('in the middle of a change is told, and nothing of the change is there', async () => {
    const place = await placeWithOrganisation('PostgreSQL');
    const db = await openDb(place);
    const lost = db.write(async (trx) => {
      await lockOrganisation(trx);
      await endConnections(place.databaseUrl);
      await lockOrganisation(trx);
    });
    await expect(lost).rejects.toMatchObject({ name: 'RegisterUnavailable', reason: 'unreachable' });
    const { contact } = await db.read((kysely) =>
      kysely.selectFrom('organisation').select('contact').executeTakeFirstOrThrow(),
    );
    expect(contact).toBe('archive@example.org');
    await db.kysely.destroy();
  });

  it('two changes that wait for one another are both done', async () => {
    const place = await placeWithOrganisation('PostgreSQL');
    const db = await openDb(place);
    const ids = await casesPart(db).addAll(actor, [content(), content()], today);
    let met = 0;
    let together = () => {};
    const both = new Promise<void>((done) => {
      together = done;
    });
    const crossing = (order: readonly string[]) =>
      db.write(async (trx) => {
        for (const id of order) {
          await trx
            .updateTable('register_case')
            .set((row) => ({ version: row('version', '+', 1) }))
            .where('id', '=', id)
            .execute();
          met += 1;
          if (met >= 2) together();
          await both;
        }
      });
    await Promise.all([crossing(ids), crossing([...ids].reverse())]);
    for (const id of ids) expect((await casesPart(db).get(actor, id))?.version).toBe(3);
    await db.kysely.destroy();
  });
});

describe('what an error means', () => {
  const sqlite = (errcode: number) =>
    Object.assign(new Error('SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });
  const postgres = (code: string) => Object.assign(new Error('PostgreSQL'), { code });

  it.each([
    [sqlite(5), 'again'],
    [sqlite(517), 'again'], // busy, snapshot
    [sqlite(13), 'full'],
    [sqlite(778), 'unreachable'], // the disk does not take a write
    [sqlite(1032), 'unreachable'], // read-only: the file was moved
    [sqlite(1555), undefined], // a key that is there already: a fault of ours
    [postgres('40P01'), 'again'],
    [postgres('40001'), 'again'],
    [postgres('53100'), 'full'],
    [postgres('53300'), 'busy'],
    [postgres('57014'), 'busy'],
    [postgres('55P03'), 'busy'],
    [postgres('57P01'), 'unreachable'],
    [postgres('08006'), 'unreachable'],
    [postgres('28P01'), 'unreachable'],
    [postgres('25006'), 'unreachable'],
    [postgres('ECONNREFUSED'), 'unreachable'],
    [postgres('ENOENT'), 'unreachable'],
    [new AggregateError([postgres('ECONNREFUSED')]), 'unreachable'],
    [new Error('Connection terminated unexpectedly'), 'unreachable'],
    [new Error('Query read timeout'), 'unreachable'],
    [postgres('23505'), undefined],
    [postgres('42P01'), undefined],
    [new Error('anything'), undefined],
    ['no error', undefined],
  ])('%s %#: %s', (error, meaning) => {
    expect(failureOf(error)).toBe(meaning);
  });
});

async function lockOrganisation(trx: Kysely<Tables>): Promise<void> {
  await trx.updateTable('organisation').set({ contact: 'changed' }).execute();
}

async function endConnections(url: string | undefined): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}
