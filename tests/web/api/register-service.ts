/** The whole service over a register of its own, and the requests that programs send to it; nobody waits for the floor. */
import type { Role } from '#domain/register/roles.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import type { Following } from '#web/site.ts';
import { openTestFollowing, type TestFollowing } from '../../support/register.ts';
import { openService, today } from '../../support/site.ts';

export const thisWeek = weekOf(today);
export const weeksAgo = (weeks: number) => addWeeks(thisWeek, -weeks);

export type Call = {
  token?: string;
  headers?: Record<string, string>;
  /** A string is sent as it is. */
  body?: unknown;
};

/** `pauses` is how often an answer was held back; `changes` replace parts of what the service is given. */
export async function openRegisterService(
  changes: Partial<Following> = {},
  database: Parameters<typeof openTestFollowing>[0] = {},
) {
  const test = await openTestFollowing(database);
  const pauses: number[] = [];
  const following: Following = {
    ...test.following,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    ...changes,
  };
  const service = openService({ following });
  const call = (method: string, path: string, { token, headers = {}, body }: Call = {}) =>
    service.app.request(path, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { ...service, test, following, pauses, call };
}
export type RegisterService = Awaited<ReturnType<typeof openRegisterService>>;

/** Sealed to the organisation, as the browser of a filer does it. */
export function armorFor(
  { sealing }: TestFollowing,
  recipient: string,
  text = 'exact days',
): Promise<string> {
  return sealing.seal(text, [recipient]);
}

export const facts = {
  template: 'crime-report-media',
  authority: 'sk-central',
  channel: 'electronic-form',
  filedWeek: weeksAgo(8),
  events: [{ kind: 'received', week: weeksAgo(8) }],
} as const;

/** What a filer sends to share a case. */
export async function shareBody(
  test: TestFollowing,
  organisation: { id: string; key: { recipient: string } },
) {
  return {
    organisation: organisation.id,
    ...facts,
    sealed: await armorFor(test, organisation.key.recipient),
  };
}

/** A case that a filer has shared: its code. */
export async function shared(
  service: RegisterService,
  organisation: { id: string; key: { recipient: string } },
) {
  const response = await service.call('POST', '/api/filings', {
    body: await shareBody(service.test, organisation),
  });
  const { code } = (await response.json()) as { code: string };
  return code;
}

/** A case that staff entered: its id and that of its filing. */
export async function entered(service: RegisterService, organisation: string, recipient: string) {
  const actor = { organisation, person: 'nobody', role: 'coordinator' as Role };
  const sealed = await armorFor(service.test, recipient);
  const filings = [{ ...facts, events: [...facts.events] }];
  const id = await service.test.register.cases.add(actor, { filings, sealed }, today);
  const found = await service.test.register.cases.get(actor, id);
  return { id, filing: found?.filings[0]?.id ?? '', sealed };
}
