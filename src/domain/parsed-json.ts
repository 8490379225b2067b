/** The value that a text says in JSON; undefined where it is no JSON: the error would repeat what was typed. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
