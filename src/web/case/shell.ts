/** The frame of every page of a case: one form that carries the case, and the buttons that lead on. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { type Html, html } from '#html.ts';
import { sentence } from '../api/problem-details.ts';
import { fieldId } from '../parts/fields.ts';
import { layout } from '../parts/layout.ts';
import { type CaseView, pathIn } from './view.ts';

export type CasePage = {
  /** Last part of the address that the form posts to; empty for the case itself. */
  id: string;
  title: string;
  /** Where the form is sent, where that is another page. */
  action?: string;
  body: Html;
  /** What each field is called in the list of what has to be mended. */
  labels?: Readonly<Record<string, string>>;
  /** True where the browser may seal the case. */
  seals?: boolean;
  /** Without the case page itself: leads back to it. */
  back?: boolean;
};

/** 422 where the page has something to mend, else 200. */
export function showCasePage(c: Context, view: CaseView, page: CasePage): Response | Promise<Response> {
  return c.html(String(casePage(view, page)), view.problems.length > 0 ? 422 : 200);
}

function casePage(
  view: CaseView,
  { id, action = id, title, body, labels = {}, back = true, seals = false }: CasePage,
): Html {
  const { site, language, t, kept, unsaved, problems, home } = view;
  const main = html`<h1>${title}</h1>
${summary(view, labels)}
<form id="step" method="post" action="${pathIn(view, action)}" enctype="multipart/form-data" autocomplete="off" novalidate>
${home ? home.carried : html`<input type="hidden" name="case" value="${JSON.stringify(kept)}">`}
${unsaved && !home && html`<input type="hidden" name="unsaved" value="yes">`}
${body}
${
  back &&
  html`<p><button class="link" name="move" value="show" formaction="${pathIn(view)}" formnovalidate>${t('case.back')}</button></p>
${site.place === 'server' && !home && html`<p class="hint">${t('walk.backHere')}</p>`}`
}
</form>`;
  if (home) return home.frame({ title, main, id, wrong: problems.length > 0, seals });
  return layout({
    site,
    language,
    t,
    title: t('case.tab'),
    main,
    path: undefined,
    step: id,
    formPath: id === '' ? '/case' : `/case/${id}`,
    style: 'case.css',
    wrong: problems.length > 0,
    ...(seals ? { script: 'sealing.js' } : {}),
  });
}

/** The name of the field and what to do, the same words in the summary and beside the field. */
export function errorAt(
  { t, problems }: Pick<CaseView, 't' | 'problems'>,
  path: string,
  label: string,
): string | undefined {
  const problem = problems.find((one) => one.path === path || one.path.startsWith(`${path}.`));
  return problem && told(t, problem, label);
}

/** Here nothing is typed: one of several is chosen. */
const choices: readonly string[] = ['kind', 'authority', 'grounds'];

function told(t: CaseView['t'], problem: Problem, label: string | undefined): string {
  const isEmptyChoice = problem.code === 'required' && choices.includes(problem.path);
  const said = sentence(t, isEmptyChoice ? { ...problem, code: 'choice' } : problem);
  return label ? `${label}${/[?:]$/.test(label) ? '' : ':'} ${said}` : said;
}

function summary({ t, problems }: CaseView, labels: Readonly<Record<string, string>>): Html | false {
  if (problems.length === 0) return false;
  const labelled = (path: string) =>
    Object.keys(labels).find((one) => path === one || path.startsWith(`${one}.`));
  return html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<p>${t('common.error.kept')}</p>
<ul>${problems.map((problem) => {
    const path = labelled(problem.path);
    const text = told(t, problem, path && labels[path]);
    return path === undefined
      ? html`<li>${text}</li>`
      : html`<li><a href="#${fieldId(path)}">${text}</a></li>`;
  })}</ul>
</div>`;
}
