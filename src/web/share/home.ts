/**
 * Where a shared case lives: its pages are those of any case. The case travels in their form as always, and the code beside
 * it; what is changed stays with the person until they send it.
 */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { CaseFile } from '#domain/case/case-file.ts';
import { isoDate } from '#domain/dates.ts';
import { mayBeNamed } from '#domain/register/member-organisation.ts';
import { note, sealedLimits } from '#domain/register/sealed-facts.ts';
import { readBy } from '#domain/schema-problems.ts';
import type { Html } from '#html.ts';
import { caseBody } from '../case/overview/page.ts';
import { showCasePage } from '../case/shell.ts';
import { type CaseHome, type CaseView, viewOf } from '../case/view.ts';
import { layout } from '../parts/layout.ts';
import type { Found } from './by-code.ts';
import { type Notice, panel } from './panel.ts';
import { deletedIn } from './until.ts';
import { hidden, type ReturnView } from './view.ts';

const name = z.string().check(z.maxLength(300));

/** What a page says of the sharing without asking the register again. */
const standing = z.strictObject({
  version: z.int(),
  /** Of the organisation; null where it must not be named, or is not there any more. */
  name: z.nullable(z.strictObject({ ru: name, en: name })),
  /** Some day of the month in which it is deleted by itself. */
  until: isoDate,
  withdrawn: z.boolean(),
  scans: z.array(z.strictObject({ id: z.string(), name: z.string() })).check(z.maxLength(sealedLimits.scans)),
  notes: z.array(note),
});
export type Standing = z.infer<typeof standing>;

export type Shared = Standing & { code: string };

export async function standingOf(view: ReturnView, { code, record, facts }: Found): Promise<Shared> {
  const organisation = await view.following.register.organisations.get(record.organisation);
  return {
    code,
    version: record.version,
    name: organisation && mayBeNamed(organisation) ? organisation.name : null,
    until: deletedIn(record.changedWeek, organisation?.retentionMonths ?? 0),
    withdrawn: record.withdrawn,
    scans: facts.scans.map(({ id, name }) => ({ id, name })),
    notes: facts.notes,
  };
}

/** As a page carried it; undefined where the form did not come from one. */
export function carriedStanding({ form }: Pick<ReturnView, 'form'>): Shared | undefined {
  try {
    const read = readBy(standing, {
      ...JSON.parse(form.raw('shared')),
      scans: JSON.parse(form.raw('scans')),
      notes: JSON.parse(form.raw('notes') || '[]'),
    });
    return read.ok && form.raw('code') !== '' ? { ...read.value, code: form.raw('code') } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What a page of the shared case says beside the case itself. */
export type Told = {
  unsaved?: boolean;
  notice?: Notice;
  altered?: readonly string[];
};

/** The case page of a shared case. */
export function showShared(
  c: Context,
  view: ReturnView,
  shared: Shared,
  kept: CaseFile,
  told: Told,
): Response | Promise<Response> {
  const { unsaved = false, altered = [] } = told;
  const caseView = { ...viewOf(view.site, view.language, view.form), kept, altered, unsaved };
  return overview(c, { ...caseView, home: homeOf(view, shared, caseView) }, shared, told);
}

export function homeOf(
  view: Pick<ReturnView, 'site' | 'language' | 't'>,
  shared: Shared,
  { kept, unsaved }: Pick<CaseView, 'kept' | 'unsaved'>,
): CaseHome {
  return {
    path: `/${view.language}/share/case`,
    carried: carried(shared, kept, unsaved),
    frame: (page) => frame(view, page),
    overview: (c, changed) => overview(c, { ...changed, home: homeOf(view, shared, changed) }, shared, {}),
  };
}

/** Notes that go along from page to page, the newest: a form has room for a megabyte. */
const mostNotes = 20;

export function carried({ code, scans, notes, ...rest }: Shared, kept: CaseFile, unsaved: boolean): Html {
  return hidden({
    case: JSON.stringify(kept),
    code,
    shared: JSON.stringify(rest),
    scans: JSON.stringify(scans),
    notes: JSON.stringify(notes.slice(-mostNotes)),
    unsaved: unsaved ? 'yes' : undefined,
  });
}

function overview(
  c: Context,
  view: CaseView,
  shared: Shared,
  { notice }: Told,
): Response | Promise<Response> {
  const body = caseBody(view, panel(view, shared, notice));
  return showCasePage(c, view, { id: '', title: view.t('case.title'), body, back: false });
}

function frame(
  { site, language, t }: Pick<ReturnView, 'site' | 'language' | 't'>,
  { main, id, wrong, seals }: Parameters<CaseHome['frame']>[0],
): Html {
  return layout({
    site,
    language,
    t,
    title: t('case.tab'),
    main,
    path: undefined,
    step: id,
    formPath: `/share/case${id && `/${id}`}`,
    style: 'case.css',
    notAuthority: t('share.notAuthority'),
    wrong,
    ...(seals ? { script: 'sealing.js' } : {}),
  });
}
