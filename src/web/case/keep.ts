/** From the end of the walk to a case: the document as it was made becomes its first. */

import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type CaseFile, caseVersion } from '#domain/case/case-file.ts';
import { keptDocument, newFiling } from '#domain/case/filing-text.ts';
import type { Complaint } from '#domain/complaint.ts';
import type { Language } from '#domain/language.ts';
import { withoutEmpty } from '#domain/schema-problems.ts';
import { complaintOf } from '../online/complaint-of.ts';
import { readDraft, toBody } from '../online/draft.ts';
import { stepNamed } from '../online/order.ts';
import { show } from '../online/step-page.ts';
import { viewOf as walkView } from '../online/walk.ts';
import type { Site } from '../site.ts';
import { readCaseForm } from './form.ts';
import { showOverview } from './overview/page.ts';
import { viewOf } from './view.ts';

/** The last step of the walk posts its answers; where one is missing, the check page says which. */
export async function keepCase(c: Context, site: Site, language: Language): Promise<Response> {
  const form = await readCaseForm(c);
  const draft = readDraft(new URLSearchParams(form.entries.map(([name, value]) => [name, value])));
  const view = walkView(site, language, draft);
  const checked = complaintOf(view);
  if (!checked.ok) return show(c, { ...view, problems: checked.problems }, stepNamed('check'));
  const body = toBody(draft, site.library, view.template);
  const kept = await newCase(site, checked.value, body, form.raw('keepNamed') === 'yes');
  return showOverview(c, { ...viewOf(site, language, form), kept, altered: [], unsaved: true });
}

const answers = z.record(z.string(), z.json());

/** Ids are random and made here only because the form has no script of its own; this server forgets them. */
export async function newCase(
  site: Site,
  complaint: Complaint,
  body: unknown,
  named: boolean,
): Promise<CaseFile> {
  const filing = newFiling(complaint, await keptText(site, complaint, named), {
    id: crypto.randomUUID(),
    answers: answersOf(body),
  });
  return {
    format: 'case',
    version: caseVersion,
    case: crypto.randomUUID(),
    filings: [filing],
    ...(named && complaint.applicant ? { applicant: complaint.applicant } : {}),
  };
}

/** The document as text, without the person unless `named`. */
export async function keptText(site: Site, complaint: Complaint, named: boolean): Promise<string> {
  const format = site.formats.txt;
  if (!format) throw new Error('no text format');
  const text = await format.render(keptDocument(site.library, complaint, named));
  return typeof text === 'string' ? text : new TextDecoder().decode(text);
}

/** The answers of a request body, without what was left empty. */
export function answersOf(body: unknown): CaseFile['filings'][number]['answers'] {
  const given = typeof body === 'object' && body !== null && 'answers' in body ? body.answers : {};
  return answers.parse(withoutEmpty(given));
}
