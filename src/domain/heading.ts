/** The line at the head of a document that says whose it is: «от» with the genitive, or «Заявитель:» with the nominative. */
import { type Applicant, fullName, genitiveForm, genitiveOf, type Heading } from './applicant.ts';
import { typeset } from './typography.ts';

/** Our words and the person's, apart. */
export type HeadingLine = { label: string; name: string };

type Named = Pick<Applicant, 'lastName' | 'firstName' | 'patronymic' | 'gender' | 'genitive' | 'heading'>;

/** The line that the person chose, or else the usual one. */
export function headingLine(applicant: Named): HeadingLine {
  const genitive = applicant.genitive ?? genitiveOf(applicant);
  const heading = applicant.heading ?? usualHeading(applicant);
  return heading === 'genitive' && genitive !== undefined
    ? genitiveLine(genitive)
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

/** «от Ивановой Марии» */
export function genitiveLine(name: string): HeadingLine {
  return { label: typeset('от '), name };
}

/** «Заявитель: Иванова Мария» */
export function nominativeLine(person: Named): HeadingLine {
  return { label: 'Заявитель: ', name: fullName(person) };
}
