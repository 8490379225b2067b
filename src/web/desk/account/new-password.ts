/** A password that somebody chooses: long is what counts, so nothing is asked but length. */
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { secretField } from '../fields.ts';
import { type FieldProblem, problemOf } from '../shell.ts';

export const shortestPassword = 12;
const longest = 500;

export function newPasswordFields(t: Translate, problems: readonly FieldProblem[]): Html {
  const hint = html`<p>${t('desk.account.passwordHint', { count: shortestPassword })}</p>`;
  return html`${secretField({ name: 'new', label: t('desk.account.newPassword'), hint, autocomplete: 'new-password', kind: 'hidden', error: problemOf(problems, 'new') })}
${secretField({ name: 'again', label: t('desk.account.again'), autocomplete: 'new-password', kind: 'hidden', error: problemOf(problems, 'again') })}`;
}

export function newPasswordProblems(
  t: Translate,
  { password, again, login }: { password: string; again: string; login: string },
): FieldProblem[] {
  const letters = [...password].length;
  if (letters < shortestPassword || letters > longest)
    return [{ field: 'new', text: t('desk.account.short', { count: shortestPassword }) }];
  if (login.length > 2 && password.toLowerCase().includes(login.toLowerCase()))
    return [{ field: 'new', text: t('desk.account.holdsLogin') }];
  if (new Set(password).size < 5) return [{ field: 'new', text: t('desk.account.repeats') }];
  if (password !== again) return [{ field: 'again', text: t('desk.account.differs') }];
  return [];
}
