/** A passport shows names in capitals, and people type them so; the rules know «Иванов», not «ИВАНОВ». */

/** In: a name as typed. Out: the same with small letters after the first of each part, where it was in capitals. */
export function inWords(name: string): string {
  if (!isInCapitals(name)) return name;
  return name.toLowerCase().replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** In: a name as typed and its form. Out: the form, in capitals where the name was. */
export function inCaseOf(typed: string, inflected: string): string {
  return isInCapitals(typed) ? inflected.toUpperCase() : inflected;
}

function isInCapitals(name: string): boolean {
  return name.length > 1 && name === name.toUpperCase();
}
