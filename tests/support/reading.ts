/** Every copy to read that there is: each template in each language, with a name and without. */
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import type { Document } from '#domain/document.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { languages } from '#domain/language.ts';
import { found } from '#domain/library.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { readingOf } from '#web/parts/reading.ts';
import { allTemplateIds, library, openService, today } from './site.ts';

export type Copy = { name: string; template: string; reading: ReadingDocument; russian: Document };

export const ownWords =
  'Читала об этом 1 апреля, в № 35 <b>&amp;</b>. العربية 漢字 12!\n\nВторой абзац, (15).';

const { site } = openService();

export const copies: Copy[] = allTemplateIds.flatMap((id) =>
  languages.flatMap((language) =>
    [exampleBody, blankBody].flatMap((make): Copy[] => {
      const template = found(library.templates, id);
      const body = make(library, template, today);
      const signed = make === exampleBody;
      const contacts = { phone: '+7 495 000-00-00', email: 'maria@example.org' };
      const checked = readComplaint(
        library,
        template,
        {
          ...body,
          ...('applicant' in body && { applicant: { ...body.applicant, ...contacts } }),
          answers: { ...body.answers, ownWords },
        },
        today,
      );
      if (!checked.ok) throw new Error(`${id}: ${JSON.stringify(checked.problems)}`);
      const reading = readingOf({ site, language, t: site.texts(language), today }, checked.value);
      const name = `${id} in ${language}${signed ? '' : ', without a name'}`;
      return reading?.language === language
        ? [{ name, template: id, reading, russian: compose(library, checked.value) }]
        : [];
    }),
  ),
);

/** Each copy once, every second one without a name: for what is slow. */
export const everySecond = copies.filter((_, place) => place % 4 === 0 || place % 4 === 3);

export function copyOf(template: string, language: string): ReadingDocument {
  const copy = copies.find((one) => one.template === template && one.reading.language === language);
  if (!copy) throw new Error(`no copy of ${template} in ${language}`);
  return copy.reading;
}

/** Without the marks of direction that a format puts between scripts. */
export function unmarked(text: string): string {
  return text.replaceAll(/[\u200e\u200f\u2066-\u2069]/gu, '');
}
