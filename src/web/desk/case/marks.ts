/** Small changes of a case: a note, a region, who works on it, tags, and its end. */
import type { Context } from 'hono';
import { note, type SealedFacts, sealedLimits } from '#domain/register/sealed-facts.ts';
import { html } from '#html.ts';
import { isBanned } from '../../case/banned-in-case.ts';
import { notHere } from '../closed.ts';
import { askPassphrase } from '../key/unlock.ts';
import { type FieldProblem, showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { type OpenedCase, openingOf } from './opening.ts';
import { showOpened } from './page.ts';
import { storeAndShow } from './storing.ts';

export const addNote: DeskHandler = (c, view) =>
  changing(c, view, (opened) => {
    const { t, form, staff, site, today } = view;
    const text = form.lines('note');
    const read = note.safeParse({ day: today, by: staff.session.person.login, text });
    const tooLong = text.length > sealedLimits.note;
    const wrong = (told: string) => ({ field: 'note', text: told });
    if (!read.success)
      return wrong(t(tooLong ? 'desk.case.note.long' : 'desk.case.note.empty', { max: sealedLimits.note }));
    if (isBanned(site.library, text)) return wrong(t('desk.import.code.banned-name'));
    if (opened.facts.notes.length >= sealedLimits.notes)
      return wrong(t('desk.case.note.many', { max: sealedLimits.notes }));
    return {
      facts: { ...opened.facts, notes: [...opened.facts.notes, read.data] },
      lines: [text],
      where: '#notes',
    };
  });

export const changePerson: DeskHandler = (c, view) =>
  changing(c, view, (opened) => {
    const { t, form, site } = view;
    const region = form.line('region');
    const contact = form.line('contact');
    for (const [field, typed] of [
      ['region', region],
      ['contact', contact],
    ] as const) {
      const { [field]: max } = sealedLimits;
      if (typed.length > max)
        return {
          field,
          text: t('desk.case.person.long', { region: sealedLimits.region, contact: sealedLimits.contact }),
        };
      if (isBanned(site.library, typed)) return { field, text: t('desk.import.code.banned-name') };
    }
    const { region: _, contact: __, ...rest } = opened.facts;
    const facts = { ...rest, ...(region && { region }), ...(contact && { contact }) };
    return { facts, lines: [region, contact].filter((one) => one !== ''), where: '#notes' };
  });

type Change = { facts: SealedFacts; lines: readonly string[]; where: string };

/** Opens the case, and stores what `change` makes of it, unless there is something to mend. */
async function changing(
  c: Context,
  view: DeskView,
  change: (opened: OpenedCase) => Change | FieldProblem,
): Promise<Response> {
  const opening = await openingOf(c, view);
  if (opening.state === 'locked') return askPassphrase(c, view);
  if (opening.state !== 'opened') return notHere(c, view);
  const made = change(opening.opened);
  if ('field' in made) return showOpened(c, view, opening.opened, made);
  return storeAndShow(c, view, opening.opened, made.facts, { lines: made.lines, again: true }, made.where);
}

/** Needs no key: who works on a case lies in clear. */
export const assignCase: DeskHandler = async (c, view) => {
  const { following, staff, form } = view;
  const id = c.req.param('case') ?? '';
  const result = await following.register.cases.assign(staff.actor, id, form.line('person') || null);
  return result === 'done' ? c.redirect(deskHref(view, `/case/${id}#work`), 303) : notHere(c, view);
};

export const tagCase: DeskHandler = async (c, view) => {
  const { following, staff, form, organisation } = view;
  const id = c.req.param('case') ?? '';
  const before = (await following.register.cases.get(staff.actor, id))?.tags ?? [];
  const known = [...organisation.tags, ...before];
  const tags = form.all('tag').filter((one) => known.includes(one));
  const result = await following.register.cases.tag(staff.actor, id, tags);
  return result === 'done' ? c.redirect(deskHref(view, `/case/${id}#work`), 303) : notHere(c, view);
};

export const askDelete: DeskHandler = async (c, view) => {
  const { t, following, staff } = view;
  const record = await following.register.cases.get(staff.actor, c.req.param('case') ?? '');
  if (!record) return notHere(c, view);
  const here = deskHref(view, `/case/${record.id}`);
  const main = html`<p>${t('desk.case.delete.text')}</p>
${record.filerRecipient !== null && html`<p>${t('desk.case.delete.filer')}</p>`}
<form method="post" action="${here}/delete"><div class="buttons"><button class="danger">${t('desk.case.delete.button')}</button> <a href="${here}">${t('desk.case.back')}</a></div></form>`;
  return showDeskPage(c, view, { title: t('desk.case.delete.title'), main, styles: ['desk-work.css'] });
};

export const deleteCase: DeskHandler = async (c, view) => {
  const { t, following, staff } = view;
  const gone = await following.register.cases.delete(staff.actor, c.req.param('case') ?? '');
  if (!gone) return notHere(c, view);
  const main = html`<p><a href="${deskHref(view, '/register')}">${t('desk.register.title')}</a></p>`;
  return showDeskPage(c, view, {
    title: t('desk.case.delete.title'),
    main,
    done: t('desk.case.delete.done'),
    path: '/register',
  });
};
