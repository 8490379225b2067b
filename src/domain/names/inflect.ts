/** A person's whole name in the genitive or the dative: petrovich below, the rules of this folder above. */
import { inCaseOf, inWords } from './capitals.ts';
import { inflectSurname } from './double-surnames.ts';
import { inflectFirstName } from './first-names.ts';
import type { Form, NameCase, NameGender } from './form.ts';
import { inflectPatronymic } from './patronymics.ts';

export type InflectedPerson = {
  lastName: string;
  firstName: string;
  patronymic?: string | undefined;
  gender: NameGender;
};

/**
 * In: the parts of a name, the gender as the person stated it, and the case. Out: last name, first name, patronymic in
 * that case; `certain` is false where authorities disagree or the rules do not know: the page may then suggest the
 * nominative line «Заявитель: …». Each rule names its source where it stands.
 */
export function inflectName(person: InflectedPerson, grammaticalCase: NameCase): Form {
  const { lastName, firstName, patronymic, gender } = person;
  const forms = [
    part(inflectSurname, lastName, gender, grammaticalCase),
    part(inflectFirstName, firstName, gender, grammaticalCase),
    ...(patronymic ? [part(inflectPatronymic, patronymic, gender, grammaticalCase)] : []),
  ];
  return {
    text: forms.map(({ text }) => text).join(' '),
    certain: forms.every(({ certain }) => certain),
  };
}

type Rule = (name: string, gender: NameGender, grammaticalCase: NameCase) => Form;

function part(rule: Rule, typed: string, gender: NameGender, grammaticalCase: NameCase): Form {
  const { text, certain } = rule(inWords(typed), gender, grammaticalCase);
  return { text: inCaseOf(typed, text), certain };
}
