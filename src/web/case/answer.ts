/** "What did they answer?": one sentence of several, each with an example of how such letters are worded. */
import type { Context } from 'hono';
import { procedureFor } from '#domain/case/case-timeline.ts';
import { sayings, sayingsFor } from '#domain/case/letter-questions.ts';
import { type Html, html } from '#html.ts';
import { radios } from '../parts/fields.ts';
import { pressed } from './form.ts';
import { showLetter } from './letter.ts';
import { filingTitle } from './overview/filing-card.ts';
import { errorAt, showCasePage } from './shell.ts';
import { type CaseView, filingIn, pathIn } from './view.ts';

export function answerPage(c: Context, view: CaseView): Response | Promise<Response> {
  const [move, id] = pressed(view.form);
  const saying = sayings.find((one) => one === view.form.line('saying'));
  if (move === 'next' && saying) return showLetter(c, view, saying);
  const problems = move === 'next' ? [{ path: 'saying', code: 'choice' } as const] : [];
  return show(c, { ...view, problems }, id);
}

function show(c: Context, view: CaseView, id: string): Response | Promise<Response> {
  const { t, form, site, language } = view;
  const filing = filingIn(view, id);
  const procedure = procedureFor(site.library, filing);
  const offered = (procedure ? sayingsFor(procedure) : sayings).filter(
    (one) => one !== 'ruling' || filing.authority === null,
  );
  const label = t('case.answer.legend');
  const russian = site.texts('ru');
  const wording = (one: (typeof sayings)[number]): Html | undefined =>
    one === 'not-sure' || one === 'nothing'
      ? html`<p>${t(`case.saying.${one}.wording`)}</p>`
      : html`<p lang="ru" dir="ltr">${russian(`case.saying.${one}.wording`)}</p>${language !== 'ru' && html`<p>${t(`case.saying.${one}.wording`)}</p>`}`;
  const body = html`<input type="hidden" name="filing" value="${filing.id}">
<p>${t('case.answer.about', { document: filingTitle(view, filing) })}</p>
${radios({
  name: 'saying',
  label,
  hint: t('case.answer.hint'),
  error: errorAt(view, 'saying', label),
  value: form.line('saying'),
  options: offered.map((one) => ({
    value: one,
    label: t(`case.saying.${one}.label`),
    hint: wording(one),
  })),
})}
<div class="buttons"><button name="move" value="next">${t('common.continue')}</button></div>
<p><button class="link" name="move" value="open:${filing.id}" formaction="${pathIn(view, 'event')}" formnovalidate>${t('case.answer.other')}</button></p>`;
  return showCasePage(c, view, {
    id: 'answer',
    title: t('case.answer.title'),
    body,
    labels: { saying: label },
  });
}
