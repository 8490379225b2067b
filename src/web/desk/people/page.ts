/** The people of an organisation, for its administrator: who is here, invitations, roles, the end of an access. */
import type { Context } from 'hono';
import { type Role, roles } from '#domain/register/roles.ts';
import { type Html, html } from '#html.ts';
import type { Person } from '#register/register.ts';
import { radios } from '../../parts/fields.ts';
import { notHere } from '../closed.ts';
import { hidden } from '../fields.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';

export const peoplePage: DeskHandler = (c, view) => showPeople(c, view, {});

type Shown = { done?: string; problems?: { field: string; text: string }[] };

export async function showPeople(c: Context, view: DeskView, { done, problems = [] }: Shown) {
  const { t, following, organisation } = view;
  const people = await following.register.people.all(organisation.id);
  const main = html`<ul class="people">${people.map((one) => html`<li>${personCard(view, one)}</li>`)}</ul>
<h2>${t('desk.people.inviteTitle')}</h2>
<p>${t('desk.people.inviteText')}</p>
<form id="step" method="post" action="${deskHref(view, '/people/invite')}" novalidate>
${roleChoice(view, '', problems[0]?.text)}
<div class="buttons"><button>${t('desk.people.invite')}</button></div>
</form>`;
  return showDeskPage(c, view, { title: t('desk.people.title'), path: '/people', main, done, problems });
}

/** Nobody takes the last key out of their own hand: one's own role and access are for another administrator to change. */
function personCard(view: DeskView, person: Person): Html {
  const { t, staff } = view;
  const isSelf = person.id === staff.actor.person;
  const name = html`<bdi>${person.login}</bdi>`;
  return html`<h2 class="person">${name}</h2>
<p>${t(`desk.roles.${person.role}`)}${!person.active && html` · <strong>${t('desk.people.inactive')}</strong>`}${isSelf && html` · ${t('desk.people.you')}`}</p>
${!isSelf && html`<p><a href="${deskHref(view, `/people/${person.id}`)}">${t('desk.people.change')} <span class="unseen">${name}</span></a></p>`}`;
}

/** One person: another role, the end of the access, a new link. */
export const personPage: DeskHandler = async (c, view) => {
  const person = await personIn(c, view);
  return person ? showPerson(c, view, person) : notHere(c, view);
};

export function showPerson(c: Context, view: DeskView, person: Person, shown: Shown = {}) {
  const { t } = view;
  const { done, problems = [] } = shown;
  const at = (what: string) => deskHref(view, `/people/${person.id}/${what}`);
  const main = html`<p><bdi>${person.login}</bdi> · ${t(`desk.roles.${person.role}`)}${!person.active && html` · <strong>${t('desk.people.inactive')}</strong>`}</p>
<h2>${t('desk.people.roleTitle')}</h2>
<form id="step" method="post" action="${at('role')}" novalidate>
${roleChoice(view, person.role, problems[0]?.text)}
<div class="buttons"><button>${t('desk.people.changeRole')}</button></div></form>
<h2>${t('desk.people.resetTitle')}</h2>
<p>${t('desk.people.resetText')}</p>
<form method="post" action="${at('reset')}"><button class="secondary">${t('desk.people.reset')}</button></form>
<h2>${t(person.active ? 'desk.people.endTitle' : 'desk.people.backTitle')}</h2>
<p>${t(person.active ? 'desk.people.endText' : 'desk.people.backText')}</p>
<form method="post" action="${at('active')}">${hidden([['active', person.active ? 'no' : 'yes']])}<button class="secondary">${t(person.active ? 'desk.people.end' : 'desk.people.back')}</button></form>
<p><a href="${deskHref(view, '/people')}">${t('desk.people.all')}</a></p>`;
  return showDeskPage(c, view, {
    title: t('desk.people.one'),
    path: `/people/${person.id}`,
    main,
    done,
    problems,
  });
}

/** Another person of the same organisation, named by the address. */
export async function personIn(c: Context, view: DeskView): Promise<Person | undefined> {
  const person = await view.following.register.people.get(c.req.param('person') ?? '');
  const { organisation, person: self } = view.staff.actor;
  return person?.organisation === organisation && person.id !== self ? person : undefined;
}

export function roleIn({ form }: DeskView): Role | undefined {
  return roles.find((one) => one === form.raw('role'));
}

function roleChoice({ t }: DeskView, value: string, error: string | undefined): Html {
  const options = roles.map((role) => ({
    value: role,
    label: t(`desk.roles.${role}`),
    hint: t(`desk.people.can.${role}`),
  }));
  return radios({ name: 'role', label: t('desk.people.role'), options, value, error });
}
