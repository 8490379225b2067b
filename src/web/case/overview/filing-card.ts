/** One document of the case: what it is, where it went, and what happened to it since. */
import type { Filing } from '#domain/case/case-file.ts';
import type { Event } from '#domain/case/event.ts';
import { type Html, html, nothing } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { longDate } from '../../parts/provenance.ts';
import { comma } from '../../parts/punctuation.ts';
import type { Reader } from '../../parts/reader.ts';
import { howToFile } from '../how-to-file.ts';
import { type CaseView, pathIn } from '../view.ts';

/** The document in the reader's language; one that this version does not know, by its id. */
export function filingTitle({ site, language }: Reader, { template }: Filing): string {
  const known = site.library.templates.get(template);
  return known ? templateText(known, language).title : template;
}

export function filingCard(view: CaseView, filing: Filing): Html {
  const { t, language, altered } = view;
  const sent = filing.events.find(({ kind }) => kind === 'sent');
  return html`<article class="filing" id="filing-${filing.id}">
<h3>${filingTitle(view, filing)}</h3>
<dl class="filing-facts">
${fact(t('case.filing.to'), officeName(view, filing))}
${fact(t('case.filing.date'), longDate(language, filing.date))}
${filing.channel && fact(t('case.filing.channel'), t(`case.channel.${filing.channel}`))}
${sent?.number && fact(t('case.filing.tracking'), html`<bdi>${sent.number}</bdi>`)}
</dl>
${altered.includes(filing.id) && html`<p class="caution"><strong>${t('case.filing.altered')}</strong></p>`}
${
  filing.events.length > 0
    ? html`<h4>${t('case.events.title')}</h4>
<ol class="events">${filing.events.map((one, at) => eventLine(view, filing, one, at))}</ol>`
    : html`<p>${t('case.filing.notSent')}</p>`
}
${
  !sent &&
  howToFile(
    view,
    filing.authority === null ? null : view.site.library.authorities.get(filing.authority),
    filing.filedFrom,
  )
}
<p class="filing-moves">${
    sent
      ? html`<button name="move" value="open:${filing.id}" formaction="${pathIn(view, 'answer')}" formnovalidate>${t('case.move.answer')}${of(view, filing)}</button>`
      : html`<button name="move" value="open:${filing.id}" formaction="${pathIn(view, 'filed')}" formnovalidate>${t('case.move.filed')}${of(view, filing)}</button>`
  }
${sent && html`<button class="secondary" name="move" value="open:${filing.id}" formaction="${pathIn(view, 'event')}" formnovalidate>${t('case.move.event')}${of(view, filing)}</button>`}</p>
${
  filing.text !== '' &&
  html`<details><summary>${t('case.filing.text')}</summary>
<p class="hint">${t('case.filing.textHint')} <code class="hash">${filing.sha256}</code></p>
<pre class="kept-text" lang="ru" dir="ltr" tabindex="0">${filing.text}</pre>
${dropButton(view, filing)}</details>`
}
${filing.text === '' && dropButton(view, filing)}
</article>`;
}

function dropButton(view: CaseView, filing: Filing): Html | false {
  return (
    view.kept.filings.length > 1 &&
    html`<p><button class="link" name="move" value="drop:${filing.id}" formnovalidate>${view.t('case.move.drop')}${of(view, filing)}</button></p>`
  );
}

/** Which document a button is about, for whoever does not see the card around it. */
function of(view: CaseView, filing: Filing): Html {
  return html`<span class="unseen">: ${filingTitle(view, filing)}${comma(view.t)}${longDate(view.language, filing.date)}</span>`;
}

function fact(label: string, value: string | Html): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** An office by name, a court as it was typed. */
export function officeName({ site, language }: Reader, { authority, court }: Filing): string {
  if (authority === null) return court ?? '';
  return site.library.authorities.get(authority)?.name[language] ?? authority;
}

function eventLine(view: CaseView, filing: Filing, event: Event, at: number): Html {
  const { t, language, site } = view;
  const what = t(`clock.event.${event.kind}`);
  const to = event.to && (site.library.authorities.get(event.to)?.name[language] ?? event.to);
  const label = html`<span class="unseen">: ${what}${comma(t)}${longDate(language, event.date)}</span>`;
  return html`<li><p><strong>${longDate(language, event.date)}</strong>: ${what}${to ? html` (<bdi>${to}</bdi>)` : nothing}${
    event.days !== undefined && html`${comma(t)}${t('case.event.daysLine', { count: event.days })}`
  }${event.kind !== 'sent' && event.number ? html`${comma(t)}№ <bdi>${event.number}</bdi>` : nothing}${
    event.signedBy ? html`${comma(t)}${t('case.event.signedLine')} <bdi>${event.signedBy}</bdi>` : nothing
  }${event.grounds && html`${comma(t)}${t(`case.grounds.${event.grounds}`)}`}</p>
<p class="event-moves"><button class="link" name="move" value="change:${filing.id}:${at}" formaction="${pathIn(view, 'event')}" formnovalidate>${t('case.move.change')}${label}</button>
<button class="link" name="move" value="remove:${filing.id}:${at}" formnovalidate>${t('case.move.remove')}${label}</button></p></li>`;
}
