/** Somebody’s case: what they filed, what happened, and the document they want to write next. */
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import type { Document } from '#domain/document.ts';
import { exampleBody } from '#domain/example.ts';
import type { FollowUp } from '#domain/follow-up/follow-up.ts';
import { found, type Library } from '#domain/library.ts';
import type { Problem } from '#domain/problem.ts';
import { type FollowUpTemplate, isReport } from '#domain/template.ts';
import { allTemplateIds, library, templateIds, today } from '../../support/library.ts';

export const followUpIds = allTemplateIds.filter((id) => !templateIds.includes(id));

export function followUpOf(id: string, from: Library = library): FollowUpTemplate {
  const template = found(from.templates, id);
  if (isReport(template)) throw new Error(`not a follow-up: ${id}`);
  return template;
}

/** What a test changes in the example; `applicant`, `answers` and `filed` are changed field by field. */
export type Changes = { applicant?: object; answers?: object; filed?: object; [field: string]: unknown };

export function bodyOf(id: string, { applicant = {}, answers = {}, filed = {}, ...rest }: Changes = {}) {
  const example = exampleBody(library, followUpOf(id), today);
  if (!('filed' in example.answers)) throw new Error('an example of a first document');
  return {
    ...example,
    ...rest,
    applicant: { ...example.applicant, ...applicant },
    answers: { ...example.answers, filed: { ...example.answers.filed, ...filed }, ...answers },
  };
}

export function read(id: string, changes?: Changes, from: Library = library) {
  return readComplaint(from, followUpOf(id, from), bodyOf(id, changes), today);
}

export function followUp(id: string, changes?: Changes): FollowUp {
  const checked = read(id, changes);
  if (!checked.ok) throw new Error(`refused: ${JSON.stringify(checked.problems)}`);
  if (checked.value.kind !== 'follow-up') throw new Error('not a follow-up');
  return checked.value;
}

export function documentOf(id: string, changes?: Changes): Document {
  return compose(library, followUp(id, changes));
}

export function problemsIn(id: string, changes?: Changes, from: Library = library): Problem[] {
  const checked = read(id, changes, from);
  if (checked.ok) throw new Error('a valid request, where problems were awaited');
  return checked.problems;
}
