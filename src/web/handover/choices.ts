/** Every choice in the reader's language, and beside it the Russian words of the document that follow from it. */
import { compose } from '#domain/compose.ts';
import { type Block, type Document, type Paragraph, plain } from '#domain/document.ts';
import type { Report } from '#domain/report.ts';
import { type Html, html } from '#html.ts';
import type { Key } from '#i18n.ts';
import { templateText } from '../content-text.ts';
import type { View } from '../online/step.ts';
import { longDate } from '../parts/provenance.ts';
import { semicolon } from '../parts/punctuation.ts';

/** One choice in words; `russian`: what of the document rests on it. */
type Words = { text: string | Html; russian?: readonly Paragraph[] };
type Row = { step: string; label: Key; words: readonly Words[] };

/** `change`: each with the button that opens its step, or without. */
export function choices(view: View, report: Report, change: boolean): Html {
  const document = compose(view.site.library, report);
  return html`<p class="hint">${view.t('handover.words.legend')}</p>
<dl class="answers">${rowsOf(view, report, document).map((row) => printRow(view, row, change))}</dl>`;
}

function rowsOf(view: View, report: Report, document: Document): Row[] {
  const { t, language } = view;
  const { template, authority } = report;
  const text = templateText(template, language);
  const blocks = (kind: string) => blocksOf(report, document, kind);
  return [
    row('before', 'handover.words.where', { text: t(`before.place.${report.filedFrom}`) }),
    row('complaint', 'walk.check.complaint', { text: text.title, russian: blocks('title').flatMap(lines) }),
    row('authority', 'walk.check.authority', {
      text: authority.name[language],
      russian: blocks('addressee').flatMap(lines),
    }),
    row('episode', 'walk.check.episode', ...episodeWords(view, report, blocks('facts'))),
    ...describedRows(view, report),
    row('sources', 'walk.check.sources', ...sourceWords(view, report, blocks('sources'))),
    row('sources', 'walk.sources.printouts.legend', {
      text: t(report.printouts ? 'handover.words.printouts' : 'handover.words.noPrintouts'),
      russian: blocks('annexes').flatMap(lines),
    }),
    row('requests', 'walk.check.requests', ...requestWords(report, text.requests, blocks('requests'))),
    row('words', 'walk.check.words', {
      text: report.ownWords ? helpers(view, report.ownWords) : t('walk.check.notGiven'),
    }),
  ];
}

function row(step: string, label: Key, ...words: Words[]): Row {
  return { step, label, words };
}

/** Each fact beside its translation; who reads Russian reads it once. */
function episodeWords({ language }: View, { episode }: Report, blocks: readonly Block[]): Words[] {
  const { title, summary, open, facts } = episode;
  const text = html`<strong>${title[language]}</strong>${!open && html`<br>${summary[language]}`}`;
  if (open) return [{ text }];
  if (language === 'ru') return [{ text, russian: blocks.flatMap(lines) }];
  return [
    { text },
    ...itemsOf(blocks).map(({ id, text: russian }) => ({
      text: facts.find((fact) => fact.id === id)?.text[language] ?? '',
      russian: [russian],
    })),
  ];
}

/** Events that the helper describes: in their own words, with kinds and days. */
function describedRows(view: View, { episode, reports, acts }: Report): Row[] {
  const { t, language } = view;
  const [act] = episode.open ? acts : [];
  if (!act || reports === undefined) return [];
  const kinds = act.kinds.map((kind) => t(`walk.sources.kinds.${kind}`)).join(semicolon(t));
  const days = { from: longDate(language, act.from), to: longDate(language, act.to) };
  return [
    row('sources', 'walk.sources.reports.label', { text: helpers(view, reports) }),
    row('sources', 'walk.sources.kinds.legend', {
      text: html`${t('handover.words.kinds', { kinds })}<br>${t('handover.words.days', days)}`,
    }),
  ];
}

/** The document lists them in the same order: those of the library, then the person's own. */
function sourceWords(view: View, { sources, ownSources }: Report, blocks: readonly Block[]): Words[] {
  const cited = blocks.flatMap(lines);
  return [
    ...sources.map((source, index) => ({
      text: source.about[view.language],
      russian: cited.slice(index, index + 1),
    })),
    ...ownSources.map((_, index) => ({
      text: helpers(view, plain(cited[sources.length + index] ?? [])),
    })),
  ];
}

/** A request that the document leaves out, because nothing in it fits, has no Russian words. */
function requestWords(report: Report, labels: Record<string, string>, blocks: readonly Block[]): Words[] {
  return report.requests.map((id) => ({
    text: labels[id] ?? id,
    russian: itemsOf(blocks)
      .filter((item) => item.id === id)
      .map((item) => item.text),
  }));
}

/** What the helper typed, letter by letter. */
function helpers({ t }: View, text: string): Html {
  return html`<span class="helper">${t('handover.words.helper')}</span> <bdi class="own typed" lang="ru" dir="ltr">${text}</bdi>`;
}

function blocksOf({ template }: Report, document: Document, kind: string): Block[] {
  const ids = template.blocks.filter((block) => block.kind === kind).map(({ id }) => id);
  return document.blocks.filter(({ id }) => ids.includes(id));
}

function itemsOf(blocks: readonly Block[]) {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}

function lines(block: Block): readonly Paragraph[] {
  if (block.kind === 'list') return block.items.map(({ text }) => text);
  return block.kind === 'form' || block.kind === 'signature' ? [] : block.paragraphs;
}

function printRow({ t }: View, { step, label, words }: Row, change: boolean): Html {
  const button = html`<dd class="answer-change"><button class="link" name="move" value="change:${step}" formnovalidate>${t('walk.check.change')}<span class="unseen"> ${t(label)}</span></button></dd>`;
  return html`<div class="answer"><dt>${t(label)}</dt>
<dd>${words.map((one) => printWords(t('handover.words.document'), one))}</dd>
${change && button}</div>`;
}

function printWords(caption: string, { text, russian = [] }: Words): Html {
  if (russian.length === 0) return html`<div class="beside"><p>${text}</p></div>`;
  return html`<div class="beside"><p>${text}</p>
<div class="in-document"><span class="unseen">${caption}</span>${russian.map((line) => html`<p lang="ru" dir="ltr">${line.map((run) => (run.own ? html`<bdi class="own">${run.text}</bdi>` : run.text))}</p>`)}</div></div>`;
}
