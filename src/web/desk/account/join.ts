/**
 * The way in with an invitation, or once more after a reset. The one-time token stands behind # in the link, so no server and
 * no log sees it; a script moves it into the form, and who runs none pastes it.
 */
import type { Context } from 'hono';
import { oneLine } from '#domain/text.ts';
import type { Invitation } from '#register/register.ts';
import type { Reader } from '../../parts/reader.ts';
import { sha256 } from '../../sha256.ts';
import type { Following } from '../../site.ts';
import { type DeskForm, readDeskForm } from '../form.ts';
import { credentialOf, isSecret, newSecret, stepOf } from '../second-factor.ts';
import type { FieldProblem } from '../shell.ts';
import { begin } from '../sign-in.ts';
import { holdSession } from '../sign-in-page.ts';
import { deskHref } from '../view.ts';
import { askToken, showJoin } from './join-page.ts';
import { newPasswordProblems } from './new-password.ts';

export function joinPage(c: Context, reader: Reader): Response | Promise<Response> {
  return askToken(c, reader);
}

export async function join(c: Context, reader: Reader, following: Following): Promise<Response> {
  const form = await readDeskForm(c);
  const token = tokenIn(form.raw('token'));
  const hash = await sha256(token);
  const invitation = await following.register.people.invitation(hash, following.now().getTime());
  if (!invitation) return askToken(c, reader, 'gone');
  const secret = form.raw('made');
  if (!isSecret(secret)) return showJoin(c, reader, { invitation, token, secret: newSecret(), form });
  const problems = problemsOf(reader, following, form, secret);
  const again = (found: readonly FieldProblem[]) =>
    showJoin(c, reader, { invitation, token, secret, form, problems: found });
  if (problems.length > 0) return again(problems);
  const accepted = await accept(following, hash, form, secret);
  if (accepted === 'gone') return askToken(c, reader, 'gone');
  if (accepted === 'taken') return again([{ field: 'login', text: reader.t('desk.join.taken') }]);
  const { person, opened } = accepted;
  const begun = await begin(following, person, opened);
  if (begun !== undefined) holdSession(c, reader.site, begun, person);
  return c.redirect(deskHref(reader, ''), 303);
}

/** The code that confirmed the phone is used up by it. */
async function accept({ register, ...rest }: Following, hash: string, form: DeskForm, secret: string) {
  const now = rest.now().getTime();
  const credential = await credentialOf(rest, form.raw('new'), secret);
  const person = await register.people.accept(hash, { login: oneLine(form.raw('login')), credential }, now);
  const step = stepOf(secret, form.raw('totp'), now);
  if (typeof person === 'string') return person;
  if (step !== undefined) await register.people.useStep(person.id, step);
  return { person, opened: credential.sealedSecret };
}

function problemsOf({ t }: Reader, { now }: Following, form: DeskForm, secret: string): FieldProblem[] {
  const login = oneLine(form.raw('login'));
  const fits = /^[\p{L}\p{N}][\p{L}\p{N}._-]{2,39}$/u.test(login);
  return [
    ...(fits ? [] : [{ field: 'login', text: t('desk.join.loginForm') }]),
    ...newPasswordProblems(t, { password: form.raw('new'), again: form.raw('again'), login }),
    ...(stepOf(secret, form.raw('totp'), now().getTime()) === undefined
      ? [{ field: 'totp', text: t('desk.account.wrongCode') }]
      : []),
  ];
}

/** The token, out of the whole link too. */
function tokenIn(typed: string): string {
  return /[0-9a-f]{64}/.exec(typed.replace(/\s/g, ''))?.[0] ?? '';
}

export type Joining = {
  invitation: Invitation;
  token: string;
  secret: string;
  form: DeskForm;
  problems?: readonly FieldProblem[];
};
