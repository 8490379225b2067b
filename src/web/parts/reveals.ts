/** What a file tells about whoever made it, in plain sentences beside the button that makes it. Each claim is held by a test. */
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';

/** Formats of a letter, as their buttons stand after the walk and in a case. */
export type LetterFormat = 'docx' | 'pdf' | 'txt' | 'html';

const claims = {
  docx: ['reveals.docx.properties', 'reveals.docx.times', 'reveals.docx.fonts', 'reveals.docx.later'],
  pdf: ['reveals.pdf.properties', 'reveals.pdf.times', 'reveals.pdf.fonts'],
  txt: ['reveals.txt.properties'],
  html: ['reveals.html.properties', 'reveals.html.own', 'reveals.html.fonts', 'reveals.html.network'],
} as const;

/** Under the button of one format; `byHand` where the name is left to a pen. */
export function letterReveals(t: Translate, format: LetterFormat, byHand: boolean): Html {
  return panel(t('reveals.summary'), format.toUpperCase(), [
    t(byHand ? 'reveals.inside.byHand' : 'reveals.inside.named'),
    t('reveals.inside.same'),
    ...claims[format].map((claim) => t(claim)),
    t('reveals.letterName'),
  ]);
}

/** Under the button that opens the letter in a tab of its own. */
export function printReveals(t: Translate): Html {
  return panel(t('reveals.print.title'), '', [t('reveals.print.text'), t('reveals.print.pdf')]);
}

/** Label, inventory and mark of receipt; `asText` where they are offered as a file too. */
export function paperReveals(t: Translate, byHand: boolean, asText: boolean): Html {
  return panel(t('reveals.papers.title'), '', [
    t(byHand ? 'reveals.papers.byHand' : 'reveals.papers.named'),
    t('reveals.papers.topic'),
    ...(asText ? [t('reveals.papers.file')] : []),
  ]);
}

/** `named` where the person wanted their name in the case. */
export function caseReveals(t: Translate, named: boolean): Html {
  return panel(t('reveals.summary'), '', [
    t(named ? 'reveals.case.named' : 'reveals.case.unnamed'),
    t('reveals.case.id'),
    t('reveals.case.properties'),
    t('reveals.case.plain'),
    t('reveals.case.sealed'),
    t('reveals.case.name'),
  ]);
}

export function calendarReveals(t: Translate): Html {
  return panel(t('reveals.summary'), '', [
    t('reveals.calendar.titles'),
    t('reveals.calendar.inside'),
    t('reveals.calendar.id'),
    t('reveals.calendar.cloud'),
    t('reveals.calendar.name'),
  ]);
}

/** What no file can help: the machine it lies on, and every way it takes from there. */
export function waysReveal(t: Translate): Html {
  return panel(
    t('reveals.after.title'),
    '',
    (['device', 'printer', 'shop', 'email', 'messenger', 'portal'] as const).map((one) =>
      t(`reveals.after.${one}`),
    ),
  );
}

/** `what` tells panels apart for those who hear the page. */
function panel(title: string, what: string, sentences: readonly string[]): Html {
  return html`<details class="choice-more reveals"><summary>${title}${what !== '' && html`<span class="unseen">: ${what}</span>`}</summary>
<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul></details>`;
}
