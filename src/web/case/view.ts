/** What a page of the case is given: the case as it came with the form, and what the person pressed and typed. */
import type { Context } from 'hono';
import type { CaseFile, Filing } from '#domain/case/case-file.ts';
import { filingOf } from '#domain/case/edit.ts';
import type { Finding } from '#domain/case/what-they-answered.ts';
import type { Language } from '#domain/language.ts';
import type { Problem } from '#domain/problem.ts';
import type { Html } from '#html.ts';
import type { Reader } from '../parts/reader.ts';
import type { Site } from '../site.ts';
import type { CaseForm } from './form.ts';

/** Where a case lives that does not travel in its form: in the register, behind a desk or a code. */
export type CaseHome = {
  /** Address that its pages lie below: `/ru/desk/case/7f…`. */
  path: string;
  /** Hidden fields that every form takes along in place of the case. */
  carried: Html;
  /** The page around the form. */
  frame: (page: { title: string; main: Html; id: string; wrong: boolean; seals: boolean }) => Html;
  /** The page of the case: where `unsaved` it is stored first. */
  overview: (c: Context, view: CaseView) => Response | Promise<Response>;
};

export type CaseView = Reader & {
  /** Absent where the case travels in the form. */
  home?: CaseHome;
  kept: CaseFile;
  /** Documents whose text is not the one that was kept. */
  altered: readonly string[];
  form: CaseForm;
  problems: readonly Problem[];
  /** What the last answer was found to be. */
  finding?: Finding | 'added';
  /** True where the case has changed since it was opened or saved. */
  unsaved: boolean;
};

/** The document that the button or the form is about; where they name none, the first. */
export function filingIn({ kept, form }: CaseView, id = ''): Filing {
  const [first] = kept.filings;
  const named = filingOf(kept, id || form.line('filing')) ?? first;
  if (!named) throw new Error('a case without documents');
  return named;
}

/** Address of a page of the case; of the case itself without a name. */
export function pathIn({ home, language }: Pick<CaseView, 'home' | 'language'>, page = ''): string {
  return `${home?.path ?? `/${language}/case`}${page && `/${page}`}`;
}

/** The same page with a case that has changed. */
export function withCase(view: CaseView, kept: CaseFile, finding?: CaseView['finding']): CaseView {
  return { ...view, kept, problems: [], unsaved: true, ...(finding && { finding }) };
}

export function viewOf(site: Site, language: Language, form: CaseForm): Omit<CaseView, 'kept' | 'altered'> {
  return {
    site,
    language,
    t: site.texts(language),
    today: site.today(),
    form,
    problems: [],
    unsaved: form.raw('unsaved') === 'yes',
  };
}
