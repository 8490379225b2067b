/** The frame of every page of the desk: where one can go by one's role, who is signed in, whether the key is open. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { shownName } from '#domain/register/member-organisation.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { fieldId } from '../parts/fields.ts';
import { layout } from '../parts/layout.ts';
import type { Reader } from '../parts/reader.ts';
import { placesFor } from './places.ts';
import { staffMay } from './staff.ts';
import { type DeskView, deskHref } from './view.ts';

/** What has to be mended: the field by its name, and the sentence beside it. */
export type FieldProblem = { field: string; text: string };

export type DeskPage = {
  /** Heading of the page and name of the tab: words that tell a bystander nothing, so no name and no number of a case. */
  title: string;
  main: Html;
  /** Path below `/desk` that the other language is shown at; that of the address where it is not given. */
  path?: string;
  problems?: readonly FieldProblem[];
  /** What was done, said on top. */
  done?: string | undefined;
  /** A script of its own. */
  script?: string;
  /** Stylesheets beside those of the desk. */
  styles?: readonly string[];
  /** True where `main` has the heading, and says itself what has to be mended. */
  headed?: boolean;
  /** True where there is something to mend that `main` says itself. */
  wrong?: boolean;
};

/** 422 where there is something to mend, else 200, unless told otherwise. */
export function showDeskPage(
  c: Context,
  view: DeskView,
  page: DeskPage,
  status: ContentfulStatusCode = page.problems?.length ? 422 : 200,
): Response | Promise<Response> {
  return c.html(String(deskPage(view, { path: pathOf(c), ...page })), status);
}

export function deskPage(view: DeskView, page: DeskPage): Html {
  const main = html`${noKeyYet(view, page.path ?? '')}${page.main}`;
  return frame(view, { ...page, main }, whoIsHere(view, page.path ?? ''));
}

/** Until the organisation has a key, whoever can make it is asked to, on every page but that of the key. */
function noKeyYet(view: DeskView, path: string): Html | false {
  const { t, staff, organisation } = view;
  if (organisation.recipient !== null || !staffMay(staff, 'manage-key') || isAt(path, '/key')) return false;
  return html`<div class="caution"><p>${t('desk.frame.noKey')} <a href="${deskHref(view, '/key')}">${t('desk.frame.makeKey')}</a></p></div>`;
}

/** Signed in or not: the same frame. */
export function frame(reader: Reader, page: DeskPage, bar?: Html): Html {
  const { site, language, t } = reader;
  const { title, main, path = '', problems = [], done, script, styles = [], headed = false } = page;
  return layout({
    site: { ...site, languages: site.languages.filter((one) => one === 'ru' || one === 'en') },
    language,
    t,
    title,
    path: `/desk${path}`,
    style: 'desk.css',
    notAuthority: t('desk.frame.notAuthority'),
    wrong: page.wrong ?? problems.length > 0,
    head: html`${styles.map((one) => html`<link rel="stylesheet" href="${site.assets.href(one)}">`)}`,
    ...(script ? { script } : {}),
    ...(bar ? { bar } : {}),
    main: html`${!headed && html`<h1>${title}</h1>`}
${done && html`<p class="done" role="status" tabindex="-1" data-focus>${done}</p>`}
${problemList(t, problems)}
${main}`,
  });
}

/** Path of the address below `/desk`. */
export function pathOf(c: Context): string {
  return c.req.path.replace(/^\/[a-z]{2}\/desk/, '').replace(/\/$/, '');
}

export function problemOf(problems: readonly FieldProblem[], field: string): string | undefined {
  return problems.find((one) => one.field === field)?.text;
}

function problemList(t: Translate, problems: readonly FieldProblem[]): Html | false {
  if (problems.length === 0) return false;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<ul>${problems.map(({ field, text }) => html`<li><a href="#${fieldId(field)}">${text}</a></li>`)}</ul>
</div>`;
}

function whoIsHere(view: DeskView, path: string): Html {
  const { t, language, staff, organisation } = view;
  const { login, role } = staff.session.person;
  const places = placesFor(view);
  return html`<div class="desk-bar">
<nav aria-label="${t('desk.frame.nav')}"><ul>${places.map(
    (place) =>
      html`<li><a href="${deskHref(view, place.path)}" ${isAt(path, place.path) && html`aria-current="page"`}>${place.name}</a></li>`,
  )}</ul></nav>
<section class="desk-who" aria-label="${t('desk.frame.who')}">
<p><strong>${shownName(organisation, language) ?? t('desk.frame.unnamed')}</strong> · <a href="${deskHref(view, '/account')}"><bdi>${login}</bdi></a>, ${t(`desk.roles.${role}`)}</p>
${staffMay(staff, 'read-sealed') && organisation.recipient !== null && keyState(view)}
<form method="post" action="${deskHref(view, '/sign-out')}"><button class="link">${t('desk.frame.signOut')}</button></form>
</section>
</div>`;
}

function keyState(view: DeskView): Html {
  const { t, staff } = view;
  return staff.session.unlocked === null
    ? html`<p>${t('desk.frame.locked')} <a href="${deskHref(view, '/unlock')}">${t('desk.frame.unlock')}</a></p>`
    : html`<form method="post" action="${deskHref(view, '/lock')}">${t('desk.frame.unlocked')} <button class="link">${t('desk.frame.lock')}</button></form>`;
}

function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
