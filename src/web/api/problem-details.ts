/** Errors for programs: RFC 9457 problem details, without `instance`, in the caller's language, never echoing a value. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import type { Translate } from '#i18n.ts';

/** What went wrong, and with which status it is told: its words stand under `api.problem`. */
const statuses = {
  400: 400,
  401: 401,
  'sign-in': 401,
  403: 403,
  elsewhere: 403,
  404: 404,
  record: 404,
  code: 404,
  405: 405,
  406: 406,
  409: 409,
  410: 410,
  412: 412,
  413: 413,
  415: 415,
  422: 422,
  reused: 422,
  428: 428,
  429: 429,
  500: 500,
} as const;

export type ProblemStatus = keyof typeof statuses;

/** `members` stand beside those of RFC 9457. */
export type ProblemExtras = { members?: Record<string, unknown>; headers?: Record<string, string> };

export function problemResponse(
  c: Context,
  t: Translate,
  what: ProblemStatus,
  problems?: readonly Problem[],
  { members = {}, headers = {} }: ProblemExtras = {},
): Response {
  const status = statuses[what];
  const body = {
    type: 'about:blank',
    title: t(`api.problem.${what}.title`),
    status,
    detail: t(`api.problem.${what}.detail`),
    ...(problems && {
      errors: problems.map((one) => ({ path: one.path, code: one.code, message: sentence(t, one) })),
    }),
    ...members,
  };
  return c.body(JSON.stringify(body), status, { ...problemHeaders(t), ...headers });
}

/** Headers of every answer of this kind. */
export function problemHeaders(t: Translate): Record<string, string> {
  return {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Content-Language': t('common.language.code'),
  };
}

/** The sentence for a problem: what is wrong and what to do. */
export function sentence(t: Translate, { code, params }: Problem): string {
  return t(`errors.${code}`, params);
}
