/** The real `templates/`, read once per test file, and complaints made from it the way a person would. */
import { join } from 'node:path';
import { readLibrary } from '#content/library.ts';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { type Block, type Document, type Paragraph, plain } from '#domain/document.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { type Library, reportTemplate } from '#domain/library.ts';
import type { Problem } from '#domain/problem.ts';
import type { Report } from '#domain/report.ts';
import type { ReportTemplate } from '#domain/template.ts';

export const templatesFolder = join(import.meta.dirname, '../../templates');
export const library = readLibrary(templatesFolder);
/** First documents; every document of the library, follow-ups too. */
export const templateIds = [...library.templates.keys()].filter((id) => reportTemplate(library, id));
export const allTemplateIds = [...library.templates.keys()];

/** A day on which every count of 2017 but the medium ones still runs. */
export const today = '2026-12-01';

export function templateOf(id: string, from: Library = library): ReportTemplate {
  const template = reportTemplate(from, id);
  if (!template) throw new Error(`not a first document: ${id}`);
  return template;
}

/** What a test changes in the example request; `applicant` and `answers` are changed field by field. */
export type Changes = { applicant?: object; answers?: object; [field: string]: unknown };

/** The example request of a template, with recommended sources and requests left to their defaults. */
export function bodyOf(template: string, { applicant = {}, answers = {}, ...rest }: Changes = {}) {
  const example = exampleBody(library, templateOf(template), today);
  const { sources: _sources, requests: _requests, ...given } = example.answers;
  return {
    ...example,
    ...rest,
    applicant: { ...example.applicant, ...applicant },
    answers: { ...given, ...answers },
  };
}

/** Answers about an episode that the person describes. */
export const described = {
  episode: 'other',
  reports: 'Газета сообщила о похищении людей.',
  acts: { kinds: ['abduction'], from: '2024-03-01', to: '2024-03-02' },
  ownSources: [{ title: 'Пропали люди', outlet: 'Городская газета', date: '2024-03-05' }],
} as const;

export function read(template: string, changes?: Changes, from: Library = library) {
  return readComplaint(from, templateOf(template, from), bodyOf(template, changes), today);
}

/** The complaint of a request that must be in order. */
export function complaintOf(template: string, changes?: Changes, from: Library = library): Report {
  const checked = read(template, changes, from);
  if (checked.ok) return checked.value;
  throw new Error(`not a valid request: ${JSON.stringify(checked.problems)}`);
}

/** What the person has to mend in a request that must not pass. */
export function problemsIn(template: string, changes?: Changes, from: Library = library): Problem[] {
  const checked = read(template, changes, from);
  if (!checked.ok) return checked.problems;
  throw new Error('a valid request, where problems were awaited');
}

/** Each problem as «path code». */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ path, code }) => `${path} ${code}`);
}

export function documentOf(template: string, changes?: Changes): Document {
  return compose(library, complaintOf(template, changes));
}

/** A sheet without a name, which whoever signs fills in by hand. */
export function sheetOf(template: string): Document {
  const body = blankBody(library, templateOf(template), today);
  const checked = readComplaint(library, templateOf(template), body, today);
  if (checked.ok) return compose(library, checked.value);
  throw new Error(`not a valid request: ${JSON.stringify(checked.problems)}`);
}

/** Every paragraph of a block, in order; a signature is its date and its name. */
export function paragraphsOf(block: Block): Paragraph[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(({ text }) => text);
    case 'form':
      return block.fields.map(({ label }) => [{ text: label }]);
    case 'signature':
      return [[{ text: [block.date, block.name].filter(Boolean).join(' ') }]];
    default:
      return [...block.paragraphs];
  }
}

/** The text of one block as a reader sees it, paragraph by line; spaces are plain, so that a test can be typed. */
export function blockText(document: Document, id: string): string {
  const block = document.blocks.find((one) => one.id === id);
  if (!block) throw new Error(`no block ${id}; there are ${document.blocks.map((one) => one.id).join(', ')}`);
  return linesOf([block]);
}

export function documentText(document: Document): string {
  return linesOf(document.blocks);
}

function linesOf(blocks: readonly Block[]): string {
  return blocks.flatMap(paragraphsOf).map(plain).join('\n').replaceAll('\u00a0', ' ');
}

/** Ids of the items of a list block. */
export function itemsOf(document: Document, id: string): string[] {
  const block = document.blocks.find((one) => one.id === id);
  return block?.kind === 'list' ? block.items.map((item) => item.id) : [];
}

/**
 * Each count that a text names, with its remark: «ч. 3 ст. 286 УК РФ (…) — в части деяний, …». A remark is written once,
 * before all counts that share it. Points («п. «а»») are the lawyers' choice and left out.
 */
export function countLines(text: string): string[] {
  let remark = '';
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/п\. (?:«[а-я]»(?:, )?)+ /gu, '')
    .split(/; (?![^(]*\))/u)
    .map((part) => {
      const [, before, count = part] = /^((?:в части|с учётом)[^:]*): (.*)$/u.exec(part) ?? [];
      if (before) remark = ` — ${before.replace(/, — также$/u, '')}`;
      return count + remark;
    });
}
