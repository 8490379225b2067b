/** What every rule about a name takes and gives. */

/** Asked of the person, never guessed from the name. */
export type NameGender = 'female' | 'male';
/**
 * Documents of today need the genitive alone («от Ивановой»); the dative is held to the same list of people and kept for
 * papers to come («выдать Ивановой»).
 */
export type NameCase = 'genitive' | 'dative';

/** A name in another case; `certain` is false where authorities disagree or no rule knows the name. */
export type Form = { text: string; certain: boolean };

/** In: a form. Out: that form, of which all authorities are agreed. */
export function sure(text: string): Form {
  return { text, certain: true };
}

/** In: a form. Out: that form, as the best guess only: the page then suggests «Заявитель: …». */
export function doubtful(text: string): Form {
  return { text, certain: false };
}
