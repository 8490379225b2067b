/** Another second factor: a new secret is shown, and one code of the old and one of the new prove the way over. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { hidden, secretField } from '../fields.ts';
import { credentialOf, isSecret, newSecret, stepOf } from '../second-factor.ts';
import { type FieldProblem, problemOf, showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { notProved, proveAgain, provingFields, signedOut } from './page.ts';
import { secretToKeep } from './qr.ts';

export const factorPage: DeskHandler = (c, view) => showFactor(c, view, newSecret(), []);

export const changeFactor: DeskHandler = async (c, view) => {
  const { t, form, staff, following } = view;
  const { id } = staff.session.person;
  const secret = form.raw('made');
  if (!isSecret(secret)) return factorPage(c, view);
  const step = stepOf(secret, form.raw('newTotp'), following.now().getTime());
  if (step === undefined)
    return showFactor(c, view, secret, [{ field: 'newTotp', text: t('desk.account.wrongCode') }]);
  const proved = await proveAgain(view);
  if (!proved.ok) return showFactor(c, view, secret, [notProved(view)]);
  const credential = await credentialOf(following, form.raw('password'), secret);
  if (!(await following.register.people.setCredential(id, credential, staff.session.token)))
    return signedOut(c, view);
  const main = html`<p>${t('desk.account.factorAfter')}</p>
<p><a href="${deskHref(view, '/account')}">${t('desk.account.back')}</a></p>`;
  return showDeskPage(c, view, { title: t('desk.account.factorDone'), path: '/account', main });
};

function showFactor(c: Context, view: DeskView, secret: string, problems: readonly FieldProblem[]) {
  const { t, staff } = view;
  const main = html`<form id="step" method="post" action="${deskHref(view, '/account/factor')}" novalidate>
${hidden([['made', secret]])}
<h2>${t('desk.account.factorStepNew')}</h2>
${secretToKeep(t, secret, staff.session.person.login)}
${secretField({ name: 'newTotp', label: t('desk.account.firstCode'), hint: t('desk.account.firstCodeHint'), autocomplete: 'one-time-code', kind: 'code', error: problemOf(problems, 'newTotp') })}
<h2>${t('desk.account.factorStepOld')}</h2>
${provingFields(view, problems)}
<div class="buttons"><button>${t('desk.account.changeFactor')}</button></div>
</form>
<p><a href="${deskHref(view, '/account')}">${t('desk.account.back')}</a></p>`;
  return showDeskPage(c, view, {
    title: t('desk.account.factorTitle'),
    path: '/account/factor',
    main,
    problems,
  });
}
