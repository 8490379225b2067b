/** A passphrase for the organisation's key: long, or made by chance. */
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { secretField } from '../fields.ts';
import { type FieldProblem, problemOf } from '../shell.ts';

export const shortestPassphrase = 16;
const longest = 500;

/** No letter that looks like another. 20 of 23 letters are 90 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz';

function madePassphrase(): string {
  let made = '';
  while (made.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      if (byte < letters.length * 11 && made.length < 20) made += letters.charAt(byte % letters.length);
  }
  return (made.match(/.{5}/g) ?? []).join('-');
}

export function newPassphraseFields(t: Translate, problems: readonly FieldProblem[]): Html {
  const hint = html`<p>${t('desk.key.passphraseHint', { count: shortestPassphrase })}</p>
<p>${t('desk.key.offered')} <code class="secret">${madePassphrase()}</code></p>`;
  return html`${secretField({ name: 'new', label: t('desk.key.newPassphrase'), hint, autocomplete: 'off', kind: 'shown', error: problemOf(problems, 'new') })}
${secretField({ name: 'again', label: t('desk.key.again'), autocomplete: 'off', kind: 'shown', error: problemOf(problems, 'again') })}`;
}

export function passphraseProblems(t: Translate, passphrase: string, again: string): FieldProblem[] {
  const length = [...passphrase].length;
  if (length < shortestPassphrase || length > longest || new Set(passphrase).size < 6)
    return [{ field: 'new', text: t('desk.key.short', { count: shortestPassphrase }) }];
  return passphrase === again ? [] : [{ field: 'again', text: t('desk.key.differs') }];
}
