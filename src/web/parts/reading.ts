/** The document on a page: alone for those who read Russian, and for others beside what it says. */
import type { Complaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { pairs, type ReadingDocument, readingLanguage } from '#domain/reading/compose-reading.ts';
import { type Html, html } from '#html.ts';
import type { Reader } from './reader.ts';
import { readingWords } from './reading-words.ts';

/** What a reader of Russian needs not, and what nobody has translated, is not there. */
export function readingOf({ site, language, t }: Reader, complaint: Complaint): ReadingDocument | undefined {
  if (language === 'ru') return undefined;
  const spoken = readingLanguage(complaint, language);
  if (!spoken) return undefined;
  return {
    language: spoken,
    direction: site.texts(spoken)('common.language.dir') === 'rtl' ? 'rtl' : 'ltr',
    date: complaint.date,
    pairs: pairs(site.library, complaint, readingWords(site, spoken)),
    labels: {
      title: t('reading.title'),
      mark: t('reading.mark'),
      note: t('reading.note'),
      russian: t('reading.russian'),
      copy: t('reading.copy'),
      stale: t('reading.stale'),
    },
  };
}

/** `label` names the region for those who hear it. */
export function documentView(reader: Reader, complaint: Complaint, label: string): Html {
  const { site, language, t } = reader;
  const reading = readingOf(reader, complaint);
  if (!reading)
    return html`<div class="sheet" tabindex="0" role="region" aria-label="${label}">${site.preview(compose(site.library, complaint))}</div>`;
  return html`<p>${t('reading.note')}</p>
${reading.language !== language && html`<p class="caution">${t('reading.standIn')}</p>`}
${complaint.ownWords !== undefined && html`<p class="hint">${t('reading.ownWords')}</p>`}
<div class="sheet" tabindex="0" role="region" aria-label="${label}">${site.readingPreview(reading)}</div>`;
}

/** Buttons for the copy as a file, each posting the answers of the page's form to `action`. */
export function readingButtons(reader: Reader, complaint: Complaint, action: string): Html | false {
  const { site, t } = reader;
  if (!readingOf(reader, complaint)) return false;
  const files = (['docx', 'pdf'] as const).filter((format) => Object.hasOwn(site.readings, format));
  return html`<section class="reading-files"><h2>${t('reading.title')}</h2>
<p class="hint">${t('reading.note')}</p>
<ul class="files">${files.map((format) => html`<li><button class="secondary" formaction="${action}" name="reading" value="${format}">${t(`reading.download.${format}`)}</button></li>`)}
<li><button class="secondary" formaction="${action}" formtarget="_blank" name="reading" value="html">${t('reading.download.print')}</button></li></ul></section>`;
}
