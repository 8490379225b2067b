/**
 * A letter came with a number: which case is it? The words travel in a form, never in an address, and are looked for in
 * what is sealed, while the key is open.
 */
import type { Context } from 'hono';
import { leastWanted, type Place, places, wantedIn } from '#domain/register/sealed-search.ts';
import { type Html, html } from '#html.ts';
import type { RegisteredCase } from '#register/register.ts';
import { isBanned } from '../../case/banned-in-case.ts';
import { textField } from '../../parts/fields.ts';
import { weekText } from '../../parts/week.ts';
import { hidden } from '../fields.ts';
import { askPassphrase } from '../key/unlock.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { documentName, officeOf, standingText } from './filing-words.ts';
import { type Filter, filterFields, filterIn, givenIn, registerAddress } from './filter.ts';
import { numberOf } from './find-case.ts';
import { type Hit, type Searched, searchSealed } from './search-sealed.ts';

const longestWords = 200;
/** Cases found before, which go along while the search goes on. */
const mostCarried = 200;

/** Beside the register: looks within the filter that is set there. */
export function searchForm(view: DeskView, filter: Filter): Html {
  const { t, staff } = view;
  const isLocked = staff.session.unlocked === null;
  return html`<details class="filter"><summary>${t('desk.register.search.title')}</summary>
<form method="post" action="${deskHref(view, '/register/search')}" autocomplete="off" novalidate>
${hidden(givenIn(filter))}
${wordsField(view, '')}
${givenIn(filter).length > 0 && html`<p class="hint">${t('desk.register.search.filtered')}</p>`}
${isLocked && html`<p class="hint">${t('desk.register.search.locked')}</p>`}
<div class="buttons"><button class="secondary">${t('desk.register.search.button')}</button></div>
</form></details>`;
}

export const backToRegister: DeskHandler = (c, view) => c.redirect(deskHref(view, '/register'), 303);

export const searchPage: DeskHandler = async (c, view) => {
  const { form, site, t } = view;
  const typed = form.line('words');
  const filter = filterIn((name) => form.line(name));
  const wanted = typed.length > longestWords ? undefined : wantedIn(typed);
  if (!wanted) {
    const limits = { least: leastWanted, max: longestWords };
    return show(c, view, filter, { typed, wrong: t('desk.register.search.wrong', limits) });
  }
  if (isBanned(site.library, typed))
    return show(c, view, filter, { typed: '', wrong: t('desk.import.code.banned-name') });
  const identity = await view.identity();
  if (identity === undefined) return askPassphrase(c, view);
  const isFurther = form.line('move') === 'further';
  const after = (isFurther && form.line('after')) || undefined;
  const found = await searchSealed(view, identity, wanted, filter, after);
  const before = isFurther ? carriedHits(view) : [];
  const known = new Set(before.map(({ id }) => id));
  const hits = [...before, ...found.hits.filter(({ id }) => !known.has(id))];
  const counted = (name: 'looked' | 'unreadable') =>
    found[name] + (isFurther ? Number(/^\d{1,9}$/.exec(form.line(name))?.[0] ?? 0) : 0);
  const [looked, unreadable] = [counted('looked'), counted('unreadable')];
  return show(c, view, filter, { typed, found: { ...found, hits, looked, unreadable } });
};

type Shown = { typed: string; wrong?: string; found?: Searched };

async function show(c: Context, view: DeskView, filter: Filter, { typed, wrong, found }: Shown) {
  const { t, following, staff } = view;
  const people = await following.register.people.all(staff.actor.organisation);
  const main = html`<p><a href="${registerAddress(view, filter)}">${t('desk.register.search.back')}</a></p>
${found && (await foundCases(view, found))}
${found?.next && further(view, filter, typed, found)}
<form id="step" method="post" action="${deskHref(view, '/register/search')}" autocomplete="off" novalidate>
${wordsField(view, typed, wrong)}
<p>${t('desk.register.search.within')}</p>
<div class="filter-fields">${filterFields(view, filter, people)}</div>
<div class="buttons"><button class="${found?.next ? 'secondary' : ''}">${t('desk.register.search.button')}</button></div></form>`;
  const problems = wrong ? [{ field: 'words', text: wrong }] : [];
  const title = t('desk.register.search.title');
  return showDeskPage(c, view, { title, main, problems, path: '/register', styles: ['desk-work.css'] });
}

function wordsField({ t }: DeskView, value: string, error?: string): Html {
  const [label, hint] = [t('desk.register.search.label'), t('desk.register.search.hint')];
  return textField(t, { name: 'words', label, hint, value, error });
}

async function foundCases(view: DeskView, { hits, looked, unreadable, next }: Searched): Promise<Html> {
  const { t, following, staff } = view;
  const { cases } = following.register;
  const lines: Html[] = [];
  for (const hit of hits) {
    const record = await cases.get(staff.actor, hit.id);
    if (record) lines.push(line(view, hit, record));
  }
  return html`<div role="status" id="found" tabindex="-1" data-focus>
<h2>${t('desk.register.search.found', { count: lines.length })}</h2>
<p>${t('desk.register.search.looked', { count: looked })} ${t(next ? 'desk.register.search.more' : 'desk.register.search.all')}</p>
${unreadable > 0 && html`<p>${t('desk.register.search.unreadable', { count: unreadable })}</p>`}</div>
${lines.length > 0 && html`<ul class="work-lines">${lines}</ul>`}`;
}

function line(view: DeskView, { places: where }: Hit, { id, filings, tags }: RegisteredCase): Html {
  const { t, language } = view;
  return html`<li class="work-line">${filings.map(
    (one, at) => html`
${at === 0 ? html`<h3><a href="${deskHref(view, `/case/${id}`)}">${documentName(view, one)}</a></h3>` : html`<p>${documentName(view, one)}</p>`}
<p class="hint">${officeOf(view, one)}. ${t('desk.today.filedIn', { week: weekText(language, one.filedWeek) })} ${standingText(view, one)}.</p>`,
  )}
<p>${t('desk.register.search.in')}: ${where.map((one) => t(`desk.register.search.place.${one}`)).join(', ')}. ${numberOf(view, id)} ${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p></li>`;
}

/** What was found goes along as ids of cases; the words stand in the form, as they were typed. */
function further(view: DeskView, filter: Filter, typed: string, found: Searched): Html {
  const { next, hits, looked, unreadable } = found;
  const carried = hits
    .slice(0, mostCarried)
    .map((one): [string, string] => ['hit', [one.id, ...one.places].join(' ')]);
  return html`<form method="post" action="${deskHref(view, '/register/search')}" autocomplete="off">
${hidden([['words', typed], ...givenIn(filter), ['after', next ?? ''], ['looked', String(looked)], ['unreadable', String(unreadable)], ...carried])}
<div class="buttons"><button name="move" value="further">${view.t('desk.register.search.further')}</button></div></form>`;
}

/** An id that was made up is no case of this organisation, and is not shown. */
function carriedHits({ form }: DeskView): Hit[] {
  return form
    .all('hit')
    .slice(0, mostCarried)
    .map((one) => {
      const [id = '', ...named] = one.split(' ');
      return { id, places: places.filter((place: Place) => named.includes(place)) };
    });
}
