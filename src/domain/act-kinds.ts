/** Kinds of act that a publication may report; counts (УК) and facts are chosen by them. */
export const actKinds = [
  'abduction',
  'detention',
  'torture',
  'injury',
  'killing',
  'extortion',
  'coercion',
  'statement',
] as const;
export type ActKind = (typeof actKinds)[number];

/** True when the two lists have a kind in common. */
export function shareKind(some: readonly ActKind[], others: readonly ActKind[]): boolean {
  return some.some((kind) => others.includes(kind));
}
