/**
 * The routes below `/<lng>/online/handover`. A helper's choices travel in the form, as in the walk; what comes back from a
 * link or a file becomes answers of the walk again. No server keeps anything, and what stands after `#` never reaches one.
 */
import { type Context, Hono } from 'hono';
import { openHandover } from '#domain/handover/open-handover.ts';
import type { Language } from '#domain/language.ts';
import { readCaseForm } from '../case/form.ts';
import { oncePerDay } from '../once-per-day.ts';
import { readDraft, withValue } from '../online/draft.ts';
import { stepNamed } from '../online/order.ts';
import type { View } from '../online/step.ts';
import { show } from '../online/step-page.ts';
import { viewOf } from '../online/walk.ts';
import type { Site } from '../site.ts';
import { choicesIn, draftOf } from './draft-of.ts';
import { giveFile, givePage } from './give.ts';
import { openPage, showOpenPage } from './open.ts';
import { reviewPage } from './review.ts';

export function handoverRoutes(site: Site, language: Language): Hono {
  const app = new Hono();
  app.get(
    '/open',
    oncePerDay(site, () => openPage(site, language)),
  );
  app.post('/open', (c) => open(c, site, language));
  app.post('/review', async (c) => {
    const form = await readForm(c);
    return review(c, viewOf(site, language, choicesIn(readDraft(form))), form.get('move') ?? 'stay');
  });
  app.post('/file', async (c) => giveFile(c, viewOf(site, language, readDraft(await readForm(c)))));
  app.post('/', async (c) => givePage(c, viewOf(site, language, readDraft(await readForm(c)))));
  return app;
}

async function open(c: Context, site: Site, language: Language): Promise<Response> {
  const form = await readCaseForm(c);
  if (form.line('move') === 'stay') return c.html(String(openPage(site, language)));
  const text = form.file ?? form.raw('pasted');
  const opened = openHandover(site.library, text, site.today());
  if (!opened.ok) return showOpenPage(c, site, language, opened.reason, text);
  return reviewPage(c, viewOf(site, language, draftOf(opened.value)));
}

/** A change leads back to the review; on it goes to the name, with every choice and nothing more. */
function review(c: Context, view: View, pressed: string): Response | Promise<Response> {
  const [kind = '', target = ''] = pressed.split(':');
  if (kind === 'change')
    return show(c, { ...view, draft: withValue(view.draft, 'return', 'review') }, stepNamed(target));
  return kind === 'next' ? show(c, view, stepNamed('name')) : reviewPage(c, view);
}

async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}
