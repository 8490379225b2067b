/**
 * The organisation's key is opened by its passphrase for one sitting. Whoever is in the middle of something is asked for it
 * there, with what they typed beside it, and goes on.
 */
import type { Context } from 'hono';
import { html } from '#html.ts';
import type { Register } from '#register/register.ts';
import { bytesOf } from '../../sha256.ts';
import type { Following } from '../../site.ts';
import { hidden, secretField } from '../fields.ts';
import { carried, unlockPrefix } from '../form.ts';
import { pathOf, showDeskPage } from '../shell.ts';
import { unlock } from '../unlocked.ts';
import { type DeskHandler, type DeskView, deskHref, nextAddress } from '../view.ts';

/** Attempts of one person in a quarter of an hour. */
export const unlockLimits = { most: 10, seconds: 15 * 60 } as const;

const field = `${unlockPrefix}passphrase`;

/** Instead of a page that needs the key: asks for the passphrase, and carries the form that was posted. */
export function askPassphrase(
  c: Context,
  view: DeskView,
  failed?: 'wrong' | 'limited',
): Response | Promise<Response> {
  const { t, form, organisation } = view;
  if (organisation.recipient === null) {
    const main = html`<p>${t('desk.frame.noKey')} ${t('desk.key.whoMakes')}</p>`;
    return showDeskPage(c, view, { title: t('desk.key.unlockTitle'), main }, 409);
  }
  const kept = carried(form);
  const comesBack = c.req.method === 'POST' && pathOf(c) !== '/unlock';
  const { pathname, search } = new URL(c.req.url);
  const next = pathOf(c) === '/unlock' ? form.raw(`${unlockPrefix}next`) : pathname + search;
  const error = failed && t('desk.key.wrongPassphrase');
  const main = html`<p>${t('desk.key.unlockText')}</p>
${comesBack && kept.length > 0 && html`<p>${t('desk.key.kept')}</p>`}
<form id="step" method="post" action="${comesBack ? c.req.path : deskHref(view, '/unlock')}" novalidate>
${comesBack ? hidden(kept) : hidden([[`${unlockPrefix}next`, next]])}
${secretField({ name: field, label: t('desk.key.passphrase'), autocomplete: 'off', kind: 'masked', error })}
<div class="buttons"><button>${t('desk.key.unlock')}</button></div>
</form>`;
  const problems = error ? [{ field, text: error }] : [];
  const page = { title: t('desk.key.unlockTitle'), path: comesBack ? '/unlock' : pathOf(c), main, problems };
  return showDeskPage(c, view, page, failed === 'limited' ? 429 : failed ? 422 : 200);
}

export const unlockPage: DeskHandler = (c, view) => askPassphrase(c, view);

/** The passphrase was tried on the way here. */
export const unlocked: DeskHandler = (c, view) =>
  view.staff.session.unlocked === null
    ? askPassphrase(c, view)
    : c.redirect(nextAddress(view, view.form.raw(`${unlockPrefix}next`)), 303);

export const lock: DeskHandler = async (c, view) => {
  await view.following.register.sessions.unlock(view.staff.session.token, null);
  return c.redirect(deskHref(view, ''), 303);
};

/** Tries the passphrase that came with a form; undefined where there was none. */
export async function tryToUnlock(view: DeskView): Promise<'done' | 'wrong' | 'limited' | undefined> {
  const passphrase = view.form.raw(field);
  if (passphrase === '') return undefined;
  const { following, staff } = view;
  const result = await identityBy(view, passphrase);
  if (typeof result === 'string') return result;
  await unlock(following, staff, result.identity);
  await audit(following.register, view, 'unlocked');
  return 'done';
}

/** The key behind a passphrase; counted, and a wrong one is written down. */
export async function identityBy(
  view: DeskView,
  passphrase: string,
): Promise<{ identity: string } | 'wrong' | 'limited'> {
  const { register, sealing, now }: Following = view.following;
  const { organisation, person } = view.staff.actor;
  const counted = `unlock ${person}`;
  const { most, seconds } = unlockLimits;
  if (!(await register.limits.take(counted, most, seconds, now().getTime()))) return 'limited';
  const kept = await register.organisations.key(organisation);
  const keys = kept && (await sealing.passphraseKeys(passphrase, bytesOf(kept.salt)));
  const identity = kept && keys && (await sealing.open(kept.sealedKey, keys.identity));
  if (identity === undefined) {
    await audit(register, view, 'unlock-failed');
    return 'wrong';
  }
  await register.limits.clear(counted);
  return { identity };
}

async function audit(register: Register, { staff }: DeskView, action: 'unlocked' | 'unlock-failed') {
  const { organisation, person } = staff.actor;
  await register.audit.write(organisation, { person, action });
}
