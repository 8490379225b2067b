/** The audit log: who did what, newest first, and the end of the chain by which anybody can check that nothing was taken out. */
import type { Context } from 'hono';
import { type Html, html } from '#html.ts';
import type { AuditEntry, Person } from '#register/register.ts';
import { caseNumber } from '../register/filing-words.ts';
import { showDeskPage } from '../shell.ts';
import { staffMay } from '../staff.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { momentText } from './moment.ts';

const perPage = 50;

export const auditPage: DeskHandler = (c, view) => showAudit(c, view);

/** Walks the whole chain, which takes a while where it is long. */
export const verifyAudit: DeskHandler = async (c, view) => {
  const { t, following, organisation } = view;
  const result = await following.register.audit.verify(organisation.id);
  const told = result.ok
    ? t('desk.audit.fits', { count: result.entries })
    : t('desk.audit.broken', { seq: result.seq });
  return showAudit(c, view, { told, isBroken: !result.ok });
};

async function showAudit(c: Context, view: DeskView, checked?: { told: string; isBroken: boolean }) {
  const { t, following, staff, organisation } = view;
  const typed = c.req.query('before') ?? '';
  const before = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : undefined;
  const found = await following.register.audit.list(staff.actor, before, perPage + 1);
  const entries = found.slice(0, perPage);
  const last = entries.at(-1);
  const [head] =
    before === undefined ? entries : await following.register.audit.list(staff.actor, undefined, 1);
  const people = new Map((await following.register.people.all(organisation.id)).map((one) => [one.id, one]));
  const main = html`<p>${t('desk.audit.about')}</p>
${checked?.isBroken && html`<div class="error-summary" role="alert" tabindex="-1" data-focus><p>${checked.told}</p></div>`}
${
  entries.length === 0
    ? html`<p>${t('desk.audit.empty')}</p>`
    : html`<div class="table log" role="region" aria-labelledby="log" tabindex="0"><table>
<caption class="unseen" id="log">${t('desk.audit.title')}</caption>
<thead><tr>${(['at', 'who', 'what'] as const).map((one) => html`<th scope="col">${t(`desk.audit.${one}`)}</th>`)}</tr></thead>
<tbody>${entries.map((entry) => row(view, people, entry))}</tbody></table></div>`
}
${found.length > perPage && last && html`<p><a class="button secondary" href="${deskHref(view, `/audit?before=${last.seq}`)}">${t('desk.audit.older')}</a></p>`}
${before !== undefined && html`<p><a href="${deskHref(view, '/audit')}">${t('desk.audit.newest')}</a></p>`}
${head && chain(view, head)}`;
  const done = checked && !checked.isBroken ? checked.told : undefined;
  return showDeskPage(c, view, { title: t('desk.audit.title'), path: '/audit', main, done });
}

function chain(view: DeskView, { seq, hash }: AuditEntry): Html {
  const { t } = view;
  return html`<h2>${t('desk.audit.chainTitle')}</h2>
<p>${t('desk.audit.chainText')}</p>
<dl class="facts"><div><dt>${t('desk.audit.entries')}</dt><dd>${seq}</dd></div>
<div><dt>${t('desk.audit.head')}</dt><dd><code class="hash">${hash}</code></dd></div></dl>
<p>${t('desk.audit.command')}</p>
<pre tabindex="0"><code>npm run admin -- verify</code></pre>
<form method="post" action="${deskHref(view, '/audit/verify')}"><button class="secondary">${t('desk.audit.verify')}</button></form>`;
}

function row(view: DeskView, people: ReadonlyMap<string, Person>, entry: AuditEntry): Html {
  const { t, language } = view;
  const { at, person, action } = entry;
  const login = person === null ? undefined : people.get(person)?.login;
  const who =
    person === null ? t(action.startsWith('case-') ? 'desk.audit.byFiler' : 'desk.audit.byService') : login;
  return html`<tr><td>${momentText(language, t, at)}</td>
<td><bdi>${who ?? t('desk.audit.gone')}</bdi></td>
<td>${t(`desk.audit.did.${action}`)} ${action === 'sealed-searched' ? entry.subject : subjectOf(view, people, entry)}</td></tr>`;
}

/** Another person by name; a case by a link for those who may open it, to the others by the start of its id. */
function subjectOf(
  view: DeskView,
  people: ReadonlyMap<string, Person>,
  { subject, person, action }: AuditEntry,
): Html | false {
  if (subject === null || subject === person || subject === view.organisation.id) return false;
  const other = people.get(subject);
  if (other) return html`<bdi>${other.login}</bdi>`;
  const isCase = action.startsWith('case-') || action === 'sealed-viewed' || action === 'exported';
  const short = html`<code>${caseNumber(subject)}</code>`;
  return isCase && action !== 'case-deleted' && staffMay(view.staff, 'read-register')
    ? html`<a href="${deskHref(view, `/case/${subject}`)}">${short}</a>`
    : short;
}
