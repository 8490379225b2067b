/** One line of the lists: a person, and the forms that were worked out from the grammar, not from the program. */
import type { NameGender } from '#domain/names/form.ts';

export type ListedPerson = {
  lastName: string;
  firstName: string;
  patronymic: string | null;
  gender: NameGender;
  genitive: string;
  dative: string;
  /** Why authorities or bearers disagree about a part of the name. */
  disputed?: string;
};

type Line = (nominative: string, genitive: string, dative: string, disputed?: string) => ListedPerson;

/** The nominative is the last name, the first name, and all the rest is the patronymic: no part but that has spaces. */
export const woman: Line = (...line) => person('female', ...line);
export const man: Line = (...line) => person('male', ...line);

function person(
  gender: NameGender,
  ...[nominative, genitive, dative, disputed]: Parameters<Line>
): ListedPerson {
  const [lastName = '', firstName = '', ...rest] = nominative.split(' ');
  const patronymic = rest.length > 0 ? rest.join(' ') : null;
  return {
    lastName,
    firstName,
    patronymic,
    gender,
    genitive,
    dative,
    ...(disputed === undefined ? {} : { disputed }),
  };
}
