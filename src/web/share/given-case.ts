/** The case that came with the form, from the case pages or as a file: read by its schema before anything else. */
import type { CaseFile } from '#domain/case/case-file.ts';
import { openCase } from '#domain/case/open-case.ts';
import { type CaseToShare, caseToShare, withoutPerson } from '#domain/register/case-to-share.ts';
import { isBannedCase } from '../case/banned-in-case.ts';
import type { OpenProblem } from '../case/open.ts';
import type { ShareView } from './view.ts';

export type Given = { ok: true; kept: CaseFile } | { ok: false; reason: OpenProblem };

export async function givenCase({ site, form }: Pick<ShareView, 'site' | 'form'>): Promise<Given> {
  const opened = openCase(form.raw('case') || (form.file ?? form.raw('pasted')));
  if (!opened.ok) return { ok: false, reason: opened.reason };
  if (await isBannedCase(site.library, opened.value)) return { ok: false, reason: 'banned' };
  return { ok: true, kept: opened.value };
}

/** As it would be shared; the person only where they ticked it. */
export function shareable({ site }: Pick<ShareView, 'site'>, kept: CaseFile, named: boolean): CaseToShare {
  return caseToShare(site.library, named ? kept : withoutPerson(kept));
}
