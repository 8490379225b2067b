/** The copy to read as an answer: a file, or the page with both texts to print. Its name tells nothing, and it is kept by no cache. */
import type { Context } from 'hono';
import type { Complaint } from '#domain/complaint.ts';
import { setPolicy } from './middleware/own-policy.ts';
import type { Reader } from './parts/reader.ts';
import { readingOf } from './parts/reading.ts';

/** Undefined where this document has no copy for this reader. */
export function readingFile(
  c: Context,
  reader: Reader,
  complaint: Complaint,
  asked: string,
): Response | undefined {
  const reading = readingOf(reader, complaint);
  const { readings } = reader.site;
  const format = Object.hasOwn(readings, asked) ? readings[asked] : readings.html;
  if (!reading || !format) return undefined;
  setPolicy(c, format.policy);
  return c.body(format.render(reading), 200, {
    'Content-Type': format.type,
    'Content-Disposition':
      format.extension === 'html'
        ? 'inline'
        : `attachment; filename="perevod-${reading.date}.${format.extension}"`,
    'Content-Language': reading.language,
    'Cache-Control': 'no-store',
  });
}
