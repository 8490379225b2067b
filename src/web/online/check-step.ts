/** What is wrong with one step, while later steps are still unanswered. */
import { filedFromPlaces } from '#domain/answers.ts';
import { readComplaint } from '#domain/complaint.ts';
import type { Problem } from '#domain/problem.ts';
import { exampleReport } from '#domain/report-example.ts';
import { toBody, value } from './draft.ts';
import type { Step, View } from './step.ts';
import { stepOf, steps } from './steps/list.ts';

/** The problems of `step` alone. What later steps will ask stands in from the example, so that each rule can be read. */
export function stepProblems(view: View, step: Step): Problem[] {
  if (step.id === 'before') {
    const place = value(view.draft, 'filedFrom');
    return filedFromPlaces.some((one) => one === place) ? [] : [{ path: 'filedFrom', code: 'required' }];
  }
  if (!view.template) return [{ path: 'template', code: 'required' }];
  if (step.id === 'warning') {
    return value(view.draft, 'acknowledged') === 'yes' ? [] : [{ path: 'acknowledged', code: 'required' }];
  }
  const { library } = view.site;
  const later = steps.slice(steps.indexOf(step) + 1).flatMap(({ fields }) => fields.filter(isAnswered));
  const body = toBody(view.draft, library, view.template);
  const filled = withExample(body, exampleReport(library, view.template, view.today), later);
  const checked = readComplaint(library, view.template, filled, view.today);
  return checked.ok ? [] : checked.problems.filter(({ path }) => stepOf(path) === step);
}

/** A sheet without a name stays one: an applicant from the example beside it would be a mistake. */
function isAnswered(path: string): boolean {
  return path !== 'blank';
}

/** `body` with the example's value at each path of `later`; what the example leaves out is absent, for the schema is strict. */
function withExample(
  body: Record<string, unknown>,
  example: Record<string, unknown>,
  later: readonly string[],
): unknown {
  const merged = structuredClone(body);
  for (const path of later) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const target = descend(merged, keys);
    const given = descend(example, keys)?.[last];
    if (!target) continue;
    if (given === undefined) delete target[last];
    else target[last] = given;
  }
  return merged;
}

function descend(value: unknown, keys: readonly string[]): Record<string, unknown> | undefined {
  let inner: unknown = value;
  for (const key of keys) inner = isRecord(inner) ? inner[key] : undefined;
  return isRecord(inner) ? inner : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
