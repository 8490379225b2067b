/** The dates of both clocks: the authority's and the person's own, each with its state in words and a shape, and its reason. */
import type { CaseDeadline, CaseTimeline } from '#domain/case/case-timeline.ts';
import { silentTerms } from '#domain/clock/silent.ts';
import { daysBetween } from '#domain/dates.ts';
import { found } from '#domain/library.ts';
import { type Html, html, nothing } from '#html.ts';
import { longDate, provenanceLine } from '../../parts/provenance.ts';
import { whyText } from '../../timeline/why.ts';
import type { CaseView } from '../view.ts';
import { filingTitle } from './filing-card.ts';

/** A shape for each state, beside its word: colour alone tells some people nothing. */
const shapes = { running: '◷', met: '✓', missed: '!', unheard: '?' } as const;

/** The state as the page tells it. */
function shownState({ state, term }: CaseDeadline): keyof typeof shapes {
  return state === 'missed' && silentTerms.includes(term.id) ? 'unheard' : state;
}

export function dates(view: CaseView, { deadlines }: CaseTimeline): Html {
  const { t } = view;
  if (deadlines.length === 0) return html`<p>${t('case.dates.none')}</p>`;
  const of = (actor: CaseDeadline['term']['actor']) => deadlines.filter(({ term }) => term.actor === actor);
  return html`${(['authority', 'applicant'] as const).map(
    (actor) =>
      of(actor).length > 0 &&
      html`<h3>${t(`case.dates.${actor}`)}</h3>
<ul class="dates">${of(actor).map((one) => line(view, one))}</ul>`,
  )}`;
}

function line(view: CaseView, one: CaseDeadline): Html {
  const { t, language, site, today, kept } = view;
  const { term, due, state, certain, estimated, earliest, latest, why } = one;
  const shown = shownState(one);
  const norm = found(site.library.norms, term.norm);
  return html`<li class="date date-${shown}">
<p><span class="shape" aria-hidden="true">${shapes[shown]}</span> <strong>${t(`case.dates.state.${shown}`)}</strong> ${left(view, one, today)}</p>
<p>${term.receive[language]}</p>
<p>${t(certain ? 'case.dates.until' : 'case.dates.untilEstimated', { date: longDate(language, due) })}
${!certain && earliest < latest ? t('case.dates.between', { from: longDate(language, earliest), to: longDate(language, latest) }) : nothing}
${estimated && html`<em class="stale">${t('case.dates.noCalendar')}</em>`}</p>
${state === 'missed' && html`<p>${term.after[language]}</p>`}
${kept.filings.length > 1 && html`<p class="hint">${filingTitle(view, one.filing)}, ${longDate(language, one.filing.date)}</p>`}
<details><summary>${t('case.dates.why')}<span class="unseen">: ${longDate(language, due)}, <span lang="ru" dir="ltr">${norm.provision}</span></span></summary>
<p>${whyText(t, language, why)}</p>
<p><strong lang="ru" dir="ltr">${norm.provision} ${norm.act}</strong>. ${norm.gist[language]}</p>
${provenanceLine(t, language, term, today)}</details>
</li>`;
}

function left({ t }: CaseView, { state, due }: CaseDeadline, today: string): string {
  const days = daysBetween(today, due);
  if (state === 'met') return '';
  if (state === 'missed') return t('case.dates.late', { count: Math.max(1, -days) });
  return days > 0 ? t('case.dates.left', { count: days }) : t('case.dates.today');
}
