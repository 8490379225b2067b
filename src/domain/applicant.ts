/** The person who signs: only what 59-ФЗ ст. 7 and УПК 141 ask for, and nothing that the law does not. */
import { z } from 'zod';
import type { Form } from './names/form.ts';
import { inflectName } from './names/inflect.ts';
import { oneLine } from './text.ts';

/** Letters a person may type, before a line is refused; shown beside each field. */
export const applicantLimits = { name: 60, genitive: 190, address: 250, email: 100, phone: 30 } as const;

export const genders = ['female', 'male', 'unstated'] as const;
export type Gender = (typeof genders)[number];

const name = z
  .string()
  .overwrite(nameLine)
  .min(1, { error: 'required' })
  .max(applicantLimits.name, { abort: true })
  .superRefine(checkName);

export const applicant = z.strictObject({
  lastName: name,
  firstName: name,
  patronymic: name.optional(),
  gender: z.enum(genders).default('unstated'),
  /** Postal address for the reply (59-ФЗ ст. 7 ч. 1; without one there is no answer: ст. 11 ч. 1). */
  address: z.string().overwrite(oneLine).min(1, { error: 'required' }).max(applicantLimits.address),
  email: z
    .string()
    .overwrite(oneLine)
    .max(applicantLimits.email, { abort: true })
    .refine(isEmail, { error: 'email' })
    .optional(),
  phone: z
    .string()
    .overwrite(oneLine)
    .max(applicantLimits.phone, { abort: true })
    .refine(isPhone, { error: 'phone' })
    .optional(),
  /** The full name after «От», corrected by the person; absent: worked out, where the gender is known. */
  genitive: z
    .string()
    .overwrite(nameLine)
    .max(applicantLimits.genitive, { abort: true })
    .superRefine(checkName)
    .optional(),
});
export type Applicant = z.infer<typeof applicant>;

/** Last name, first name, patronymic, as a Russian document writes them. */
export function fullName(person: Pick<Applicant, 'lastName' | 'firstName' | 'patronymic'>): string {
  return [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' ');
}

/**
 * The name in the genitive, by the rules of names/. Undefined where the gender is not stated: it is asked, never guessed,
 * and the document then names the applicant in the nominative.
 */
export function genitiveOf(person: Name): string | undefined {
  return genitiveForm(person)?.text;
}

/** The same with how sure the rules are: where authorities disagree, the person is asked to look twice. */
export function genitiveForm(person: Name): Form | undefined {
  const { gender } = person;
  return gender === 'unstated' ? undefined : inflectName({ ...person, gender }, 'genitive');
}

type Name = Pick<Applicant, 'lastName' | 'firstName' | 'patronymic' | 'gender'>;

/** One line; the palochka of Caucasian names is often typed as a Latin I between Cyrillic letters: «ХIава». */
function nameLine(text: string): string {
  return oneLine(text).replace(/(?<=\p{Script=Cyrillic})[I|](?![a-z])|\bI(?=\p{Script=Cyrillic})/gu, 'Ӏ');
}

function checkName(text: string, issues: z.RefinementCtx): void {
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
