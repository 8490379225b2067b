/** A day in the life of an installation with two organisations: what happened, and every secret that was told in it. */
import { openDb } from '../../../src/register/open-register.ts';
import type { FreshDatabase } from '../../support/fresh-database.ts';
import { library } from '../../support/library.ts';
import { canaries, exactDays, secretWord } from './canaries.ts';
import { addScan, type Shared, shareByCodeOfServer, shareByPages, shareByProgram } from './filers.ts';
import { type Installation, startInstallation } from './installation.ts';
import { bytesOf } from './loot.ts';
import { StaffMember } from './staff.ts';

export type Day = {
  installation: Installation;
  organisations: { archive: Organisation; chronicle: Organisation };
  /** Case codes: of a case of the archive, of the chronicle, and one that the server made for the archive. */
  codes: { first: string; second: Shared; third: Shared };
  days: ReturnType<typeof exactDays>;
  /** The disk as it was in the morning: what is written over later lay there then. */
  early: Buffer;
  /** What nobody but its owner has. */
  secrets: Record<string, string>;
};

export type Organisation = {
  id: string;
  passphrase: string;
  /** The recovery key on paper. */
  paper: string;
  recipient: string;
  coordinator: StaffMember;
};

export async function liveThrough(database: FreshDatabase): Promise<Day> {
  const installation = await startInstallation(database);
  try {
    return await livedOn(installation, database);
  } catch (error) {
    await installation.stop();
    throw new Error(`the day broke off; the service said: ${installation.said()}`, { cause: error });
  }
}

async function livedOn(installation: Installation, database: FreshDatabase): Promise<Day> {
  const days = exactDays(new Date());
  const archive = await organisation(installation, 'archive', 'soroka');
  const chronicle = await organisation(installation, 'chronicle', 'galka');
  const first = await shareByPages(installation.url, archive.id, days);
  const early = await bytesOf(database);
  await addScan(installation.url, first);
  const salt = await saltOf(database);
  const second = await shareByProgram(installation.url, salt, chronicle, days);
  const third = await shareByCodeOfServer(installation.url, archive, days);
  await work(archive.coordinator, archive.passphrase, days);
  await mistakes(installation.url);
  const people = [archive.coordinator, chronicle.coordinator];
  return {
    installation,
    organisations: { archive, chronicle },
    codes: { first, second, third },
    days,
    early,
    secrets: {
      'passphrase of the archive': archive.passphrase,
      'passphrase of the chronicle': chronicle.passphrase,
      'recovery key of the archive': archive.paper,
      'recovery key of the chronicle': chronicle.paper,
      'first case code': first,
      'second case code': second.code,
      'third case code': third.code,
      'finder of the second case': second.finder,
      'key of a request': second.idempotencyKey,
      'key of another request': third.idempotencyKey,
      ...Object.fromEntries(
        people.flatMap(({ login, password, secret, token }) => [
          [`password of ${login}`, password],
          [`second factor of ${login}`, secret],
          [`cookie of ${login}`, token],
        ]),
      ),
      ...invitations,
    },
  };
}

const invitations: Record<string, string> = {};

async function organisation(installation: Installation, id: string, login: string): Promise<Organisation> {
  const names = ['--name-ru', `Союз «${id}»`, '--name-en', `Union ${id}`];
  const checked = ['--checked', '2026-01-15', '--source', 'https://example.org/list'];
  await installation.admin('organisation', 'create', id, ...names, '--status', 'none-found', ...checked);
  const printed = await installation.admin('invite', id, 'coordinator');
  const token = /[0-9a-f]{64}/.exec(printed)?.[0] ?? '';
  invitations[`invitation to ${id}`] = token;
  await installation.admin('invite', id, 'caseworker'); // a link that nobody has used yet
  const coordinator = new StaffMember(installation.url, login);
  await coordinator.join(token);
  const passphrase = secretWord();
  const paper = await coordinator.makeKey(passphrase);
  const response = await fetch(`${installation.url}/api/organisations`);
  const all: { id: string; recipient: string }[] = await response.json();
  const recipient = all.find((one) => one.id === id)?.recipient ?? '';
  return { id, passphrase, paper, recipient, coordinator };
}

/** Out and in again, wrong words first; cases looked at, a table imported, numbers searched for, everything exported. */
async function work(one: StaffMember, passphrase: string, days: Day['days']): Promise<void> {
  await one.post('/ru/desk/sign-out', {});
  await one.post('/ru/desk/sign-in', {
    'sign-in.login': one.login,
    'sign-in.password': canaries.wrongPassword,
    'sign-in.totp': '000000',
  });
  await one.signIn();
  await one.unlock(canaries.wrongPassphrase);
  await one.unlock(passphrase);
  const { filings }: { filings: { id: string }[] } = await (await one.api('GET', '/filings')).json();
  for (const { id } of filings) await one.api('GET', `/filings/${id}`);
  const { importedRegion, importedNote, importedRegistration } = canaries;
  const table = [
    'document;office;channel;filed;registered;number;region;note',
    `crime-report-media;sk-central;post;${days.importedFiled};${days.importedRegistered};${importedRegistration};${importedRegion};${importedNote}`,
  ].join('\r\n');
  const imported = await one.api('POST', '/imports', table, 'text/csv');
  if (imported.status !== 201) throw new Error(await imported.text());
  for (const words of [canaries.searched, importedRegistration]) {
    const searched = await one.post('/ru/desk/register/search', { words });
    if (!(await searched.text()).includes('Просмотрено')) throw new Error('nothing was searched');
  }
  await one.api('GET', `/filings/${filings[0]?.id}/archive`);
  await one.api('GET', '/exports?format=csv');
  await one.api('GET', '/exports?format=json');
}

/** Requests that go wrong, with words in every part of them. */
async function mistakes(url: string): Promise<void> {
  const json = { 'Content-Type': 'application/json' };
  await fetch(`${url}/ru/desk/${canaries.lostAddress}?q=${encodeURIComponent(canaries.lastName)}`);
  await fetch(`${url}/api/filings`, { method: 'POST', headers: json, body: `{"note":"${canaries.note}` });
  const body = JSON.stringify({ code: '123456789012345678901234567', [canaries.region]: canaries.note });
  await fetch(`${url}/api/filings/by-code`, { method: 'POST', headers: json, body });
  const wrong = JSON.stringify({ code: '123456789012345678901234567' });
  await fetch(`${url}/api/filings/by-code`, { method: 'POST', headers: json, body: wrong });
}

/** The browser of a filer is told it by the page. */
async function saltOf({ dataDir, databaseUrl }: FreshDatabase): Promise<Uint8Array> {
  const db = await openDb({ dataDir, databaseUrl, library, now: () => new Date() });
  const row = await db.kysely
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'salt')
    .executeTakeFirstOrThrow();
  await db.kysely.destroy();
  return new Uint8Array(Buffer.from(row.value, 'hex'));
}
