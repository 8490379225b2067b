/** Check your answers: every answer with a way to change it, and the document as it will be. */
import { type Applicant, fullName } from '#domain/applicant.ts';
import { citeOwnSource, citePublication } from '#domain/citation.ts';
import type { IsoDate } from '#domain/dates.ts';
import { plain } from '#domain/document.ts';
import { headingLine } from '#domain/heading.ts';
import type { Report } from '#domain/report.ts';
import { type Html, html, nothing } from '#html.ts';
import type { Key } from '#i18n.ts';
import { templateText } from '../../content-text.ts';
import { offerHandover } from '../../handover/offer.ts';
import { longDate } from '../../parts/provenance.ts';
import { documentView } from '../../parts/reading.ts';
import { complaintOf } from '../complaint-of.ts';
import { isByHand } from '../draft.ts';
import type { Step, View } from '../step.ts';

export const check: Step = { id: 'check', fields: ['return'], title: 'walk.check.title', body };

function body(view: View): Html {
  const { t } = view;
  const checked = complaintOf(view);
  if (!checked.ok) return html`<p>${t('walk.check.incomplete')}</p>${changes(view)}`;
  return html`<p>${t('walk.check.lead')} <a href="#document">${t('walk.check.toDocument')}</a></p>
<dl class="answers">${rows(view, checked.value)}</dl>
<h2 id="document">${t('walk.check.preview')}</h2>
<p class="hint">${t('walk.check.previewHint')}</p>
${documentView(view, checked.value, t('walk.check.preview'))}
${offerHandover(view)}`;
}

function rows(view: View, complaint: Report): Html[] {
  const { t, language } = view;
  const { template, authority, episode, applicant } = complaint;
  const text = templateText(template, language);
  const russian = (words: string) => html`<span lang="ru" dir="ltr">${words}</span>`;
  return [
    row(view, 'before', 'walk.check.before', t(`before.place.${complaint.filedFrom}`)),
    row(view, 'complaint', 'walk.check.complaint', text.title),
    row(view, 'authority', 'walk.check.authority', authority.name[language]),
    row(view, 'episode', 'walk.check.episode', episode.title[language]),
    complaint.reports === undefined
      ? nothing
      : moreOf(view, 'sources', 'walk.sources.reports.label', russian(complaint.reports)),
    row(
      view,
      'sources',
      'walk.check.sources',
      list([
        ...complaint.sources.map((source) => russian(plain(citePublication(source, false)))),
        ...complaint.ownSources.map((source) => russian(plain(citeOwnSource(source)))),
      ]),
    ),
    row(
      view,
      'requests',
      'walk.check.requests',
      list(complaint.requests.map((id) => text.requests[id] ?? id)),
    ),
    row(
      view,
      'words',
      'walk.check.words',
      complaint.ownWords ? russian(complaint.ownWords) : t('walk.check.notGiven'),
    ),
    ...(applicant ? applicantRows(view, applicant, complaint.date) : [byHandRow(view)]),
  ];
}

/** Nothing is asked about the person; the way to change their mind leads to the name. */
function byHandRow(view: View): Html {
  return row(view, 'name', 'walk.check.name', view.t('walk.check.byHand'));
}

function applicantRows(view: View, applicant: Applicant, date: IsoDate): Html[] {
  const { language } = view;
  const head = headingLine(applicant);
  return [
    row(view, 'name', 'walk.check.name', html`<bdi>${fullName(applicant)}</bdi>`),
    row(
      view,
      'name-form',
      'walk.check.name-form',
      html`<span lang="ru" dir="ltr">${head.label}${head.name}</span>`,
    ),
    row(
      view,
      'reply',
      'walk.check.reply',
      list(
        [applicant.address, applicant.email, applicant.phone]
          .filter((line) => line !== undefined)
          .map((line) => html`<bdi>${line}</bdi>`),
      ),
    ),
    moreOf(view, 'reply', 'walk.check.date', longDate(language, date)),
  ];
}

function list(items: readonly (string | Html)[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** One answer; the error summary leads to its button. */
function row(view: View, step: string, label: Key, answer: string | Html): Html {
  return moreOf(view, step, label, answer, html`id="change-${step}"`);
}

/** A further answer of the same step. */
function moreOf({ t }: View, step: string, label: Key, answer: string | Html, anchor = nothing): Html {
  return html`<div class="answer"><dt>${t(label)}</dt><dd>${answer}</dd>
<dd class="answer-change"><button class="link" ${anchor} name="move" value="change:${step}" formnovalidate>${t('walk.check.change')}<span class="unseen"> ${t(label)}</span></button></dd></div>`;
}

/** Where something is missing, the way to each step still stands open. */
function changes(view: View): Html {
  const steps = [
    'before',
    'complaint',
    'authority',
    'episode',
    'sources',
    'requests',
    'words',
    'name',
    'name-form',
    'reply',
  ] as const;
  const asked = steps.filter((step) => !['name-form', 'reply'].includes(step) || !isByHand(view.draft));
  return html`<dl class="answers">${asked.map((step) => row(view, step, `walk.check.${step}`, nothing))}</dl>`;
}
