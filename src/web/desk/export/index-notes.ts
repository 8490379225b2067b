/** What whoever reads an archive has to know of it: where the facts come from, how days were counted, and what is not there. */
import { type Html, html } from '#html.ts';
import { longDate } from '../../parts/provenance.ts';
import type { Reader } from '../../parts/reader.ts';
import type { OpenedCase } from '../case/opening.ts';

export function indexNotes(reader: Reader, opened: OpenedCase): Html {
  const { t } = reader;
  return html`<h2>${t('desk.export.index.method')}</h2>
<ul><li>${t(`desk.export.index.origin.${opened.record.origin}`)}</li>
<li>${t('desk.export.index.counting', { days: reader.site.library.clock.post.latest })}</li>
<li>${readText(reader)}</li>
<li>${t('desk.export.index.law')}</li></ul>
<h2>${t('desk.export.index.missing')}</h2>
<ul>${missing(reader, opened).map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** The oldest text of a rule that a time limit here was counted by. */
function readText({ t, language, site }: Reader): string {
  const read = site.library.clock.terms.map(({ edition, checked }) => edition ?? checked).sort();
  const checked = site.library.clock.terms.map((one) => one.checked).sort();
  return t('desk.export.index.editions', {
    oldest: longDate(language, read[0] ?? ''),
    checked: longDate(language, checked[0] ?? ''),
  });
}

function missing({ t }: Reader, { facts, byWeek, unsealed, altered }: OpenedCase): string[] {
  const numbers = (is: (one: (typeof facts.case.filings)[number]) => boolean) =>
    facts.case.filings.flatMap((one, at) => (is(one) ? [at + 1] : [])).join(', ');
  const of = (which: 'noText' | 'onlyWeeks' | 'changed' | 'notSent', list: string) =>
    list === '' ? [] : [t(`desk.export.index.${which}`, { numbers: list })];
  return [
    t('desk.export.index.noName'),
    t('desk.export.index.noConsent'),
    t('desk.export.index.noVictims'),
    ...of(
      'notSent',
      numbers(({ events }) => !events.some(({ kind }) => kind === 'sent')),
    ),
    ...of(
      'noText',
      numbers(({ text }) => text === ''),
    ),
    ...of(
      'changed',
      numbers(({ id }) => altered.includes(id)),
    ),
    ...of(
      'onlyWeeks',
      numbers(({ id }) => (byWeek.get(id)?.length ?? 0) > 0),
    ),
    ...(unsealed.length > 0 ? [t('desk.export.index.weeksOnly')] : []),
    t(facts.scans.length === 0 ? 'desk.export.index.noScans' : 'desk.export.index.scans'),
  ];
}
