/** What the first document is about, where nobody has said so yet: asked before the first document that needs it. */
import type { Context } from 'hono';
import type { CaseFile, Filing } from '#domain/case/case-file.ts';
import { changed, rootOf } from '#domain/case/edit.ts';
import { episodesFor, type Library } from '#domain/library.ts';
import { html } from '#html.ts';
import { radios } from '../../parts/fields.ts';
import { notHere } from '../closed.ts';
import { askPassphrase } from '../key/unlock.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { eventText } from './event-text.ts';
import { type OpenedCase, openingOf } from './opening.ts';
import { storeAndShow, versionIn } from './storing.ts';

/** The first document behind `filing` where its episode is not known. */
export function withoutEpisode(library: Library, kept: CaseFile, filing: Filing): Filing | undefined {
  const root = rootOf(kept, filing);
  const { episode } = root.answers;
  return typeof episode === 'string' && library.episodes.has(episode) ? undefined : root;
}

/** The case as if each document were about something: which documents may follow does not depend on what. */
export function forTrial(library: Library, kept: CaseFile): CaseFile {
  const open = [...library.episodes.values()].find((one) => one.open)?.id;
  if (open === undefined) return kept;
  return {
    ...kept,
    filings: kept.filings.map((one) =>
      one.follows === undefined && withoutEpisode(library, kept, one)
        ? { ...one, answers: { ...one.answers, episode: open } }
        : one,
    ),
  };
}

/** `next` is the register's id of a document and the template of the one that is to follow it. */
export function askEpisode(
  c: Context,
  view: DeskView,
  { record, facts }: OpenedCase,
  root: Filing,
  next: { filing: string; template: string },
  wrong = false,
): Response | Promise<Response> {
  const { t, site, language } = view;
  const template = site.library.templates.get(root.template);
  const error = wrong ? t('desk.case.episode.choose') : undefined;
  const options = template ? episodesFor(site.library, template) : [...site.library.episodes.values()];
  const main = html`<p>${eventText.title(view, root)}</p>
<form id="step" method="post" action="${deskHref(view, `/case/${record.id}/episode`)}" autocomplete="off" novalidate>
<input type="hidden" name="version" value="${versionIn(view) || record.version}">
<input type="hidden" name="filing" value="${next.filing}"><input type="hidden" name="template" value="${next.template}">
<input type="hidden" name="about" value="${facts.case.filings.indexOf(root)}">
${radios({
  name: 'episode',
  label: t('desk.case.episode.label'),
  hint: t('desk.case.episode.hint'),
  error,
  value: '',
  options: options.map(({ id, title, summary }) => ({
    value: id,
    label: title[language],
    hint: summary[language],
  })),
})}
<div class="buttons"><button>${t('common.continue')}</button></div></form>`;
  const problems = error ? [{ field: 'episode', text: error }] : [];
  return showDeskPage(c, view, {
    title: t('desk.case.title'),
    main,
    problems,
    path: `/case/${record.id}`,
    styles: ['desk-work.css'],
  });
}

/** Stores the answer and goes on to the document that needed it. */
export const episodePage: DeskHandler = async (c, view) => {
  const opening = await openingOf(c, view);
  if (opening.state === 'locked') return askPassphrase(c, view);
  if (opening.state !== 'opened') return notHere(c, view);
  const { opened } = opening;
  const { form, site } = view;
  const root = opened.facts.case.filings[Number(form.line('about'))];
  const next = { filing: form.line('filing'), template: form.line('template') };
  if (!root || !site.library.templates.has(next.template)) return notHere(c, view);
  const episode = form.line('episode');
  const known = site.library.episodes.get(episode);
  if (!known) return askEpisode(c, view, opened, root, next, true);
  const kept = changed(opened.facts.case, root.id, (one) => ({
    ...one,
    answers: { ...one.answers, episode },
  }));
  const mine = { lines: [known.title[view.language]], again: true };
  const query = new URLSearchParams(next).toString();
  return storeAndShow(c, view, opened, { ...opened.facts, case: kept }, mine, `/document?${query}`);
};
