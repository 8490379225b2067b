/** What an administrator does to the people of an organisation. A link is shown once; the register holds its SHA-256 only. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { originOf } from '../../own-origin.ts';
import { longDate } from '../../parts/provenance.ts';
import { sha256 } from '../../sha256.ts';
import { notHere } from '../closed.ts';
import { showDeskPage } from '../shell.ts';
import { newToken } from '../staff.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { personIn, roleIn, showPeople, showPerson } from './page.ts';

/** Days that a link works. */
export const linkDays = 7;
const day = 24 * 60 * 60 * 1000;

export const invite: DeskHandler = async (c, view) => {
  const { t, following, staff } = view;
  const role = roleIn(view);
  if (!role) return showPeople(c, view, { problems: [{ field: 'role', text: t('desk.people.chooseRole') }] });
  const token = newToken();
  await following.register.people.invite(staff.actor, await sha256(token), role, expiry(view));
  return showLink(c, view, token, t(`desk.roles.${role}`));
};

export const changeRole: DeskHandler = async (c, view) => {
  const { t, following, staff } = view;
  const person = await personIn(c, view);
  if (!person) return notHere(c, view);
  const role = roleIn(view);
  if (!role)
    return showPerson(c, view, person, { problems: [{ field: 'role', text: t('desk.people.chooseRole') }] });
  await following.register.people.change(staff.actor, person.id, { role });
  return showPerson(c, view, { ...person, role }, { done: t('desk.people.done.role') });
};

export const changeActive: DeskHandler = async (c, view) => {
  const { t, form, following, staff } = view;
  const person = await personIn(c, view);
  if (!person) return notHere(c, view);
  const active = form.raw('active') === 'yes';
  await following.register.people.change(staff.actor, person.id, { active });
  const done = t(active ? 'desk.people.done.back' : 'desk.people.done.ended');
  return showPerson(c, view, { ...person, active }, { done });
};

export const resetPerson: DeskHandler = async (c, view) => {
  const { following, staff } = view;
  const person = await personIn(c, view);
  if (!person) return notHere(c, view);
  const token = newToken();
  await following.register.people.reset(staff.actor, person.id, await sha256(token), expiry(view));
  return showLink(c, view, token, person.login);
};

function expiry({ following }: DeskView): number {
  return following.now().getTime() + linkDays * day;
}

/** `whose`: a name, or the role of somebody who has none yet. */
function showLink(c: Context, view: DeskView, token: string, whose: string) {
  const { t, site, language } = view;
  const origin = originOf(c, site);
  const until = longDate(language, new Date(expiry(view)).toISOString().slice(0, 10));
  const main = html`<p><strong>${t('desk.people.linkFor')}: <bdi>${whose}</bdi>.</strong> ${t('desk.people.linkText', { until })}</p>
<div class="field" data-link="here"><label for="link">${t('desk.people.link')}</label>
<textarea id="link" rows="4" readonly dir="ltr" spellcheck="false">
${origin}${deskHref(view, '/join')}#${token}</textarea></div>
<p><button class="secondary" type="button" data-copy="link" hidden>${t('desk.people.copy')}</button> <span data-copied role="status" hidden>${t('desk.people.copied')}</span></p>
<p>${t('desk.people.bare')}</p>
<p><code class="secret">${token}</code></p>
<p>${t('desk.people.linkSafe')}</p>
<p><a href="${deskHref(view, '/people')}">${t('desk.people.all')}</a></p>`;
  return showDeskPage(c, view, { title: t('desk.people.linkTitle'), path: '/people', main });
}
