/** What a person chooses before a case is shared: with whom, and what goes along with it, sealed. */
import * as z from 'zod/mini';
import type { CaseFile } from '#domain/case/case-file.ts';
import type { Checked, Problem } from '#domain/problem.ts';
import { type SealedFacts, sealedLimits } from '#domain/register/sealed-facts.ts';
import { line } from '#domain/schema-parts.ts';
import { readBy } from '#domain/schema-problems.ts';
import { bannedNames, namedInTexts } from '#domain/source-check.ts';
import { manyLines } from '#domain/text.ts';
import type { Html } from '#html.ts';
import { filedFrom, type Offered, sharing } from './organisations.ts';
import { hidden, type ShareView } from './view.ts';

const fields = z.object({
  organisation: z.string(),
  region: z.optional(line(sealedLimits.region)),
  contact: z.optional(line(sealedLimits.contact)),
  note: z.optional(z.string().check(z.overwrite(manyLines), z.maxLength(sealedLimits.note))),
});

export type Choices = z.infer<typeof fields> & { offered: Offered; named: boolean };

export function readChoices(
  view: ShareView,
  organisations: readonly Offered[],
  kept: CaseFile,
): Checked<Choices> {
  const { form, site } = view;
  const { organisation, ...rest } = typed(view);
  const read = readBy(fields, { organisation, ...rest });
  const chosen = organisations.find(({ key }) => key === organisation);
  const problems: Problem[] = [
    ...(chosen ? [] : [{ path: 'organisation', code: 'choice' } as const]),
    ...(chosen && sharing(view, chosen, filedFrom(kept)) === 'refused'
      ? [{ path: 'organisation', code: 'sharing-refused' } as const]
      : []),
    ...(read.ok ? [] : read.problems.filter(({ path }) => path !== 'organisation')),
    ...bannedNames(namedInTexts(site.library, Object.entries(rest))),
  ];
  if (!read.ok || !chosen || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...read.value, offered: chosen, named: form.raw('named') === 'yes' } };
}

/** As it was typed, to be shown again or carried on. */
export function typed({ form }: ShareView) {
  return {
    organisation: form.line('organisation'),
    region: form.line('region'),
    contact: form.line('contact'),
    note: form.lines('note'),
  };
}

/** The choices as fields that nobody sees, on the pages between. */
export function carriedChoices(view: ShareView): Html {
  return hidden({ ...typed(view), ...(view.form.raw('named') === 'yes' ? { named: 'yes' } : {}) });
}

/** What is sealed beside the case. */
export function sealedWith({ today }: ShareView, kept: CaseFile, choices: Choices): SealedFacts {
  const { region, contact, note } = choices;
  return {
    format: 'sealed-facts',
    version: 1,
    case: kept,
    ...(region === undefined ? {} : { region }),
    ...(contact === undefined ? {} : { contact }),
    notes: note === undefined || note === '' ? [] : [{ day: today, text: note }],
    scans: [],
  };
}
