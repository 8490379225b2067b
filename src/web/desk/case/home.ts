/** The pages of a case, given a home at the desk: the same questions and documents, with the register behind them. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import type { CaseView } from '../../case/view.ts';
import { deskPage } from '../shell.ts';
import { type DeskView, deskHref } from '../view.ts';
import { eventText } from './event-text.ts';
import type { OpenedCase } from './opening.ts';
import { storeAndShow } from './storing.ts';

/** `form` is what was posted, unless another is given. */
export function caseView(
  view: DeskView,
  opened: OpenedCase,
  form: CaseView['form'] = { ...view.form, file: undefined },
): CaseView {
  const { site, language, t, today } = view;
  const { record, facts, altered } = opened;
  return {
    site,
    language,
    t,
    today,
    form,
    problems: [],
    unsaved: false,
    kept: facts.case,
    altered,
    home: {
      path: deskHref(view, `/case/${record.id}`),
      carried: html`<input type="hidden" name="version" value="${form.line('version') || record.version}">`,
      frame: ({ main, wrong }) =>
        deskPage(view, {
          title: t('desk.case.title'), // of the tab: that of the document tells what it is about
          main,
          headed: true,
          wrong,
          path: `/case/${record.id}`,
          styles: ['case.css', 'desk-work.css'],
        }),
      overview: (c, changed) => afterwards(c, view, opened, changed),
    },
  };
}

/** The case as a page left it: stored where it changed. */
async function afterwards(
  c: Context,
  view: DeskView,
  opened: OpenedCase,
  changed: CaseView,
): Promise<Response> {
  const { record, facts } = opened;
  const path = deskHref(view, `/case/${record.id}`);
  if (!changed.unsaved) return c.redirect(path, 303);
  const [move] = changed.form.line('move').split(':');
  const byPlace = move === 'remove' || move === 'drop' || changed.form.line('at') !== '';
  const mine = { lines: whatIsMine(view, opened, changed), again: !byPlace };
  const found = changed.finding ? `?found=${changed.finding}` : '';
  return storeAndShow(c, view, opened, { ...facts, case: changed.kept }, mine, found);
}

/** Events and documents that the page added. */
function whatIsMine(view: DeskView, { facts }: OpenedCase, { kept }: CaseView) {
  return kept.filings.flatMap((one) => {
    const before = facts.case.filings.find(({ id }) => id === one.id);
    const known = new Set(before?.events.map((event) => JSON.stringify(event)));
    const events = one.events.filter((event) => !known.has(JSON.stringify(event)));
    const lines = events.map((event) => eventText.line(view, event));
    return before ? lines : [eventText.title(view, one), ...lines];
  });
}
