/** How many of the latest months the statistics show. */
export const spans = [
  { id: '12', months: 12 },
  { id: '36', months: 36 },
  { id: 'all', months: undefined },
] as const;
export type Span = (typeof spans)[number];

export function spanIn(typed: string | undefined): Span {
  return spans.find(({ id }) => id === typed) ?? spans[0];
}
