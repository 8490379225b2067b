/** Who works for the organisations: one-time invitations, names that are one however they are typed, resets, used steps. */
import { expect, it } from 'vitest';
import { onEachDatabase } from '../support/on-each-database.ts';

const day = 24 * 60 * 60 * 1000;
const credential = { salt: '0a', sealedSecret: 'sealed' };

onEachDatabase(async ({ test, openAnother }) => {
  let tokens = 0;
  const other = await openAnother();
  const { people } = test.register;
  const now = test.following.now().getTime();
  await test.organisation('primer');
  await test.organisation('obrazets');

  async function invitation(organisation = 'primer'): Promise<string> {
    tokens += 1;
    const token = `token-${tokens}`;
    await people.invite({ organisation }, token, 'caseworker', now + 7 * day);
    return token;
  }

  async function joined(login: string, organisation = 'primer') {
    const person = await people.accept(await invitation(organisation), { login, credential }, now);
    if (typeof person === 'string') throw new Error(person);
    return person;
  }

  it('a person joins by an invitation, once', async () => {
    const token = await invitation();
    expect(await people.invitation(token, now)).toEqual({
      organisation: 'primer',
      role: 'caseworker',
      expires: now + 7 * day,
      login: null,
    });
    const vera = await people.accept(token, { login: 'Vera', credential }, now);
    expect(vera).toMatchObject({ login: 'vera', organisation: 'primer', role: 'caseworker', active: true });
    expect(await people.accept(token, { login: 'another', credential }, now)).toBe('gone');
    expect(await people.invitation(token, now)).toBeUndefined();
  });

  it('of ten who follow one link at once, on two servers, one gets in', async () => {
    const token = await invitation();
    const servers = [people, other.register.people];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (servers[index % 2] ?? people).accept(token, { login: `crowd-${index}`, credential }, now),
      ),
    );
    expect(answers.filter((answer) => answer === 'gone')).toHaveLength(9);
  });

  it('an invitation that has run out lets nobody in', async () => {
    const token = await invitation();
    expect(await people.invitation(token, now + 7 * day)).toBeUndefined();
    expect(await people.accept(token, { login: 'late', credential }, now + 7 * day)).toBe('gone');
  });

  it('whoever chooses a name that another has keeps the invitation and chooses another', async () => {
    await joined('Élise');
    const token = await invitation();
    expect(await people.accept(token, { login: ' e\u0301LISE ', credential }, now)).toBe('taken');
    expect(await people.accept(token, { login: 'elise-2', credential }, now)).toMatchObject({
      login: 'elise-2',
    });
  });

  it('two who choose one name at once do not both get it', async () => {
    const tokens = [await invitation(), await invitation()];
    const answers = await Promise.all(
      tokens.map((token, index) =>
        ([people, other.register.people][index] ?? people).accept(token, { login: 'twin', credential }, now),
      ),
    );
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
  });

  it.each(['Анна Ш.', 'АННА Ш.', 'анна ш.', ' ａ'])(
    'a name is found however it is typed: %s',
    async (typed) => {
      if (!(await people.byLogin('анна ш.'))) await joined('Анна Ш.');
      if (!(await people.byLogin('a'))) await joined('A');
      const found = await people.byLogin(typed);
      expect(found).toMatchObject({ credential, lastStep: 0 });
    },
  );

  it('the people of another organisation are neither listed nor changed nor reset', async () => {
    const stranger = await joined('stranger', 'obrazets');
    const actor = { organisation: 'primer', person: 'somebody', role: 'administrator' } as const;
    const logins = (await people.all('primer')).map(({ login }) => login);
    expect(logins).not.toContain('stranger');
    expect(await people.change(actor, stranger.id, { active: false })).toBe(false);
    expect(await people.reset(actor, stranger.id, 'x', now + day)).toBe(false);
    expect(await people.get(stranger.id)).toMatchObject({ active: true });
    expect(await people.byLogin('stranger')).toMatchObject({ credential });
  });

  it('a reset makes the old password useless and lets the same person in once, under the same id', async () => {
    const person = await joined('forgetful');
    await people.useStep(person.id, 900);
    await people.reset({ organisation: 'primer' }, person.id, 'old reset', now + day);
    await people.reset({ organisation: 'primer' }, person.id, 'reset', now + day);
    expect((await people.byLogin('forgetful'))?.credential.sealedSecret).toBe('');
    expect(await people.invitation('old reset', now)).toBeUndefined();
    expect(await people.invitation('reset', now)).toMatchObject({ login: 'forgetful' });
    const fresh = { salt: '0b', sealedSecret: 'sealed anew' };
    expect(await people.accept('reset', { login: 'vera', credential: fresh }, now)).toBe('taken');
    const back = await people.accept('reset', { login: 'Forgetful', credential: fresh }, now);
    expect(back).toMatchObject({ id: person.id, login: 'forgetful', role: 'caseworker' });
    expect(await people.byLogin('forgetful')).toMatchObject({ credential: fresh, lastStep: 0 });
    expect(await people.accept('reset', { login: 'forgetful', credential }, now)).toBe('gone');
  });

  it('whoever is put out takes their open reset along', async () => {
    const person = await joined('put-out');
    const actor = { organisation: 'primer', person: 'somebody', role: 'administrator' } as const;
    await people.reset({ organisation: 'primer' }, person.id, 'reset-2', now + day);
    expect(await people.change(actor, person.id, { active: false, role: 'analyst' })).toBe(true);
    expect(await people.get(person.id)).toMatchObject({ active: false, role: 'analyst' });
    expect(await people.invitation('reset-2', now)).toBeUndefined();
  });

  it.each([
    ['is put out', { active: false }],
    ['gets another role', { role: 'analyst' }],
  ] as const)(
    'an administrator who %s comes back by no link that they made, and nobody else does',
    async (_, change) => {
      tokens += 1;
      const hostile = await joined(`hostile-${tokens}`);
      const colleague = await joined(`colleague-${tokens}`);
      const by = { organisation: 'primer', person: hostile.id, role: 'administrator' } as const;
      const [own, reset, others] = [`own-${tokens}`, `reset-${tokens}`, await invitation()];
      await people.invite(by, own, 'coordinator', now + day);
      await people.reset(by, colleague.id, reset, now + day);
      await people.change({ ...by, person: 'another' }, hostile.id, change);
      expect(await people.invitation(own, now)).toBeUndefined();
      expect(await people.accept(reset, { login: 'x', credential }, now)).toBe('gone');
      expect(await people.invitation(others, now)).toBeDefined();
    },
  );

  it('whoever sat in the place of an administrator left no link that outlives a reset or a new password', async () => {
    const admin = await joined('robbed');
    const by = { organisation: 'primer', person: admin.id, role: 'administrator' } as const;
    await people.invite(by, 'of a thief', 'coordinator', now + day);
    await people.setCredential(admin.id, credential);
    expect(await people.invitation('of a thief', now)).toBeUndefined();
    await people.invite(by, 'of a thief', 'coordinator', now + day);
    await people.reset({ organisation: 'primer' }, admin.id, 'of the operator', now + day);
    expect(await people.invitation('of a thief', now)).toBeUndefined();
    expect(await people.invitation('of the operator', now)).toBeDefined();
  });

  it('a sitting that a reset has ended brings the old password back no more', async () => {
    const person = await joined('raced');
    const { sessions } = test.register;
    await sessions.begin({ token: 'thief', person: person.id, now, expires: now + day, proved: 'sealed' });
    await people.reset({ organisation: 'primer' }, person.id, 'raced-reset', now + day);
    expect(await people.setCredential(person.id, credential, 'thief')).toBe(false);
    expect(await people.invitation('raced-reset', now)).toBeDefined();
    expect(
      await sessions.begin({ token: 'late', person: person.id, now, expires: now + day, proved: 'sealed' }),
    ).toBe(false);
    expect(await sessions.get('late', now)).toBeUndefined();
  });

  it('a step of the clock is used once, by one server, and never an earlier one', async () => {
    const person = await joined('stepper');
    const used = await Promise.all(
      [people, other.register.people, people, other.register.people].map((one) =>
        one.useStep(person.id, 1000),
      ),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await people.useStep(person.id, 999)).toBe(false);
    expect(await people.useStep(person.id, 1001)).toBe(true);
    expect(await people.useStep('nobody', 1)).toBe(false);
  });

  it('a new password ends every other sitting of the person, and the log tells all of it', async () => {
    const person = await joined('changing');
    const sessions = test.register.sessions;
    for (const token of ['here', 'elsewhere'])
      await sessions.begin({ token, person: person.id, now, expires: now + day });
    await people.setCredential(person.id, { salt: '0c', sealedSecret: 'third' }, 'here');
    expect(await sessions.get('here', now)).toBeDefined();
    expect(await sessions.get('elsewhere', now)).toBeUndefined();
    const actor = { organisation: 'primer', person: person.id, role: 'administrator' } as const;
    const log = await test.register.audit.list(actor, undefined, 2);
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ['credential-changed', person.id],
      ['joined', person.id],
    ]);
    expect(await test.register.audit.verify('primer')).toMatchObject({ ok: true });
  });
});
