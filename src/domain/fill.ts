/** Fills one template text with the values of one document. */
import { fullName, type Gender } from './applicant.ts';
import { requestsBriefly } from './brief.ts';
import { nameByHand } from './by-hand.ts';
import type { Complaint } from './complaint.ts';
import type { Paragraph, Run } from './document.ts';
import { type FollowUpFilling, followUpCondition, followUpValue } from './follow-up/words.ts';
import { found } from './library.ts';
import { citeNorms } from './norm.ts';
import { type ReportFilling, reportCondition, reportValue } from './report-words.ts';
import { standing } from './standing.ts';
import type { Condition, Conditions, TemplatePart, TemplateText } from './template.ts';
import { typeset } from './typography.ts';

/** A document with what is worked out from it once: of a first one its counts, of a follow-up its terms. */
export type Filling = ReportFilling | FollowUpFilling;

/** The paragraph, with our words typeset and the person's marked as theirs. */
export function fillText(text: TemplateText, given: Filling): Paragraph {
  return text.some(({ kind }) => kind === 'value')
    ? text
        .flatMap((part) => (part.kind === 'value' ? valueWithWords(part, given) : [fillPart(part, given)]))
        .filter((run) => run.text !== '')
        .map(withoutSecondStop)
    : paragraphWithoutValues(given.library, text, given.variant, () => [
        { text: text.map((part) => fillPart(part, given).text).join('') },
      ]);
}

/** « за № 123»; nothing at all where there is no number. */
function valueWithWords({ name, before }: Extract<TemplatePart, { kind: 'value' }>, given: Filling): Run[] {
  const run = value(name, given);
  if (before === undefined) return [run];
  const gap = /^[,;]/.test(before) ? '' : ' ';
  return run.text === '' ? [] : [{ text: typeset(`${gap}${before} `) }, run];
}

/** «и др.» at the end of a sentence has its full stop already. */
function withoutSecondStop(run: Run, at: number, runs: readonly Run[]): Run {
  const second = run.text.startsWith('.') && runs[at - 1]?.text.endsWith('.');
  return second ? { ...run, text: run.text.slice(1) } : run;
}

const paragraphWithoutValues = standing<Paragraph>();
const wordsBetweenValues = standing<Run>();

/** Whether a block stands in this document. */
export function holds(conditions: Conditions, given: Filling): boolean {
  return conditions.every((condition) => isMet(condition, given) !== condition.negated);
}

function isMet({ name, values }: Condition, given: Filling): boolean {
  const held = conditionValues(name, given);
  return values.length > 0 ? held.some((one) => values.includes(one)) : held.some((one) => one !== '');
}

function fillPart(part: TemplatePart, given: Filling): Run {
  switch (part.kind) {
    case 'text':
    case 'gender':
    case 'number':
    case 'norms':
      return wordsBetweenValues(given.library, part, given.variant, () => ({
        text: typeset(standingWords(part, given)),
      }));
    case 'value':
      return value(part.name, given);
    default:
      return part satisfies never;
  }
}

function standingWords(part: Exclude<TemplatePart, { kind: 'value' }>, given: Filling): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'gender':
      return part[genderOf(given.complaint)];
    case 'number':
      return part[given.number[part.of] ?? 'several'];
    case 'norms':
      return citeNorms(part.ids.map((id) => found(given.library.norms, id)));
    default:
      return part satisfies never;
  }
}

/** A sheet to fill in by hand says nothing of who signs it. */
function genderOf(complaint: Complaint): Gender {
  return complaint.applicant?.gender ?? 'unstated';
}

function value(name: string, given: Filling): Run {
  const { complaint } = given;
  switch (name) {
    case 'authority.name':
      return { text: typeset(complaint.authority?.name.ru ?? '') };
    case 'applicant.name':
      return complaint.applicant ? { text: fullName(complaint.applicant), own: true } : { text: nameByHand };
    case 'requests.short':
      return { text: typeset(requestsBriefly(complaint)) };
    default:
      return given.kind === 'report' ? reportValue(name, given) : followUpValue(name, given);
  }
}

/** Everything that a condition of this name may be compared with; no value, or an empty one, is none. */
function conditionValues(name: string, given: Filling): readonly string[] {
  const { complaint } = given;
  switch (name) {
    case 'episode':
      return [complaint.episode.id];
    case 'filedFrom':
      return [complaint.filedFrom];
    case 'authority':
      return [complaint.authority?.id ?? ''];
    case 'own-words':
      return [complaint.ownWords ?? ''];
    default:
      return given.kind === 'report' ? reportCondition(name, given) : followUpCondition(name, given);
  }
}
