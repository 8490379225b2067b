/**
 * The organisation's key, open for one sitting: it lies in the session sealed under the token of the cookie, so neither the
 * database nor the cookie alone opens anything.
 */
import type { Following } from '../site.ts';
import type { Staff } from './staff.ts';

/** Puts the organisation's private key into the session, for this sitting; gives back who now has it open. */
export async function unlock(following: Following, staff: Staff, identity: string): Promise<Staff> {
  const unlocked = await sealForSitting(following, staff, identity);
  await following.register.sessions.unlock(staff.session.token, unlocked);
  return { ...staff, session: { ...staff.session, unlocked } };
}

/** The organisation's private key; undefined while it is locked. */
export async function unlockedIdentity(
  { sealing }: Pick<Following, 'sealing'>,
  staff: Staff,
): Promise<string | undefined> {
  const { unlocked } = staff.session;
  return unlocked === null ? undefined : openInSitting({ sealing }, staff, unlocked);
}

/** A text that opens as long as this session lasts, and with its cookie only: a form may carry it. */
export async function sealForSitting(
  { sealing }: Pick<Following, 'sealing'>,
  { token }: Staff,
  text: string,
): Promise<string> {
  const { recipient } = await sittingKeys({ sealing }, token);
  return sealing.seal(text, [recipient]);
}

export async function openInSitting(
  { sealing }: Pick<Following, 'sealing'>,
  { token }: Staff,
  sealed: string,
): Promise<string | undefined> {
  return sealing.open(sealed, (await sittingKeys({ sealing }, token)).identity);
}

async function sittingKeys({ sealing }: Pick<Following, 'sealing'>, token: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`sitting ${token}`));
  return sealing.keyPairOf(new Uint8Array(digest));
}
