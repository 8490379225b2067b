/** Errors for programs: RFC 9457 problem details, without `instance`, in the caller's language, never echoing a value. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import type { Translate } from '#i18n.ts';

const titles = {
  400: 'api.problem.400',
  404: 'api.problem.404',
  405: 'api.problem.405',
  406: 'api.problem.406',
  413: 'api.problem.413',
  415: 'api.problem.415',
  422: 'api.problem.422',
  500: 'api.problem.500',
} as const;

export type ProblemStatus = keyof typeof titles;

export function problemResponse(
  c: Context,
  t: Translate,
  status: ProblemStatus,
  problems?: readonly Problem[],
): Response {
  const body = {
    type: 'about:blank',
    title: t(`${titles[status]}.title`),
    status,
    detail: t(`${titles[status]}.detail`),
    ...(problems && {
      errors: problems.map((one) => ({ path: one.path, code: one.code, message: sentence(t, one) })),
    }),
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Content-Language': t('common.language.code'),
  });
}

/** The sentence for a problem: what is wrong and what to do. */
export function sentence(t: Translate, { code, params }: Problem): string {
  return t(`errors.${code}`, params);
}
