/**
 * The value that a text says in JSON; undefined where it is no JSON, for the error would repeat what was typed, and where it
 * is nested deeper than anything of ours: schemas read level by level, by calling themselves.
 */
export function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value, deepest) ? undefined : value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A case within sealed facts needs less than twenty. */
const deepest = 50;

/** Looks no further down than it takes to know. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
