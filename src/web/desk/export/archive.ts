/** One case as one file for other hands: documents, events, scans, fingerprints, and an index in two languages. */
import type { CaseFile, Filing } from '#domain/case/case-file.ts';
import { compose } from '#domain/compose.ts';
import { filingTitle, officeName } from '../../case/overview/filing-card.ts';
import { type OpenedCase, openingOf } from '../case/opening.ts';
import { showOpened } from '../case/page.ts';
import { endingOf } from '../case/scan-files.ts';
import { notHere } from '../closed.ts';
import { askPassphrase } from '../key/unlock.ts';
import type { DeskHandler, DeskView } from '../view.ts';
import { csvLine, dayCell, numberCell } from './csv.ts';
import { indexPage } from './index-page.ts';
import { madeAnew } from './made-anew.ts';
import { type ArchiveFile, textFile, withHashes, zipped } from './zip.ts';

export const archiveFile: DeskHandler = async (c, view) => {
  const opening = await openingOf(c, view);
  const identity = await view.identity();
  if (opening.state === 'gone') return notHere(c, view);
  if (opening.state === 'locked' || identity === undefined) return askPassphrase(c, view);
  if (opening.state !== 'opened') return notHere(c, view);
  const { opened } = opening;
  const { following, staff, form, t } = view;
  const recipient = form.line('recipient');
  if (recipient !== '' && !/^age1[a-z0-9]{58}$/.test(recipient))
    return showOpened(c, view, opened, { field: 'recipient', text: t('desk.case.archive.wrongRecipient') });
  const zip = zipped(await archiveOf(view, opened, identity));
  const sealed = recipient === '' ? undefined : await sealedTo(view, zip, recipient);
  if (sealed === 'wrong')
    return showOpened(c, view, opened, { field: 'recipient', text: t('desk.case.archive.wrongRecipient') });
  await following.register.audit.write(staff.actor.organisation, {
    person: staff.actor.person,
    action: 'exported',
    subject: opened.record.id,
  });
  return c.body(sealed ?? zip, 200, {
    'Content-Type': sealed ? 'application/octet-stream' : 'application/zip',
    'Content-Disposition': `attachment; filename="case.zip${sealed ? '.age' : ''}"`,
    'Cache-Control': 'no-store',
  });
};

/** A key of the right form may still be none. */
async function sealedTo(view: DeskView, zip: Uint8Array, recipient: string) {
  try {
    return await view.following.sealing.sealFile(zip, [recipient]);
  } catch {
    return 'wrong';
  }
}

/** Every file of the archive, the fingerprints last. */
async function archiveOf(view: DeskView, opened: OpenedCase, identity: string): Promise<ArchiveFile[]> {
  const { facts } = opened;
  const documents = await documentsOf(view, facts.case);
  const scans = await scansOf(view, opened, identity);
  const filings = facts.case.filings.map(({ text, answers: _, sha256, ...rest }) => ({
    ...rest,
    ...(text !== '' && { sha256 }), // of a text that nobody kept it would be the hash of nothing
  }));
  const content = [
    ...documents,
    ...scans,
    textFile(
      'events.json',
      `${JSON.stringify({ ...(facts.region && { region: facts.region }), filings }, null, 2)}\n`,
    ),
    textFile('events.csv', eventsTable(view, facts.case)),
  ];
  const names = content.map(({ name }) => name);
  const all = [
    ...(['ru', 'en'] as const).map((language) =>
      textFile(
        `index.${language}.html`,
        indexPage({ ...view, language, t: view.site.texts(language) }, opened, names),
      ),
    ),
    ...content,
  ];
  return withHashes(all);
}

/** The text that was filed, where it was kept, and the document made anew from its answers, where that can be done. */
async function documentsOf(view: DeskView, kept: CaseFile): Promise<ArchiveFile[]> {
  const { site } = view;
  const files: ArchiveFile[] = [];
  for (const [at, filing] of kept.filings.entries()) {
    const stem = `documents/${at + 1}-${filing.template}`;
    if (filing.text !== '') files.push(textFile(`${stem}-filed.txt`, filing.text));
    const complaint = madeAnew(site.library, kept, filing, view.today);
    if (!complaint) continue;
    const document = compose(site.library, complaint);
    for (const name of ['docx', 'txt'] as const) {
      const made = await site.formats[name]?.render(document);
      if (made === undefined) continue;
      files.push(
        typeof made === 'string'
          ? textFile(`${stem}-anew.${name}`, made)
          : { name: `${stem}-anew.${name}`, bytes: made },
      );
    }
  }
  return files;
}

async function scansOf(
  { following, staff }: DeskView,
  { facts, record }: OpenedCase,
  identity: string,
): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  for (const [at, scan] of facts.scans.entries()) {
    const sealed = await following.register.cases.scan(staff.actor, record.id, scan.id);
    const bytes = sealed && (await following.sealing.openBytes(sealed, identity));
    if (bytes) files.push({ name: `scans/scan-${at + 1}.${endingOf(scan.type)}`, bytes });
  }
  return files;
}

function eventsTable(view: DeskView, { filings }: CaseFile): string {
  const { t, language, site } = view;
  const heading = (
    ['number', 'document', 'office', 'event', 'day', 'letter', 'to', 'days', 'grounds', 'signedBy'] as const
  ).map((one) => t(`desk.export.eventColumn.${one}`));
  const line = (filing: Filing, at: number) =>
    filing.events.map(({ kind, date, number, to, days, grounds, signedBy }) =>
      csvLine([
        String(at + 1),
        filingTitle(view, filing),
        officeName(view, filing),
        t(`clock.event.${kind}`),
        dayCell(language, date),
        numberCell(number),
        site.library.authorities.get(to ?? '')?.name[language] ?? to ?? '',
        days === undefined ? '' : String(days),
        grounds === undefined ? '' : t(`case.grounds.${grounds}`),
        signedBy ?? '',
      ]),
    );
  return `\ufeff${csvLine(heading)}${filings.flatMap(line).join('')}`;
}
