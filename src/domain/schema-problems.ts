/** From what zod found to problems with a sentence of ours: path and code, never the value. */
import type * as z from 'zod/mini';
import { type Checked, type Problem, type ProblemCode, problemCodes } from './problem.ts';
import { oneLine } from './text.ts';

/** A request is four levels deep; what lies deeper belongs to no field and is left to the schema to refuse. */
const deepest = 6;

/** A person mends a few at a time; a hostile body may hold a hundred thousand. */
const mostProblems = 100;

/** The body as `schema` reads it, or every problem at once, by path. */
export function readBy<T>(schema: z.ZodMiniType<T>, body: unknown): Checked<T> {
  const parsed = schema.safeParse(withoutEmpty(body), { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.flatMap(problemsOf);
  return { ok: false, problems: onePerPath(problems).slice(0, mostProblems) };
}

/** A value of the wrong kind may break several rules at once; the first says what to do. */
function onePerPath(problems: readonly Problem[]): Problem[] {
  return [...new Map([...problems].reverse().map((one) => [one.path, one])).values()].reverse();
}

/** Forms send an empty field where nothing was given: it counts as absent. */
export function withoutEmpty(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((inner) => withoutEmpty(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !(typeof inner === 'string' && oneLine(inner) === ''))
      .map(([key, inner]) => [key, withoutEmpty(inner, depth + 1)]),
  );
}

/** `issue` must carry its input (`reportInput`), which tells a missing value from a wrong one. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [path, plainKey(key)].filter(Boolean).join('.'),
      code: 'unknown-field',
    }));
  }
  if (issue.code === 'too_big') {
    const code = issue.origin === 'array' ? 'too-many' : 'too-long';
    return [{ path, code, params: { max: Number(issue.maximum) } }];
  }
  return [{ path, code: codeOf(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  const own = problemCodes.find((code) => code === issue.message);
  if (own) return own;
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return 'required';
  return issue.code === 'invalid_value' ? 'choice' : 'type';
}

/** A key that the caller made up may hold anything, a name too: only a plain word is repeated. */
function plainKey(key: string): string {
  return /^[a-z][A-Za-z]{0,30}$/.test(key) ? key : '?';
}
