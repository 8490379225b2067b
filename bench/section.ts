/** What a part of the benchmark found: a table, and the goals that it can judge. */

/** `unit` stands behind the number, × where there is none. */
export type Goal = { what: string; wanted: string; got: number; met: boolean; unit?: string };
export type Section = {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  goals: readonly Goal[];
  /** What a reader has to know to read the numbers rightly. */
  notes: readonly string[];
};

export function atLeast(what: string, wanted: number, got: number): Goal {
  return { what, wanted: `≥ ${wanted}×`, got, met: got >= wanted };
}

export function atMost(what: string, wanted: number, got: number): Goal {
  return { what, wanted: `≤ ${wanted}×`, got, met: got <= wanted };
}

/** Three significant digits, and thousands apart. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-US', {
    minimumFractionDigits: Math.min(digits, 4),
    maximumFractionDigits: Math.min(digits, 4),
  });
}

export function times(value: number): string {
  return `${figure(value)}×`;
}
