/** YAML → a checked value, with every problem tied to the line it stands on. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { BrokenContent } from './finding.ts';

/** zod/mini carries no sentences; whoever mends a file needs them. */
const { localeError: error } = z.locales.en();

/**
 * Reads YAML `text` of `file` against `schema`. Throws {@link BrokenContent} naming each line to mend.
 * `firstLine` is the line of `file` on which the text begins: front matter starts at 2.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodMiniType<T>, firstLine = 1): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    throw new BrokenContent(
      document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        message: error.message.split('\n')[0] ?? error.message,
      })),
    );
  }
  const parsed = schema.safeParse(document.toJS(), { error });
  if (parsed.success) return parsed.data;
  throw new BrokenContent(
    parsed.error.issues.map((issue) => {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      return {
        file,
        line: lineAt(offsetOf(document, path)),
        message: `${path.join('.') || 'file'}: ${issue.message}`,
      };
    }),
  );
}

/** Offset of the node at `path`, or of the nearest parent that exists (a missing key has no place of its own). */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
