/**
 * The walk made by this server: each step posts all answers so far, the next page carries them on, and nothing is kept.
 * One form, one address per step; where a press leads is told by its button (`move`).
 */
import { type Context, Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { reportTemplate } from '#domain/library.ts';
import { reviewPage } from '../handover/review.ts';
import { oncePerDay } from '../once-per-day.ts';
import { readingFile } from '../reading-file.ts';
import type { Site } from '../site.ts';
import { stepProblems } from './check-step.ts';
import { complaintOf } from './complaint-of.ts';
import { type Draft, readDraft, value, withoutApplicant, withValue } from './draft.ts';
import { formPage } from './form-page.ts';
import { letter } from './letter.ts';
import { afterChange, stepAfter, stepBefore, stepNamed } from './order.ts';
import { papers } from './papers.ts';
import { withSpelling } from './spelling.ts';
import type { Step, View } from './step.ts';
import { show, stepPage } from './step-page.ts';
import { steps } from './steps/list.ts';

/** The routes below `/<lng>/online`. */
export function walk(site: Site, language: Language): Hono {
  const app = new Hono();
  const start = steps[0];
  app.get(
    '/',
    oncePerDay(site, () => stepPage(viewOf(site, language, new Map()), start)),
  );
  app.post('/file', async (c) => {
    const form = await readForm(c);
    const asked = form.get('format') ?? '';
    const format = Object.hasOwn(site.formats, asked) ? asked : 'docx';
    return letter(c, viewOf(site, language, readDraft(form)), format, 'attachment');
  });
  app.post('/print', async (c) => {
    const form = await readForm(c);
    return letter(c, viewOf(site, language, readDraft(form)), 'html', 'inline');
  });
  app.post('/reading', async (c) => {
    const form = await readForm(c);
    const view = viewOf(site, language, readDraft(form));
    const checked = complaintOf(view);
    const copy = checked.ok ? readingFile(c, view, checked.value, form.get('reading') ?? '') : undefined;
    return copy ?? show(c, view, stepNamed('check'));
  });
  app.post('/sheet', async (c) => {
    const draft = withoutApplicant(readDraft(await readForm(c)));
    return letter(c, viewOf(site, language, draft), 'html', 'inline');
  });
  app.post('/paper', async (c) => {
    const form = await readForm(c);
    return papers(c, viewOf(site, language, readDraft(form)), form.get('paper') ?? '');
  });
  app.post('/form', async (c) => formPage(c, viewOf(site, language, readDraft(await readForm(c)))));
  app.post('/:step', async (c, next) => {
    const step = steps.find(({ id }) => id === c.req.param('step'));
    if (!step) return next();
    const form = await readForm(c);
    return move(c, viewOf(site, language, readDraft(form)), step, form.get('move') ?? 'next');
  });
  app.get('/*', (c) => c.redirect(`/${language}/online`, 303));
  return app;
}

export function viewOf(site: Site, language: Language, draft: Draft): View {
  return {
    site,
    language,
    t: site.texts(language),
    today: site.today(),
    draft,
    template: reportTemplate(site.library, value(draft, 'template')),
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
      return show(c, view, stepBefore(view, step));
    case 'change':
      return show(c, { ...view, draft: withValue(view.draft, 'return', 'check') }, stepNamed(target));
    case 'add-source':
      return show(c, { ...view, blankSources: 1 }, step);
    case 'suggest':
      return show(c, withSpelling(view, step, target), step);
    default:
      return forward(c, view, step);
  }
}

/** On to the next step, once this one holds; from a change back to the check page, or to what was handed over. */
function forward(c: Context, view: View, step: Step): Response | Promise<Response> {
  if (!view.template && steps.indexOf(step) > steps.indexOf(stepNamed('complaint'))) {
    return show(c, { ...view, problems: [{ path: 'template', code: 'required' }] }, stepNamed('complaint'));
  }
  const problems = stepProblems(view, step);
  if (problems.length > 0) return show(c, { ...view, problems }, step);
  const back = value(view.draft, 'return');
  const next = back === '' ? stepAfter(view, step) : afterChange(view, step);
  if (back === 'review' && steps.indexOf(next) >= steps.indexOf(stepNamed('name')))
    return reviewPage(c, view);
  const lastQuestion = steps.indexOf(next) > steps.indexOf(stepNamed('reply'));
  const checked = lastQuestion ? complaintOf(view) : undefined;
  if (checked?.ok === false) return show(c, { ...view, problems: checked.problems }, stepNamed('check'));
  return show(c, view, next);
}

/** The fields of a page form; a body of another type has none. */
async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}
