/** The letter as an answer: the bytes of one format, under a name that tells nothing. The API and the walk end here. */
import type { Context } from 'hono';
import type { Complaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { fileName } from '#domain/document.ts';
import type { Library } from '#domain/library.ts';
import { setPolicy } from './middleware/own-policy.ts';
import type { SiteFormat } from './site.ts';

/** The whole document in `format`: to save, or with `inline` to be shown by the browser. */
export async function letterFile(
  c: Context,
  library: Library,
  complaint: Complaint,
  format: SiteFormat,
  disposition: 'attachment' | 'inline' = 'attachment',
): Promise<Response> {
  const document = compose(library, complaint);
  setPolicy(c, format.policy);
  return c.body(await format.render(document), 200, fileHeaders(document, format, disposition));
}

/** Headers of a file with a person's letter: Russian, and kept by no cache. */
export function fileHeaders(
  document: { date: string },
  format: SiteFormat,
  disposition: 'attachment' | 'inline' = 'attachment',
): Record<string, string> {
  return {
    'Content-Type': format.type,
    'Content-Disposition':
      disposition === 'inline' ? 'inline' : `attachment; filename="${fileName(document, format.extension)}"`,
    'Content-Language': 'ru',
    'Cache-Control': 'no-store',
  };
}
