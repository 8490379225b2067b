/** What a case file keeps of a document: its text, and, unless the person asks for it, nothing of who signed it. */
import { fullName } from '../applicant.ts';
import type { Complaint } from '../complaint.ts';
import { compose } from '../compose.ts';
import type { Block, Document } from '../document.ts';
import type { Library } from '../library.ts';
import type { Filing } from './case-file.ts';
import { textHash } from './open-case.ts';

/** Stands where the name and the address stood. */
export const leftOut = '[имя и адрес в этот файл не записаны]';

/** The document as it was made; without `named` the name, the address and the signature are left out. */
export function keptDocument(library: Library, complaint: Complaint, named: boolean): Document {
  const document = compose(library, complaint);
  if (named || !complaint.applicant) return document;
  const heads = complaint.template.blocks.filter(({ kind }) => kind === 'applicant').map(({ id }) => id);
  const name = fullName(complaint.applicant);
  return { ...document, blocks: document.blocks.map((block) => withoutPerson(block, heads, name)) };
}

function withoutPerson(block: Block, heads: readonly string[], name: string): Block {
  if (block.kind === 'signature') return { ...block, name: '' };
  if (block.kind === 'form' || block.kind === 'list') return block;
  if (heads.includes(block.id)) return { ...block, paragraphs: [[{ text: leftOut }]] };
  const paragraphs = block.paragraphs.map((runs) =>
    runs.map((run) => (run.own && run.text === name ? { ...run, text: leftOut } : run)),
  );
  return { ...block, paragraphs };
}

/** A document of the case, not yet filed. `text` is the whole of it as it is kept. */
export function newFiling(
  complaint: Complaint,
  text: string,
  more: Pick<Filing, 'id' | 'answers'> & { follows?: string },
): Filing {
  return {
    ...more,
    template: complaint.template.id,
    authority: complaint.authority?.id ?? null,
    ...(complaint.kind === 'follow-up' && complaint.court ? { court: complaint.court.name } : {}),
    date: complaint.date,
    filedFrom: complaint.filedFrom,
    text,
    sha256: textHash(text),
    events: [],
  };
}
