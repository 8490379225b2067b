/** What every page of sharing is given, and the frame around it: nothing here is in an address, and nothing is kept by a browser. */
import type { Context } from 'hono';
import type { Language } from '#domain/language.ts';
import type { Problem } from '#domain/problem.ts';
import { type Html, html } from '#html.ts';
import { sentence } from '../api/problem-details.ts';
import { type CaseForm, readCaseForm } from '../case/form.ts';
import { fieldId } from '../parts/fields.ts';
import { layout } from '../parts/layout.ts';
import type { Reader } from '../parts/reader.ts';
import type { Following, Returning, Site } from '../site.ts';

export type ShareView<Behind extends Returning = Following> = Reader & {
  following: Behind;
  form: CaseForm;
  problems: readonly Problem[];
};
/** A page behind a code: made by the server, or in a tab that asks it. */
export type ReturnView = ShareView<Returning>;

export async function shareView<Behind extends Returning>(
  c: Context,
  site: Site,
  following: Behind,
  language: Language,
): Promise<ShareView<Behind>> {
  const form = await readCaseForm(c);
  return { site, following, language, t: site.texts(language), today: site.today(), form, problems: [] };
}

export type SharePage = {
  title: string;
  main: Html;
  /** Last part of the address that the form `step` posts to; absent where the page has no form. */
  step?: string;
  /** Address after the language of a page that stands by itself. */
  path?: string;
  /** More for the head. */
  head?: Html;
  /** The browser seals here, and opens sealed files. */
  seals?: boolean;
};

export function sharePage(
  { site, language, t, problems }: Pick<ShareView, 'site' | 'language' | 't' | 'problems'>,
  { title, main, step, path, head, seals = false }: SharePage,
): Html {
  return layout({
    site,
    language,
    t,
    title: t('case.tab'),
    main: html`<h1>${title}</h1>
${main}`,
    path,
    ...(step === undefined ? {} : { step, formPath: `/share${step && `/${step}`}` }),
    style: 'share.css',
    notAuthority: t('share.notAuthority'),
    wrong: problems.length > 0,
    ...(head && { head }),
    ...(seals
      ? {
          head: html`<script src="${site.assets.href('sealing.js')}" defer></script>`,
          script: 'sharing.js',
        }
      : {}),
  });
}

/** 422 where something has to be mended. */
export function showShare(
  c: Context,
  view: Omit<ReturnView, 'following'>,
  page: SharePage,
): Response | Promise<Response> {
  return c.html(String(sharePage(view, page)), view.problems.length > 0 ? 422 : 200);
}

/** What has to be mended, each with the name of its field, which it leads to. */
export function summary(
  { t, problems }: Pick<ShareView, 't' | 'problems'>,
  labels: Readonly<Record<string, string>>,
): Html | false {
  return (
    problems.length > 0 &&
    html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<p>${t('common.error.kept')}</p>
<ul>${problems.map((one) => html`<li><a href="#${fieldId(one.path)}">${labels[one.path]}: ${sentence(t, one)}</a></li>`)}</ul></div>`
  );
}

export function errorOf(
  { t, problems }: Pick<ShareView, 't' | 'problems'>,
  path: string,
): string | undefined {
  const problem = problems.find((one) => one.path === path);
  return problem && sentence(t, problem);
}

/** Fields that go along unseen. */
export function hidden(fields: Readonly<Record<string, string | undefined>>): Html {
  return html`${Object.entries(fields).map(
    ([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
}
