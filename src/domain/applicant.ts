/** The person who signs: only what 59-ФЗ ст. 7 and УПК 141 ask for, and nothing that the law does not. */
import * as z from 'zod/mini';
import type { Form } from './names/form.ts';
import { inflectName } from './names/inflect.ts';
import { line } from './schema-parts.ts';
import { oneLine } from './text.ts';

/** Letters a person may type, before a line is refused; shown beside each field. */
export const applicantLimits = { name: 60, genitive: 190, address: 250, email: 100, phone: 30 } as const;

export const genders = ['female', 'male', 'unstated'] as const;
export type Gender = (typeof genders)[number];

/** How the head of a document names the applicant: «от Ивановой Марии» or «Заявитель: Иванова Мария». */
export const headings = ['genitive', 'nominative'] as const;
export type Heading = (typeof headings)[number];

const name = z
  .string()
  .check(
    z.overwrite(nameLine),
    z.minLength(1, { error: 'required' }),
    z.maxLength(applicantLimits.name, { abort: true }),
    z.superRefine(checkName),
  );

const fields = z.strictObject({
  lastName: name,
  firstName: name,
  patronymic: z.optional(name),
  gender: z._default(z.enum(genders), 'unstated'),
  /** Postal address for the reply (59-ФЗ ст. 7 ч. 1; without one there is no answer: ст. 11 ч. 1). */
  address: line(applicantLimits.address),
  email: z.optional(
    z
      .string()
      .check(
        z.overwrite(oneLine),
        z.maxLength(applicantLimits.email, { abort: true }),
        z.refine(isEmail, { error: 'email' }),
      ),
  ),
  phone: z.optional(
    z
      .string()
      .check(
        z.overwrite(oneLine),
        z.maxLength(applicantLimits.phone, { abort: true }),
        z.refine(isPhone, { error: 'phone' }),
      ),
  ),
  /** The line at the head; where absent, `usualHeading` chooses. */
  heading: z.optional(z.enum(headings)).check(
    z.meta({
      description:
        'How the head names the applicant: genitive is «от Ивановой Марии», nominative «Заявитель: Иванова Мария». ' +
        'Absent: the genitive where it was given below or the rules are certain of it; the nominative where the ' +
        'gender is unstated or handbooks disagree about the name.',
    }),
  ),
  /** The full name after «от», corrected by the person; absent: worked out, where the gender is known. */
  genitive: z
    .optional(
      z
        .string()
        .check(
          z.overwrite(nameLine),
          z.maxLength(applicantLimits.genitive, { abort: true }),
          z.superRefine(checkName),
        ),
    )
    .check(
      z.meta({
        description:
          'The full name in the genitive. Absent: worked out. Required where heading is genitive and gender unstated.',
      }),
    ),
});
export const applicant = fields.check(
  z.superRefine(({ heading, genitive, gender }, issues) => {
    const unknown = genitive === undefined && gender === 'unstated';
    if (heading === 'genitive' && unknown)
      issues.addIssue({ code: 'custom', path: ['genitive'], message: 'required' });
  }),
);
export type Applicant = z.infer<typeof applicant>;

/** Last name, first name, patronymic, as a Russian document writes them. */
export function fullName(person: Pick<Applicant, 'lastName' | 'firstName' | 'patronymic'>): string {
  return [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' ');
}

/**
 * The name in the genitive, by the rules of names/, with how sure they are: where authorities disagree, the nominative
 * line is offered first. Undefined where the gender is not stated: it is asked, never guessed.
 */
export function genitiveForm(person: Name): Form | undefined {
  const { gender } = person;
  return gender === 'unstated' ? undefined : inflectName({ ...person, gender }, 'genitive');
}

type Name = Pick<Applicant, 'lastName' | 'firstName' | 'patronymic' | 'gender'>;

/** One line; the palochka of Caucasian names is often typed as a Latin I between Cyrillic letters: «ХIава». */
function nameLine(text: string): string {
  return oneLine(text).replace(/(?<=\p{Script=Cyrillic})[I|](?![a-z])|\bI(?=\p{Script=Cyrillic})/gu, 'Ӏ');
}

function checkName(text: string, issues: z.core.$RefinementCtx): void {
  if (/\p{Script=Latin}/u.test(text)) issues.addIssue({ code: 'custom', message: 'latin-name' });
  else if (text !== '' && !/^\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M} '’ʼ.-]*$/u.test(text)) {
    issues.addIssue({ code: 'custom', message: 'name-characters' });
  }
}

function isEmail(text: string): boolean {
  return /^[^\s@<>"',;:()[\]\\]+@[^\s@<>"',;:()[\]\\]+\.[^\s@<>"',;:()[\]\\.]{2,}$/.test(text);
}

function isPhone(text: string): boolean {
  return /^[+\d][\d\s()./-]{4,}$/.test(text);
}
