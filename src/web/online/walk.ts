/**
 * The walk made by this server: each step posts all answers so far, the next page carries them on, and nothing is kept.
 * One form, one address per step; where a press leads is told by its button (`move`).
 */
import { type Context, Hono } from 'hono';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { cyrillicSpelling } from '#domain/cyrillic-spelling.ts';
import type { Language } from '#domain/language.ts';
import { found } from '#domain/library.ts';
import type { Problem } from '#domain/problem.ts';
import { type Html, html } from '#html.ts';
import { fileHeaders } from '../api/complaints.ts';
import { setPolicy } from '../middleware/security.ts';
import { layout } from '../parts/layout.ts';
import type { Site, SiteFormat } from '../site.ts';
import { allProblems, stepProblems } from './check-step.ts';
import { type Draft, readDraft, sourcesMarker, toBody, value, withValue } from './draft.ts';
import { errorSummary } from './errors.ts';
import type { Step, View } from './step.ts';
import { steps } from './steps/list.ts';

export function walk(site: Site, language: Language): Hono {
  const app = new Hono();
  const start = steps[0];
  app.get('/', (c) => c.html(stepPage(viewOf(site, language, new Map()), start)));
  app.post('/file', async (c) => {
    const form = await readForm(c);
    return letterFile(
      c,
      site,
      language,
      form,
      Object.hasOwn(site.formats, form.get('format') ?? '') ? form.get('format') : 'docx',
    );
  });
  app.post('/print', async (c) => letterFile(c, site, language, await readForm(c), null));
  app.post('/:step', async (c, next) => {
    const step = steps.find(({ id }) => id === c.req.param('step'));
    if (!step) return next();
    const form = await readForm(c);
    return move(c, viewOf(site, language, readDraft(form)), step, form.get('move') ?? 'next');
  });
  app.get('/*', (c) => c.redirect(`/${language}/online`, 303));
  return app;
}

function viewOf(site: Site, language: Language, draft: Draft): View {
  return {
    site,
    language,
    t: site.texts(language),
    today: site.today(),
    draft,
    template: site.library.templates.get(value(draft, 'template')),
    episode: site.library.episodes.get(value(draft, 'answers.episode')),
    problems: [],
    blankSources: 0,
  };
}

async function move(c: Context, view: View, step: Step, pressed: string): Promise<Response> {
  const [kind = '', target = ''] = pressed.split(':');
  switch (kind) {
    case 'stay':
      return show(c, view, step);
    case 'back':
      return show(c, view, before(view, step));
    case 'change':
      return show(c, { ...view, draft: withValue(view.draft, 'return', 'check') }, stepNamed(target));
    case 'add-source':
      return show(c, { ...view, blankSources: 1 }, step);
    case 'suggest':
      return show(
        c,
        { ...view, draft: isName(target) ? withSpelling(view.draft, target) : view.draft },
        step,
      );
    default:
      return forward(c, view, step);
  }
}

function isName(path: string): boolean {
  return /^applicant\.(?:lastName|firstName|patronymic)$/.test(path);
}

function withSpelling(draft: Draft, path: string): Draft {
  return withValue(draft, path, cyrillicSpelling(value(draft, path)));
}

/** On to the next step, once this one holds; from a change back to the check page. */
function forward(c: Context, view: View, step: Step): Response | Promise<Response> {
  if (!view.template && steps.indexOf(step) > steps.indexOf(stepNamed('complaint'))) {
    return show(c, { ...view, problems: [{ path: 'template', code: 'required' }] }, stepNamed('complaint'));
  }
  const problems = stepProblems(view, step);
  if (problems.length > 0) return show(c, { ...view, problems }, step);
  const next = value(view.draft, 'return') === 'check' ? afterChange(view, step) : after(view, step);
  const lastQuestion = steps.indexOf(next) > steps.findIndex(({ id }) => id === 'reply');
  const missing = lastQuestion ? allProblems(view) : [];
  if (missing.length > 0) return show(c, { ...view, problems: missing }, stepNamed('check'));
  return show(c, view, next);
}

function show(c: Context, view: View, step: Step): Response | Promise<Response> {
  return c.html(stepPage(view, step), view.problems.length > 0 ? 422 : 200);
}

/** One page: heading, what is wrong, the questions, the buttons, and every other answer as a hidden field. */
export function stepPage(view: View, step: Step): Html {
  const { site, language, t, problems } = view;
  const first = step === steps[0];
  const last = step === steps.at(-1);
  const main = html`<p class="progress">${t('walk.progress', { number: steps.indexOf(step) + 1, total: steps.length })}</p>
<h1>${t(step.title)}</h1>
${errorSummary(view, step)}
<form id="step" method="post" action="/${language}/online/${step.id}" autocomplete="off" novalidate>
${hiddenFields(view.draft, step)}
${step.body(view)}
<div class="buttons">
${!last && html`<button name="move" value="next">${t('common.continue')}</button>`}
${!first && html`<button class="secondary" name="move" value="back" formnovalidate>${t('common.back')}</button>`}
</div>
</form>`;
  return layout({
    site,
    language,
    t,
    title: t(step.title),
    main,
    path: first ? '/online' : undefined,
    step: step.id,
    wrong: problems.length > 0,
  });
}

/** Every answer but those that the page itself asks. */
export function hiddenFields(draft: Draft, step: Step | undefined): Html[] {
  const asked = (name: string) =>
    step?.fields.some((field) => name === field || name.startsWith(`${field}.`)) ?? false;
  return [...draft]
    .filter(
      ([name]) =>
        !asked(name) &&
        !(name === 'return' && step?.id === 'check') &&
        !(name === 'limit' && step?.id === 'files'),
    )
    .flatMap(([name, given]) =>
      given.map((one) => html`<input type="hidden" name="${name}" value="${one}">`),
    );
}

/** The document as a file, or with `format` null as a page to print. */
async function letterFile(
  c: Context,
  site: Site,
  language: Language,
  form: URLSearchParams,
  format: string | null,
): Promise<Response> {
  const view = viewOf(site, language, readDraft(form));
  const { template, draft } = view;
  const checked =
    template && readComplaint(site.library, template, toBody(draft, site.library, template), view.today);
  if (!checked?.ok) {
    const problems: readonly Problem[] = checked
      ? checked.problems
      : [{ path: 'template', code: 'required' }];
    return show(c, { ...view, problems }, stepNamed('check'));
  }
  const document = compose(site.library, checked.value);
  const made: SiteFormat = found(new Map(Object.entries(site.formats)), format ?? 'html');
  const headers = fileHeaders(document, made);
  if (format === null) headers['Content-Disposition'] = 'inline';
  setPolicy(c, made.policy);
  return c.body(await made.render(document), 200, headers);
}

/** The fields of a page form; a body of another type has none. */
async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

function before(view: View, step: Step): Step {
  return steps.slice(0, steps.indexOf(step)).findLast(({ skip }) => !skip?.(view)) ?? steps[0];
}

function after(view: View, step: Step): Step {
  return steps.slice(steps.indexOf(step) + 1).find(({ skip }) => !skip?.(view)) ?? step;
}

/** Boxes ticked for another complaint, episode or place: the person has not seen those that are offered now. */
function isOutOfDate({ draft }: View, step: Step): boolean {
  if (step.id === 'sources') return value(draft, 'sourcesFor') !== sourcesMarker(draft);
  return step.id === 'requests' && value(draft, 'requestsFor') !== value(draft, 'template');
}

/** Back to the check page, by way of what the change has made unanswered. */
function afterChange(view: View, step: Step): Step {
  const check = stepNamed('check');
  if (step.id === 'name') return after(view, step);
  const questions = steps.slice(0, steps.indexOf(check)).filter(({ skip }) => !skip?.(view));
  return questions.find((one) => isOutOfDate(view, one) || stepProblems(view, one).length > 0) ?? check;
}

function stepNamed(id: string): Step {
  return steps.find((step) => step.id === id) ?? steps[0];
}
