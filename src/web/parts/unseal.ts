/** The field for the passphrase of a sealed file: shown by the script that opens it in the browser, where such a file was chosen. */
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';

/** What stands beside the field, and what is told where no script can open anything. */
export function unsealField(
  t: Translate,
  { hint, withoutScript }: { hint: string; withoutScript: string },
): Html {
  return html`<div class="field" data-unseal hidden>
<label for="f-unseal">${t('case.open.passphrase')}</label>
<div class="hint" id="f-unseal-hint">${hint}</div>
<p class="wrong" data-unseal-wrong hidden>${t('case.open.passphraseWrong')}</p>
<p data-unseal-busy role="status" hidden>${t('case.open.busy')}</p>
<input type="text" class="masked" id="f-unseal" autocomplete="off" autocapitalize="none" aria-describedby="f-unseal-hint">
</div>
<noscript><p class="hint">${withoutScript}</p></noscript>`;
}

/** Of a case file. */
export function unsealCase(t: Translate): Html {
  return unsealField(t, {
    hint: t('case.open.passphraseHint'),
    withoutScript: t('case.open.sealedWithoutScript'),
  });
}
