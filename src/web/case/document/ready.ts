/** The next document as it will be: to check, to download in every format, and to add to the case. */
import type { Context } from 'hono';
import { mostFilings } from '#domain/case/case-file.ts';
import { withFiling } from '#domain/case/edit.ts';
import { newFiling } from '#domain/case/filing-text.ts';
import type { FollowUp } from '#domain/follow-up/follow-up.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { letterFile } from '../../letter-file.ts';
import { checkboxes } from '../../parts/fields.ts';
import { documentView, readingButtons } from '../../parts/reading.ts';
import { letterReveals, paperReveals, printReveals, waysReveal } from '../../parts/reveals.ts';
import { readingFile } from '../../reading-file.ts';
import { pressed } from '../form.ts';
import { howToFile } from '../how-to-file.ts';
import { answersOf, keptText } from '../keep.ts';
import { showOverview } from '../overview/page.ts';
import { showCasePage } from '../shell.ts';
import { type CaseView, pathIn, withCase } from '../view.ts';
import { type Asked, askedIn, bodyOf, documentFields, readAsked } from './asked.ts';
import { showDocument } from './page.ts';
import { paperButtons } from './papers.ts';

const offered = ['docx', 'pdf', 'txt', 'html'] as const;

export async function readyPage(c: Context, view: CaseView): Promise<Response> {
  const asked = askedIn(view);
  if (!asked) return showOverview(c, view);
  const read = readAsked(view, asked);
  if (!read.ok) return showDocument(c, { ...view, problems: read.problems }, asked);
  const [move] = pressed(view.form);
  return move === 'add' ? added(c, view, asked, read.value) : ready(c, view, asked, read.value);
}

/** The file, or the page to print; where something is missing, the questions. */
export function documentFile(c: Context, view: CaseView): Response | Promise<Response> {
  const asked = askedIn(view);
  if (!asked) return showOverview(c, view);
  const read = readAsked(view, asked);
  if (!read.ok) return showDocument(c, { ...view, problems: read.problems }, asked);
  const { site, form } = view;
  const copy = form.line('reading');
  if (copy !== '') return readingFile(c, view, read.value, copy) ?? showDocument(c, view, asked);
  const print = form.raw('print') === 'yes';
  const name = print ? 'html' : form.line('format');
  const format = Object.hasOwn(site.formats, name) ? site.formats[name] : site.formats.docx;
  if (!format) throw new Error('no format');
  return letterFile(c, site.library, read.value, format, print ? 'inline' : 'attachment');
}

function ready(c: Context, view: CaseView, asked: Asked, document: FollowUp): Response | Promise<Response> {
  const { t, language, site, form, kept } = view;
  const byHand = document.applicant === undefined;
  const body = html`${form.entries
    .filter(([name]) => documentFields.test(name) && name !== 'keepNamed')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p>${t('case.document.check')}</p>
${documentView(view, document, t('walk.check.preview'))}
<p class="filing-moves"><button class="secondary" name="move" value="stay" formaction="${pathIn(view, 'document')}" formnovalidate>${t('case.document.change')}</button></p>
<h2>${t('walk.files.title')}</h2>
<ul class="files">${offered
    .filter((format) => Object.hasOwn(site.formats, format))
    .map(
      (format) =>
        html`<li><button formaction="${pathIn(view, 'file')}" name="format" value="${format}">${t(`walk.files.${format}.label`)}</button>
<p class="hint">${t(`walk.files.${format}.hint`)}</p>
${letterReveals(t, format, byHand)}</li>`,
    )}
<li><button class="secondary" formaction="${pathIn(view, 'file')}" formtarget="_blank" name="print" value="yes">${t('walk.files.print.label')}</button>
${printReveals(t)}</li></ul>
${waysReveal(t)}
${readingButtons(view, document, pathIn(view, 'file'))}
<h2>${t('case.way.title')}</h2>
${howToFile(view, document.authority ?? null, document.filedFrom)}
${paperButtons(view, document)}
${document.authority && paperReveals(t, byHand, false)}
<section class="keep"><h2>${t('case.document.addTitle')}</h2>
<p>${t('case.document.addText')}</p>
${document.applicant && !kept.applicant && !view.home && named(view)}
<p><button name="move" value="add">${t('case.document.add')}</button></p></section>`;
  return showCasePage(c, view, {
    id: 'ready',
    title: templateText(asked.template, language).title,
    body,
  });
}

function named({ t }: CaseView): Html {
  return checkboxes({
    name: 'keepNamed',
    label: t('case.keep.legend'),
    values: [],
    options: [{ value: 'yes', label: t('case.keep.named'), hint: t('case.keep.hint') }],
  });
}

const tooMany = { path: 'filings', code: 'too-many', params: { max: mostFilings } } as const;

async function added(c: Context, view: CaseView, asked: Asked, document: FollowUp): Promise<Response> {
  const { site, kept, form } = view;
  if (kept.filings.length >= mostFilings) return showDocument(c, { ...view, problems: [tooMany] }, asked); // one more, and the case could not be opened again
  const keepsName = kept.applicant !== undefined || (!view.home && form.raw('keepNamed') === 'yes');
  const { requests, ownWords, unchecked, court, ruling } = answersOf(bodyOf(view, asked));
  const own = Object.entries({ requests, ownWords, unchecked, court, ruling });
  const filing = newFiling(document, await keptText(site, document, keepsName), {
    id: crypto.randomUUID(),
    follows: asked.filing.id,
    answers: Object.fromEntries(own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  });
  const more = withFiling(kept, filing);
  const applicant = keepsName ? (kept.applicant ?? document.applicant) : undefined;
  return showOverview(c, withCase(view, applicant ? { ...more, applicant } : more, 'added'));
}
