/** The command line of the register, typed as the guide says: organisations, invitations, resets. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '#admin/run.ts';
import { admin, npmAdmin, startAdmin } from '../support/admin.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { openTestFollowing } from '../support/register.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }); // many processes, one after the other

const wholeWords = {
  'name-ru': 'Архив «Пример»',
  'name-en': 'Example Archive',
  status: 'none-found',
  checked: '2026-11-01',
  source: 'https://example.org/list',
  contact: 'archive@example.org',
  'retention-months': '24',
};

function create(id: string, changes: Record<string, string | undefined> = {}): string[] {
  const given = Object.entries({ ...wholeWords, ...changes });
  return [
    ...['organisation', 'create', id],
    ...given.flatMap(([option, value]) => (value === undefined ? [] : [`--${option}`, value])),
  ];
}

function tokenIn(text: string): string {
  return /#([0-9a-f]{64})$/m.exec(text)?.[1] ?? '';
}

const hashed = (token: string) => createHash('sha256').update(token).digest('hex');

it.each([
  ['an id with capitals', create('Primer'), 'The id must be small Latin letters'],
  [
    'a status that is none',
    create('a', { status: 'good' }),
    '--status must be one of: none-found, foreign-agent',
  ],
  ['no status', create('a', { status: undefined }), 'Give --status with a value.'],
  ['an empty name', create('a', { 'name-ru': ' ' }), 'Give --name-ru with a value.'],
  [
    'a name that is too long',
    create('a', { 'name-en': 'a'.repeat(201) }),
    '--name-en must not be longer than 200',
  ],
  ['a day that is none', create('a', { checked: '2026-02-30' }), '--checked must be a day like 2026-11-01.'],
  [
    'a day to come',
    create('a', { checked: '2098-01-01' }),
    '--checked must not be a day that has not come yet.',
  ],
  ['a status without its day', create('a', { checked: undefined }), 'Give --checked with a value.'],
  ['a source that is no address', create('a', { source: 'the list' }), '--source must be the address'],
  ['a source without TLS', create('a', { source: 'http://example.org' }), '--source must be the address'],
  [
    'months of no number',
    create('a', { 'retention-months': 'many' }),
    '--retention-months must be a whole number',
  ],
  [
    'no months',
    create('a', { 'retention-months': '0' }),
    '--retention-months must be a whole number from 1 to 120.',
  ],
  ['too many months', create('a', { 'retention-months': '121' }), 'from 1 to 120.'],
  ['two values for one', [...create('a'), '--status', 'unknown'], 'Give --status once.'],
  ['an unknown option', [...create('a'), '--frobnicate', 'x'], 'An option is not known, or lacks its value.'],
  ['no id', create('a').toSpliced(2, 1), 'Give the id: organisation create <id>'],
  ['two ids', create('a').toSpliced(2, 0, 'b'), 'There are too many words'],
  ['a role that is none', ['invite', 'primer', 'king'], 'The role must be one of: coordinator, caseworker'],
  ['no role', ['invite', 'primer'], 'Give the role: invite <organisation>'],
  ['a command that is none', ['organisation', 'destroy'], 'There is no such command.'],
])('%s is refused with what to do, and exit code 2', async (_what, words, sentence) => {
  const told = { out: '', err: '' };
  const code = await run(words, {
    now: () => new Date('2026-12-01T09:00:00Z'),
    folder: '/',
    address: 'http://127.0.0.1:3000',
    print: (text) => {
      told.out += text;
    },
    say: (text) => {
      told.err += text;
    },
    ask: async () => '',
    withRegister: () => Promise.reject(new Error('the register is opened for nothing')),
  });
  const { out, err } = told;
  expect(err).toContain(sentence);
  expect(err).toContain('--help');
  expect(out).toBe('');
  expect(code).toBe(2);
});

describe.each(databases)('on %s', (kind) => {
  let place: FreshDatabase;
  beforeAll(async () => {
    place = await freshDatabase(kind);
  });
  afterAll(async () => {
    await place?.remove();
  });

  it('a newcomer makes two organisations and sees them', async () => {
    expect(await npmAdmin(place, ['organisation', 'list'])).toMatchObject({ code: 0, out: '' });
    const made = await npmAdmin(place, create('primer'));
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('invite primer coordinator');
    const unknown = { status: 'unknown', checked: undefined, source: undefined, contact: undefined };
    expect(await admin(place, create('obrazets', { ...unknown, 'name-en': 'Sample' }))).toMatchObject({
      code: 0,
    });
    const { out } = await admin(place, ['organisation', 'list']);
    expect(out.split('\n')).toEqual([
      'obrazets (Sample)  unknown, never checked  24 months  no key yet',
      'primer (Example Archive)  none-found, checked 2026-11-01  24 months  no key yet',
      '',
    ]);
  });

  it('an id that is taken is refused, and the organisation stays as it was', async () => {
    const again = await admin(place, create('primer', { 'name-en': 'Another' }));
    expect(again).toEqual({ code: 1, out: '', err: 'There is an organisation with this id already.\n' });
    expect((await admin(place, ['organisation', 'list'])).out).toContain('Example Archive');
  });

  it('one that is banned as extremist is listed without its name', async () => {
    await admin(place, create('zapret', { status: 'extremist', 'name-en': 'Nowhere Written' }));
    const { out } = await admin(place, ['organisation', 'list']);
    expect(out).toContain('zapret  extremist');
    expect(out).not.toContain('Nowhere Written');
    expect((await admin(place, ['invite', 'zapret', 'analyst'])).out).not.toContain('Nowhere Written');
  });

  it.each([
    [['invite', 'nowhere', 'analyst'], 'There is no such organisation.'],
    [['people', 'nowhere'], 'There is no such organisation.'],
    [['reset', 'nobody'], 'Nobody signs in with this name.'],
    [['purge', '--organisation', 'nowhere', '--all'], 'There is no such organisation.'],
  ])('%s: who is not there is told of, with exit code 1', async (words, sentence) => {
    const { code, err } = await admin(place, words);
    expect(err).toContain(sentence);
    expect(code).toBe(1);
  });

  it('an invitation is a link whose secret part no server sees; it lets one person in, once', async () => {
    const { out } = await startAdmin(place, ['invite', 'primer', 'coordinator'], {
      env: { PUBLIC_URL: 'https://proverka.example' },
    });
    const token = tokenIn(out);
    expect(out).toContain(`https://proverka.example/ru/desk/join#${token}\n`);
    expect(out).toMatch(new RegExp(`^  ${token}$`, 'm')); // for those without JavaScript
    const test = await openTestFollowing(place);
    test.setNow(new Date().toISOString());
    const now = test.following.now().getTime();
    const { people, audit } = test.register;
    const invitation = await people.invitation(hashed(token), now);
    expect(invitation).toMatchObject({ organisation: 'primer', role: 'coordinator' });
    expect(Math.round(((invitation?.expires ?? 0) - now) / 86_400_000)).toBe(7);
    expect(await people.invitation(token, now)).toBeUndefined();
    const credential = {
      salt: '00',
      sealedSecret: await test.sealing.seal('x', [(await test.sealing.newKeyPair()).recipient]),
    };
    expect(await people.accept(hashed(token), { login: 'Вера', credential }, now)).toMatchObject({
      role: 'coordinator',
    });
    expect(await people.accept(hashed(token), { login: 'oleg', credential }, now)).toBe('gone');
    const actor = { organisation: 'primer', person: '-', role: 'coordinator' } as const;
    expect((await audit.list(actor, undefined, 9)).map(({ action }) => action)).toEqual([
      'joined',
      'invited',
      'organisation-created',
    ]);
    await test.close();
    expect((await admin(place, ['people', 'primer'])).out).toBe('вера  coordinator\n');
  });

  it('without PUBLIC_URL the link leads to this machine', async () => {
    const { out } = await startAdmin(place, ['invite', 'primer', 'analyst'], { env: { PORT: '4567' } });
    expect(out).toContain('http://127.0.0.1:4567/ru/desk/join#');
  });

  it('a reset gives a link, and the old password opens nothing any more', async () => {
    const { code, out } = await admin(place, ['reset', 'ВЕРА']);
    expect(code).toBe(0);
    expect(out).toContain('For вера, coordinator of primer:');
    const test = await openTestFollowing(place);
    const { people } = test.register;
    expect(await people.invitation(hashed(tokenIn(out)), Date.now())).toMatchObject({ login: 'вера' });
    expect((await people.byLogin('вера'))?.credential.sealedSecret).toBe('');
    await test.close();
    expect(await admin(place, ['verify'])).toMatchObject({ code: 0 });
  });

  it('whoever asks for help gets every command, without a register', async () => {
    const nowhere = { dataDir: '/nowhere/at/all', databaseUrl: undefined };
    const { code, out } = await npmAdmin(nowhere, ['--help']);
    expect(code).toBe(0);
    const names = [
      'organisation create',
      'organisation list',
      'invite',
      'reset',
      'people',
      'keygen',
      'backup',
      'restore',
      'verify',
      'purge',
    ];
    for (const name of names) expect(out).toContain(`npm run -s admin -- ${name}`);
    expect(
      Math.max(
        ...out
          .split('\n')
          .filter((line) => !line.includes('npm run'))
          .map((line) => line.length),
      ),
    ).toBeLessThan(120);
    expect((await admin(nowhere, ['backup', '--help'])).out).toContain('npm run -s admin -- backup <file>');
    expect(await startAdmin(nowhere, [])).toMatchObject({ code: 2 });
  });

  it('where the register cannot be reached, one sentence says what to look at', async () => {
    const away =
      kind === 'SQLite'
        ? { dataDir: join(import.meta.filename, 'folder'), databaseUrl: undefined }
        : { dataDir: '', databaseUrl: 'postgres://x@127.0.0.1:1/x' };
    const { code, out, err } = await startAdmin(away, ['organisation', 'list']);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/DATA_DIR|DATABASE_URL/);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('an environment that is wrong is told of by its variable, without its value', async () => {
    const { code, err } = await startAdmin({ ...place, databaseUrl: 'mysql://secret' }, [
      'organisation',
      'list',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_URL: must be an address like postgres://');
    expect(err).not.toContain('secret');
  });
});
