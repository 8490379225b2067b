/** `/share`: everything a person should know before they choose, and the choice; the first button keeps the case with them. */

import type { Context } from 'hono';
import { type CaseFile, filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import { type Html, html } from '#html.ts';
import type { OpenProblem } from '../case/open.ts';
import { checkboxes, textField } from '../parts/fields.ts';
import { hexOf } from '../sha256.ts';
import { caseSource, fileWrongs, wrongCaseText } from './case-source.ts';
import { codeInBrowser } from './code-page.ts';
import { shareable } from './given-case.ts';
import { organisationChoice } from './organisation-choice.ts';
import { filedFrom, type Offered, offeredOrganisations, sharing } from './organisations.ts';
import { promises } from './promises.ts';
import { errorOf, type ShareView, sharePage, summary } from './view.ts';

/** What of a case is known when the page is made. */
export type Known = { kept?: CaseFile; wrongCase?: WrongCase; text?: string; failed?: true };
export type WrongCase = OpenProblem | 'not-filed';

export async function showExplain(c: Context, view: ShareView, known: Known): Promise<Response> {
  const organisations = await offeredOrganisations(view);
  const wrong = view.problems.length > 0 || known.wrongCase !== undefined || known.failed === true;
  const isAlone = known.kept === undefined && !wrong;
  const page = sharePage(view, {
    title: view.t('share.title'),
    main: main(view, organisations, known),
    ...(isAlone ? { path: '/share' } : { step: known.kept ? '' : 'code' }), // alone: Enter sends nothing before the script is there
    seals: true,
  });
  return c.html(String(page), wrong ? 422 : 200);
}

function main(view: ShareView, organisations: readonly Offered[], known: Known): Html {
  const { t, language } = view;
  const { kept } = known;
  const facts = kept ? shareable(view, kept, false).facts : [];
  return html`${summary(view, labels(view))}
${known.wrongCase && stopped(view, known.kept ? wrongCaseText(view, known.wrongCase) : html`<a href="#f-file">${wrongCaseText(view, known.wrongCase)}</a>`)}
${known.failed && stopped(view, t('share.wrong.failed'))}
<div data-share-told>
<p class="lead">${t('share.lead')}</p>
<p><strong>${t('share.nothingYet')}</strong></p>
<p><a href="/${language}/share/open">${t('share.haveCode')}</a></p>
${promises(view, facts)}
${kept && html`<p>${t('share.script.passed')}</p>`}
<h2 id="choose">${t('share.form.title')}</h2>
</div>
${wrongInBrowser(view, kept === undefined)}
<form id="step" method="post" action="/${language}/${kept ? 'case' : 'share/code'}" enctype="multipart/form-data" autocomplete="off" data-share novalidate>
<input type="hidden" data-share-info value="${JSON.stringify(info(view, organisations))}">
${kept ? html`<input type="hidden" name="case" value="${JSON.stringify(kept)}">` : caseSource(view, known)}
${organisationChoice(view, organisations, kept && filedFrom(kept))}
${sealedFields(view)}
${(kept === undefined || kept.applicant !== undefined) && named(view)}
<p data-share-busy role="status" hidden>${t('share.busy')}</p>
<div class="buttons">
${kept ? html`<button name="move" value="show">${t('share.keepHere')}</button>` : html`<a class="button" href="/${language}/case">${t('share.keepHere')}</a>`}
${organisations.length > 0 && html`<button class="secondary" name="move" value="code" formaction="/${language}/share/code" data-share-go data-open hidden disabled>${t('share.go')}</button>`}
</div>
<p class="hint">${t('share.goHint')}</p>
${organisations.length > 0 && withoutScript(view)}
</form>
${codeInBrowser(view)}`;
}

/** Chosen on purpose: a script that comes late must not mean that a case went to the server. The script takes it away. */
function withoutScript({ t, language }: ShareView): Html {
  return html`<details data-share-there><summary>${t('share.there.summary')}</summary>
<p>${t('share.there.text')}</p>
<p><button class="secondary" name="move" value="code" formaction="/${language}/share/code">${t('share.there.button')}</button></p></details>`;
}

/** What went wrong, in a box that is read out first. */
export function stopped({ t }: ShareView, told: Html | string): Html {
  return html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<ul><li>${told}</li></ul></div>`;
}

function labels({ t }: ShareView): Record<string, string> {
  return {
    organisation: t('share.organisation.legend'),
    region: t('share.region.label'),
    contact: t('share.contact.label'),
    note: t('share.note.label'),
  };
}

function sealedFields(view: ShareView): Html {
  const { t, form } = view;
  const common = (name: 'region' | 'contact' | 'note') => ({
    name,
    label: t(`share.${name}.label`),
    hint: t(`share.${name}.hint`),
    error: errorOf(view, name),
    max: sealedLimits[name],
    optional: true,
  });
  return html`${textField(t, { ...common('region'), value: form.line('region') })}
${textField(t, { ...common('contact'), value: form.line('contact') })}
${textField(t, { ...common('note'), value: form.lines('note'), rows: 4 })}`;
}

function named({ t, form }: ShareView): Html {
  return checkboxes({
    name: 'named',
    label: t('share.named.legend'),
    values: form.all('named'),
    options: [{ value: 'yes', label: t('share.named.label'), hint: t('share.named.hint') }],
  });
}

/** What the script of this page has to know; not a field, so it is not sent. */
function info(view: ShareView, organisations: readonly Offered[]) {
  const { site, following, today } = view;
  return {
    salt: hexOf(following.register.salt),
    today,
    templates: [...site.library.templates.keys()],
    authorities: [...site.library.authorities.keys()],
    kinds: eventKinds,
    channels: filingChannels,
    organisations: organisations.map((one) => ({
      key: one.key,
      recipient: one.recipient,
      refused: sharing(view, one, 'russia') === 'refused',
    })),
  };
}

const wrongs = [
  'organisation',
  'refused',
  'long',
  'empty',
  'not-a-case',
  'older',
  'damaged',
  'not-filed',
  'failed',
] as const;

/** The field that a sentence leads to; those about a file lead nowhere where the case came with the page. */
function wrongField(one: (typeof wrongs)[number], hasFile: boolean): string | undefined {
  if (one === 'organisation' || one === 'refused') return 'f-organisation';
  return hasFile && fileWrongs.some((wrong) => wrong === one) ? 'f-file' : undefined;
}

/** Sentences for the script to show: it makes none itself. */
function wrongInBrowser({ t }: ShareView, hasFile: boolean): Html {
  const told = (one: (typeof wrongs)[number]) => {
    const field = wrongField(one, hasFile);
    const text = t(`share.wrong.${one}`);
    return field ? html`<a href="#${field}">${text}</a>` : text;
  };
  return html`<div class="error-summary" role="alert" tabindex="-1" data-share-wrong hidden>
<h2>${t('common.error.title')}</h2>
<ul>${wrongs.map((one) => html`<li data-wrong="${one}" hidden>${told(one)}</li>`)}</ul></div>`;
}
