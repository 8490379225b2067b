/** Who of an organisation is asking: the cookie holds a random token, the database only its SHA-256. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { may, type Operation } from '#domain/register/roles.ts';
import type { Actor, Session } from '#register/register.ts';
import { hexOf, sha256 } from '../sha256.ts';
import type { Following, Site } from '../site.ts';

export type Staff = {
  session: Session;
  actor: Actor;
  /** What the cookie holds, in hex. */
  token: string;
};

/** Where the site is reached by TLS the name binds the cookie to host and scheme (RFC 6265bis, __Host-). */
export function cookieName(site: Pick<Site, 'publicUrl'>): string {
  return site.publicUrl?.startsWith('https:') ? '__Host-desk' : 'desk';
}

/** The person behind the cookie, or behind `Authorization: Bearer`; undefined where nobody is signed in. */
export async function staffOf(c: Context, site: Site, following: Following): Promise<Staff | undefined> {
  const bearer = /^Bearer ([0-9a-f]{64})$/.exec(c.req.header('authorization') ?? '')?.[1];
  return staffBehind(following, bearer ?? cookieParts(c, site)?.token);
}

/** Likewise by the token itself. */
export async function staffBehind(
  { register, now }: Following,
  token: string | undefined,
): Promise<Staff | undefined> {
  if (token === undefined || !/^[0-9a-f]{64}$/.test(token)) return undefined;
  const session = await register.sessions.get(await sha256(token), now().getTime());
  if (!session) return undefined;
  const { id, organisation, role } = session.person;
  return { session, token, actor: { organisation, person: id, role } };
}

/** What the cookie says, believed by nobody: the token, and the id of the person whose session it is or was. */
export function cookieParts(
  c: Context,
  site: Site,
): { token: string; person: string | undefined } | undefined {
  const [token, person] = getCookie(c, cookieName(site))?.split('.') ?? [];
  return token === undefined ? undefined : { token, person };
}

export function staffMay({ actor }: Staff, operation: Operation): boolean {
  return may(actor.role, operation);
}

/** A new token: 32 random bytes in hex. */
export function newToken(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)));
}
