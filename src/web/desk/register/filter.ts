/** What the register is asked for, in the address of its page: ids and words of the organisation, nothing of a person. */
import { type FilingSort, filingSorts, filingStates } from '#domain/register/listing.ts';
import { standings } from '#domain/register/standing.ts';
import { type Html, html } from '#html.ts';
import type { FilingQuery, Person } from '#register/register.ts';
import { templateText } from '../../content-text.ts';
import { type DeskView, deskHref } from '../view.ts';
import { select } from './select.ts';

export const filters = ['state', 'standing', 'authority', 'template', 'assignee', 'tag', 'sort'] as const;
export type Filter = Readonly<Record<(typeof filters)[number], string>>;

/** The newest first is what nobody has to ask for. */
const sorts = filingSorts.filter((one) => one !== 'filed');

/** `given` reads an address or a form. */
export function filterIn(given: (name: string) => string | undefined): Filter {
  return Object.fromEntries(filters.map((name) => [name, given(name) ?? ''])) as Filter; // every name is given
}

/** What is set of it. */
export function givenIn(filter: Filter): [string, string][] {
  return filters.flatMap((one): [string, string][] => (filter[one] === '' ? [] : [[one, filter[one]]]));
}

/** Address of the register with this filter, or of a later page of it. */
export function registerAddress(view: Pick<DeskView, 'language'>, filter: Filter, after?: string): string {
  const query = new URLSearchParams([...givenIn(filter), ...(after ? [['after', after]] : [])]).toString();
  return deskHref(view, `/register${query && `?${query}`}`);
}

/** An address may hold anything; what is not known asks for nothing. */
export function queryOf(
  view: DeskView,
  filter: Filter,
  after: string | undefined,
  limit: number,
): FilingQuery & { sort: FilingSort } {
  const { library } = view.site;
  const given = (value: string) => (value === '' ? undefined : value);
  return {
    state: filingStates.find((one) => one === filter.state),
    standing: standings.find((one) => one === filter.standing),
    authority:
      filter.authority === 'court' || library.authorities.has(filter.authority)
        ? filter.authority
        : undefined,
    template: library.templates.has(filter.template) ? filter.template : undefined,
    assignee: given(filter.assignee),
    tag: view.organisation.tags.find((one) => one === filter.tag),
    sort: sorts.find((one) => one === filter.sort) ?? 'filed',
    after,
    limit,
  };
}

export function filterForm(view: DeskView, filter: Filter, people: readonly Person[]): Html {
  const { t } = view;
  const isUsed = givenIn(filter).length > 0;
  return html`<details class="filter" ${isUsed ? html`open` : false}><summary>${t('desk.register.filter.title')}</summary>
<form method="get" action="${deskHref(view, '/register')}" class="filter-fields">
${filterFields(view, filter, people)}
${select({ name: 'sort', label: t('desk.register.filter.sort'), empty: t('desk.register.sorts.filed'), value: filter.sort, options: sorts.map((value) => ({ value, label: t(`desk.register.sorts.${value}`) })) })}
<div class="buttons"><button>${t('desk.register.filter.show')}</button> ${isUsed && html`<a href="${deskHref(view, '/register')}">${t('desk.register.filter.clear')}</a>`}</div>
</form></details>`;
}

/** All but the order. */
export function filterFields(view: DeskView, filter: Filter, people: readonly Person[]): Html {
  const { t, site, language, organisation } = view;
  const empty = t('desk.register.any');
  const offices = [...site.library.authorities.values()].map(({ id, name }) => ({
    value: id,
    label: name[language],
  }));
  const documents = [...site.library.templates.values()].map((one) => ({
    value: one.id,
    label: templateText(one, language).title,
  }));
  const field = (name: (typeof filters)[number], options: readonly { value: string; label: string }[]) =>
    select({ name, label: t(`desk.register.filter.${name}`), empty, value: filter[name], options });
  return html`${field(
    'state',
    filingStates.map((value) => ({ value, label: t(`desk.register.states.${value}`) })),
  )}
${field(
  'standing',
  standings.map((value) => ({ value, label: t(`desk.register.standings.${value}`) })),
)}
${field('authority', [...offices, { value: 'court', label: t('desk.register.court') }])}
${field('template', documents)}
${field('assignee', [{ value: 'nobody', label: t('desk.register.nobody') }, ...people.map(({ id, login }) => ({ value: id, label: login }))])}
${
  organisation.tags.length > 0 &&
  field(
    'tag',
    organisation.tags.map((tag) => ({ value: tag, label: tag })),
  )
}`;
}
