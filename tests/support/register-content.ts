/** A register with something in every table: two organisations, people, cases by filers and staff, a scan, tags, sessions. */
import { randomBytes } from 'node:crypto';
import type { CaseContent } from '#register/register.ts';
import { library } from './library.ts';
import { openTestFollowing } from './register.ts';

const [template = ''] = library.templates.keys();
const [authority = ''] = library.authorities.keys();

/** One filing, registered a week later. */
export function someCase(sealed: string, filedWeek = '2026-W45'): CaseContent {
  const events = [{ kind: 'registered' as const, week: filedWeek }];
  return { filings: [{ template, authority, channel: 'post', filedWeek, events }], sealed };
}

const today = '2026-12-01';

/** Everything that must be sealed is. Gives the sealed text of the case of a filer. */
export async function filledRegister(place: {
  dataDir: string;
  databaseUrl: string | undefined;
}): Promise<string> {
  const test = await openTestFollowing(place);
  const { register, sealing } = test;
  const { key } = await test.organisation('primer');
  await test.organisation('obrazets', { name: { ru: 'Строка\u2028\n"', en: "O'Sample \\ \u{1f5c4}" } });
  const sealed = await sealing.seal('{"note":"secret"}', [key.recipient]);
  const credential = { salt: '00', sealedSecret: sealed };
  const people = [];
  for (const [organisation, role] of [
    ['primer', 'caseworker'],
    ['primer', 'analyst'],
    ['obrazets', 'coordinator'],
  ] as const) {
    const person = await test.person(organisation, role);
    await register.people.setCredential(person.actor.person, credential);
    people.push(person);
  }
  await register.people.invite({ organisation: 'primer' }, 'open invitation', 'analyst', Date.now() + 1e9);
  await register.shared.add('primer', 'finder of a filer', key.recipient, someCase(sealed), today);
  await register.shared.add('primer', 'finder of another', key.recipient, someCase(sealed), today);
  await register.shared.addScan(
    'finder of a filer',
    'scan-1',
    await sealing.sealBytes(randomBytes(70_000), [key.recipient]),
  );
  await register.shared.withdraw('finder of another', sealed, today);
  const [vera, , oleg] = people;
  if (vera && oleg) {
    const id = await register.cases.add(vera.actor, someCase(sealed), today);
    await register.cases.tag(vera.actor, id, ['срочно']);
    await register.cases.assign(vera.actor, id, vera.actor.person);
    await register.cases.addAll(oleg.actor, [someCase(sealed), someCase(sealed, '2026-W30')], today);
  }
  await register.limits.take('somebody', 1, 60, Date.now());
  await register.idempotency.begin('filer', 'key', 'request', Date.now());
  await test.close();
  return sealed;
}
