/** Reads a finished PDF: what a screen reader says, where the ink is, and what the file tells about itself. */
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';

/** An element as a screen reader meets it: its role (H1, P, Lbl …) and its text; page by page. */
export type Heard = { page: number; role: string; text: string };
/** A stretch of text on paper, in points from the left and the bottom edge. */
export type Ink = { page: number; text: string; left: number; right: number; bottom: number; size: number };
export type Pdf = { pages: number; heard: Heard[]; ink: Ink[]; info: object; xmp: string; outline: string[] };

const item = z.union([
  z.object({
    str: z.string(),
    hasEOL: z.boolean(),
    width: z.number(),
    transform: z.array(z.number()),
  }),
  z.object({ type: z.string(), id: z.string().nullish() }),
]);
const content = z.object({ items: z.array(item) });

type Node = {
  role?: string | undefined;
  type?: string | undefined;
  id?: string | undefined;
  children?: Node[] | undefined;
};
const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    role: z.string().optional(),
    type: z.string().optional(),
    id: z.string().optional(),
    children: z.array(node).optional(),
  }),
);

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const [heard, ink]: [Heard[], Ink[]] = [[], []];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { items } = content.parse(await page.getTextContent({ includeMarkedContent: true }));
    const tagged = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const one of items) {
      if ('type' in one) {
        if (one.type === 'endMarkedContent') open.pop();
        else open.push(one.id ?? undefined);
        continue;
      }
      const [, , , size = 0, left = 0, bottom = 0] = one.transform;
      if (one.str.trim() !== '')
        ink.push({ page: number, text: one.str, left, right: left + one.width, bottom, size });
      const id = open.findLast((name) => name !== undefined);
      if (id !== undefined) tagged.set(id, (tagged.get(id) ?? '') + one.str + (one.hasEOL ? '\n' : ''));
    }
    collect(node.parse((await page.getStructTree()) ?? {}), '', number, tagged, heard);
  }
  const { info, metadata } = await file.getMetadata();
  const outline =
    z
      .array(z.object({ title: z.string() }))
      .nullable()
      .parse(await file.getOutline()) ?? [];
  const xmp = z.string().parse(metadata?.getRaw() ?? '');
  await file.cleanup();
  return { pages: file.numPages, heard, ink, info, xmp, outline: outline.map(({ title }) => title) };
}

/** Elements that hold text themselves, in reading order. */
function collect(from: Node, role: string, page: number, tagged: Map<string, string>, into: Heard[]): void {
  const children = from.children ?? [];
  const own = children.flatMap((one) => (one.type === 'content' && one.id ? (tagged.get(one.id) ?? '') : []));
  if (own.length > 0) into.push({ page, role, text: own.join('') });
  for (const one of children) if (one.type !== 'content') collect(one, one.role ?? '', page, tagged, into);
}

/** All that is heard but the numbers of lists: to be compared with what the document says. */
export function lettersHeard(heard: readonly Heard[]): string {
  const spoken = heard.filter(({ role }) => role !== 'Lbl').map(({ text }) => text);
  return letters(spoken.join(''));
}

/** Without spaces and hyphens, which come and go at the ends of lines. */
export function letters(text: string): string {
  return text.replaceAll(/[\s\u00ad-]+/g, '');
}
