/** The line at the head of a document that says whose it is: «от» with the genitive, or «Заявитель:» with the nominative. */
import { type Applicant, fullName, genitiveForm, type Heading } from './applicant.ts';
import { typeset } from './typography.ts';

/** Our words and the person's, apart. */
export type HeadingLine = { label: string; name: string };

type Named = Pick<Applicant, 'lastName' | 'firstName' | 'patronymic' | 'gender' | 'genitive' | 'heading'>;

/** The line that the person chose, or else the usual one. */
export function headingLine(applicant: Named): HeadingLine {
  if (applicant.heading === 'nominative') return nominativeLine(applicant);
  if (applicant.genitive !== undefined) return genitiveLine(applicant.genitive);
  const form = genitiveForm(applicant);
  return form && (form.certain || applicant.heading === 'genitive')
    ? genitiveLine(form.text)
    : nominativeLine(applicant);
}

/**
 * What stands where nobody chose: «от» where the person typed the genitive or the rules are certain of it; «Заявитель:»
 * where the gender is not stated, or authorities disagree about the name, for a slip in one's own name looks like a forgery.
 */
export function usualHeading(applicant: Named): Heading {
  const known = applicant.genitive !== undefined || genitiveForm(applicant)?.certain === true;
  return known ? 'genitive' : 'nominative';
}

const from = typeset('от ');

/** «от Ивановой Марии» */
export function genitiveLine(name: string): HeadingLine {
  return { label: from, name };
}

/** «Заявитель: Иванова Мария» */
export function nominativeLine(person: Named): HeadingLine {
  return { label: 'Заявитель: ', name: fullName(person) };
}
