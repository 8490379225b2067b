/** One page of the walk: which fields it asks, and how it shows them. */
import type { Episode } from '#domain/episode.ts';
import type { Problem } from '#domain/problem.ts';
import type { ReportTemplate } from '#domain/template.ts';
import type { Html } from '#html.ts';
import type { Key } from '#i18n.ts';
import type { Reader } from '../parts/reader.ts';
import type { Draft } from './draft.ts';

export type View = Reader & {
  draft: Draft;
  template: ReportTemplate | undefined;
  episode: Episode | undefined;
  problems: readonly Problem[];
  /** Blank publications to show beside those already typed. */
  blankSources: number;
};

export type Step = {
  id: string;
  /** Beginnings of the paths of its fields. */
  fields: readonly string[];
  title: Key;
  /** True where the answers given so far make the step needless. */
  skip?: (view: View) => boolean;
  body: (view: View) => Html;
};

/** Whether `step` asks for the field at `path`. */
export function asks({ fields }: Step, path: string): boolean {
  return fields.some((field) => path === field || path.startsWith(`${field}.`));
}
