/**
 * GET /api/filings/{id}/archive: one case as one file. Nothing is unlocked over the API, so what is in clear is told by weeks
 * in two languages, and what is sealed goes along as files of age, with a word on how they are opened.
 */
import type { Context } from 'hono';
import type { RegisteredCase } from '#register/register.ts';
import { csvLine } from '../../desk/export/csv.ts';
import { type ArchiveFile, textFile, withHashes, zipped } from '../../desk/export/zip.ts';
import type { Reader } from '../../parts/reader.ts';
import { problemResponse } from '../problem-details.ts';
import { closedIndex, readMe } from './archive-index.ts';
import type { StaffAsked } from './asked.ts';
import { caseOf } from './cases.ts';

export async function readArchive(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff } = asked;
  const found = await caseOf(c, asked);
  if (!found) return problemResponse(c, asked.t, 'record');
  const zip = zipped(await filesOf(asked, found));
  const { organisation, person } = staff.actor;
  await following.register.audit.write(organisation, { person, action: 'exported', subject: found.id });
  return c.body(zip, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="case.zip"',
    'Cache-Control': 'no-store',
  });
}

async function filesOf(
  { site, following, staff }: StaffAsked,
  found: RegisteredCase,
): Promise<ArchiveFile[]> {
  const sealed: ArchiveFile[] = [textFile('sealed-facts.json.age', found.sealed)];
  for (const { id } of found.scans) {
    const bytes = await following.register.cases.scan(staff.actor, found.id, id);
    if (bytes) sealed.push({ name: `scans/${id}.age`, bytes });
  }
  const content = [
    textFile('filings.json', `${JSON.stringify(publicly(found), null, 2)}\n`),
    textFile('events.csv', eventsTable(found)),
    ...sealed,
  ];
  const readers = (['ru', 'en'] as const).map(
    (language): Reader => ({ site, language, t: site.texts(language), today: site.today() }),
  );
  const names = content.map(({ name }) => name);
  return withHashes([
    ...readers.map((one) => textFile(`README.${one.language}.txt`, readMe(one))),
    ...readers.map((one) => textFile(`index.${one.language}.html`, closedIndex(one, found, names))),
    ...content,
  ]);
}

/** Without what the organisation writes for itself: who works on the case, and its tags. */
function publicly({ filings }: RegisteredCase) {
  return { filings: filings.map(({ id: _, ...facts }) => facts) };
}

function eventsTable({ filings }: RegisteredCase): string {
  const heading = csvLine(['number', 'document', 'event', 'week']);
  const lines = filings.flatMap(({ template, filedWeek, events }, at) =>
    [{ kind: 'sent', week: filedWeek }, ...events].map(({ kind, week }) =>
      csvLine([String(at + 1), template, kind, week]),
    ),
  );
  return `\ufeff${heading}${lines.join('')}`;
}
