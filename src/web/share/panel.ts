/** Above a shared case: with whom and until when, what has not been sent yet, and the ways to send, add, take back and delete. */
import { type Html, html } from '#html.ts';
import { keepMoves } from '../case/overview/page.ts';
import type { CaseView } from '../case/view.ts';
import { longDate, monthAndYear } from '../parts/provenance.ts';
import type { Shared } from './home.ts';

const notices = ['sent', 'conflict', 'refused', 'withdrawn', 'scan', 'unsent', 'limited', 'failed'] as const;
export type Notice = (typeof notices)[number];

export function panel(view: CaseView, shared: Shared, notice: Notice | undefined): Html {
  const { t, language, unsaved } = view;
  const { withdrawn, scans, notes } = shared;
  const name = organisationName(view, shared);
  const until = monthAndYear(language, shared.until);
  const move = (to: string, label: string, isMain = false) =>
    html`<button ${!isMain && html`class="secondary"`} name="move" value="open" formaction="/${language}/share/${to}" formnovalidate>${label}</button>`;
  return html`${
    notice &&
    html`<div class="finding" role="status" id="notice" tabindex="-1" data-focus><h2>${t(`share.notice.${notice}.title`)}</h2>
<p>${t(`share.notice.${notice}.text`)}</p></div>`
  }
<section class="keep" id="shared">
<h2>${t(withdrawn ? 'share.panel.withdrawn' : 'share.panel.title')}</h2>
<p>${t(withdrawn ? 'share.panel.onlyYou' : 'share.panel.with', { name })} ${t('share.panel.until', { month: until })}</p>
${unsaved ? html`<p><strong>${t('share.panel.unsent')}</strong></p>` : html`<p>${t('share.panel.same')}</p>`}
<p class="filing-moves">${unsaved && move('send', t(withdrawn ? 'share.panel.store' : 'share.panel.send'), true)}
${!withdrawn && move('scan', t('share.panel.scan'))}
${!withdrawn && move('withdraw', t('share.panel.withdraw'))}
${move('delete', t('share.panel.delete'))}</p>
${
  scans.length > 0 &&
  html`<h3>${t('share.panel.scans')}</h3>
<ul>${scans.map(({ id, name: file }) => html`<li><button class="link" name="scan" value="${id}" formaction="/${language}/share/scan-file" formnovalidate><bdi>${file}</bdi></button></li>`)}</ul>`
}
${
  notes.length > 0 &&
  html`<h3>${t('share.panel.notes')}</h3>
${notes.map(
  ({ day, by, text }) =>
    html`<p>${t(by === undefined ? 'share.panel.noteOwn' : 'share.panel.noteOf', { day: longDate(language, day) })}</p>
<p class="share-note" dir="auto">${text}</p>`,
)}`
}
${keepMoves(view)}
</section>`;
}

export function organisationName(
  { t, language }: Pick<CaseView, 't' | 'language'>,
  { name }: Pick<Shared, 'name'>,
): string {
  return (language === 'ru' ? name?.ru : name?.en) ?? t('share.organisation.unnamed');
}
