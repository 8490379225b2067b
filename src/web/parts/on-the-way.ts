/** What leads a document on its way, the same after the walk and in a case: checklists and papers, each in a tab of its own. */
import { paperKinds } from '#domain/filing/paper.ts';
import type { Way } from '#domain/filing/ways.ts';
import { type Html, html } from '#html.ts';
import type { Reader } from './reader.ts';

/** The checklist of one way to an office. */
export function wayLink(
  { language }: Pick<Reader, 'language'>,
  office: string,
  { channel, guide }: Way,
): Html {
  return html`<a href="/${language}/filing/${office}/${channel}" target="_blank" rel="noopener">${guide.name[language]}</a>`;
}

/** A button for each paper, which posts the answers of its form to `address`. */
export function paperItems({ t }: Pick<Reader, 't'>, address: string): Html[] {
  return paperKinds.map(
    (
      kind,
    ) => html`<li><button class="secondary" formaction="${address}" formtarget="_blank" name="paper" value="${kind}">${t(`filing.paper.${kind}.label`)}</button>
<p class="hint">${t(`filing.paper.${kind}.hint`)}</p></li>`,
  );
}
