/** A filing that came on paper: a few fields, and it is a case like any other. */
import { filingChannels } from '#domain/case/case-file.ts';
import { eventLimits } from '#domain/case/event.ts';
import { followUpLimits } from '#domain/follow-up/answers.ts';
import { isForCourt } from '#domain/register/entered-filing.ts';
import {
  type Cells,
  type ImportColumn,
  type ImportNames,
  type ImportProblem,
  readRow,
} from '#domain/register/import-row.ts';
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import { type Html, html } from '#html.ts';
import { dayIn } from '../../case/form.ts';
import { templateText } from '../../content-text.ts';
import { checkboxes, radios, textField } from '../../parts/fields.ts';
import { contentOf } from '../import/read-import.ts';
import { select } from '../register/select.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { justEntered } from './entered.ts';
import { needsKey } from './needs-key.ts';
import { once, onceField } from './once.ts';

/** Here ids are chosen, nobody writes names. */
const noNames: ImportNames = {
  document: new Map(),
  office: new Map(),
  channel: new Map(),
  answer: new Map(),
  episode: new Map(),
};

const fields = [
  'document',
  'office',
  'channel',
  'filed',
  'tracking',
  'registered',
  'number',
  'region',
  'episode',
  'note',
] as const satisfies readonly ImportColumn[];

export const entryPage: DeskHandler = (c, view) => needsKey(c, view) ?? show(c, view, []);

export const addEntry: DeskHandler = async (c, view) => {
  const { organisation, following, staff, site, today } = view;
  const { recipient } = organisation;
  if (recipient === null) return show(c, view, []);
  const read = readRow(site.library, noNames, cellsOf(view), 1, today, organisation.tags);
  if (!read.ok) return show(c, view, read.problems);
  const id = await once(view, JSON.stringify(read.value), async (claimed) => {
    const made = crypto.randomUUID();
    const wrote = { today, by: staff.session.person.login, newId: () => crypto.randomUUID() };
    const content = await contentOf(site.library, read.value, following.sealing, [recipient], wrote);
    return following.register.cases.add(staff.actor, content, today, claimed(made, [made]));
  });
  return c.redirect(deskHref(view, id === 'running' ? '/register' : `/case/${id}${justEntered}`), 303);
};

function cellsOf({ form, site }: DeskView): Cells {
  const court = isForCourt(site.library, form.line('document'));
  return {
    ...Object.fromEntries(fields.map((name) => [name, name === 'note' ? form.lines(name) : form.line(name)])),
    office: form.line(court ? 'court' : 'office'),
    filed: dayIn({ ...form, file: undefined }, 'filed'),
    registered: dayIn({ ...form, file: undefined }, 'registered'),
    tags: form.all('tags').join(','),
  };
}

function show(
  c: Parameters<DeskHandler>[0],
  view: DeskView,
  problems: readonly ImportProblem[],
): Response | Promise<Response> {
  const { t } = view;
  const told = problems.map(({ column, code, params }) => ({
    field: column ?? 'document',
    text: column
      ? `${t(`desk.import.column.${column}`)}: ${inSentence(t(`desk.import.code.${code}`, params))}`
      : t(`desk.import.code.${code}`, params),
  }));
  const main = html`<p>${t('desk.entry.lead')}</p>
<form id="step" method="post" action="${deskHref(view, '/entry')}" enctype="multipart/form-data" autocomplete="off" novalidate>
${onceField(view)}
${body(view, (name) => told.find(({ field }) => field === name)?.text)}
<div class="buttons"><button>${t('desk.entry.add')}</button></div></form>`;
  return showDeskPage(c, view, {
    title: t('desk.entry.title'),
    main,
    problems: told,
    styles: ['desk-work.css'],
  });
}

/** Behind a colon. */
function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function body(
  { t, form, site, language, organisation }: DeskView,
  error: (name: string) => string | undefined,
): Html {
  const { library } = site;
  const choose = t('desk.entry.choose');
  const text = (name: 'tracking' | 'number' | 'region', max: number, hint?: string) =>
    textField(t, {
      name,
      label: t(`desk.import.column.${name}`),
      hint,
      value: form.line(name),
      error: error(name),
      max,
      optional: true,
    });
  const day = (name: 'filed' | 'registered', hint: string) =>
    textField(t, {
      name,
      label: t(`desk.import.column.${name}`),
      hint,
      type: 'date',
      value: dayIn({ ...form, file: undefined }, name),
      error: error(name),
      narrow: true,
      optional: name !== 'filed',
    });
  return html`${select({ name: 'document', label: t('desk.import.column.document'), empty: choose, value: form.line('document'), error: error('document'), options: [...library.templates.values()].map((one) => ({ value: one.id, label: templateText(one, language).title })) })}
${select({ name: 'office', label: t('desk.import.column.office'), hint: t('desk.entry.officeHint'), empty: choose, value: form.line('office'), error: error('office'), options: [...library.authorities.values()].map(({ id, name }) => ({ value: id, label: name[language] })) })}
${textField(t, { name: 'court', label: t('desk.entry.court'), hint: t('desk.entry.courtHint'), value: form.line('court'), max: followUpLimits.court, lang: 'ru', optional: true })}
${radios({ name: 'channel', label: t('desk.import.column.channel'), value: form.line('channel') || 'post', error: error('channel'), options: filingChannels.map((value) => ({ value, label: t(`case.channel.${value}`) })) })}
${day('filed', t('common.field.date'))}
${text('tracking', followUpLimits.tracking)}
${day('registered', t('desk.entry.registeredHint'))}
${text('number', eventLimits.number, t('desk.entry.numberHint'))}
${text('region', sealedLimits.region, t('desk.entry.regionHint'))}
${select({ name: 'episode', label: t('desk.import.column.episode'), hint: t('desk.entry.episodeHint'), empty: t('desk.entry.later'), value: form.line('episode'), error: error('episode'), options: [...library.episodes.values()].map(({ id, title }) => ({ value: id, label: title[language] })) })}
${textField(t, { name: 'note', label: t('desk.import.column.note'), hint: t('desk.case.note.hint'), value: form.lines('note'), error: error('note'), max: sealedLimits.note, rows: 3, optional: true })}
${organisation.tags.length > 0 && checkboxes({ name: 'tags', label: t('desk.tags.label'), hint: t('desk.tags.hint'), error: error('tags'), values: form.all('tags'), options: organisation.tags.map((tag) => ({ value: tag, label: tag })) })}`;
}
