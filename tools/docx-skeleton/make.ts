/** The skeleton of a letter: written with `docx`, stripped, and cut where the words will go. */
import { Packer } from 'docx';
import {
  documentPart,
  type ItemKind,
  type ParagraphKind,
  paragraphKinds,
  type Skeleton,
} from '../../src/renderers/docx/skeleton.ts';
import { kinds, layOut, numbered } from './layout.ts';
import { onlyTheLetter } from './only-the-letter.ts';

/** Lists of one document that may each begin at 1: four in the longest template of today. */
const lists = 16;
const words = 'WORDS';

type Sample = { kind: ParagraphKind; list: number | undefined };

const samples = paragraphKinds.flatMap((kind): Sample[] =>
  isItem(kind) ? Array.from({ length: lists }, (_, list) => ({ kind, list })) : [{ kind, list: undefined }],
);

export async function makeSkeleton(): Promise<Skeleton> {
  const paragraphs = samples.map(({ kind, list }) => ({
    ...(list === undefined ? kinds[kind] : numbered(kinds[kind], list)),
    text: words,
  }));
  const parts = onlyTheLetter(new Uint8Array(await Packer.toArrayBuffer(layOut(paragraphs))));
  const document = parts.get(documentPart) ?? '';
  parts.delete(documentPart);
  return { parts: Object.fromEntries(parts), document: cut(document) };
}

function cut(xml: string): Skeleton['document'] {
  const printed = xml.match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
  const pieces = printed.map((paragraph) => paragraph.split(words));
  const openings = new Map(
    samples.map((sample, index) => [`${sample.kind} ${sample.list}`, pieces[index]?.[0]]),
  );
  const opening = (kind: ParagraphKind, list?: number): string => {
    const found = openings.get(`${kind} ${list}`);
    if (!found) throw new Error(`docx wrote no paragraph for ${kind}`);
    return found;
  };
  const ofLists = (kind: ItemKind) => Array.from({ length: lists }, (_, list) => opening(kind, list));
  const closings = new Set(pieces.map(([, closing]) => closing));
  const [closing] = closings;
  if (closings.size !== 1 || !closing || printed.length !== samples.length)
    throw new Error('docx writes paragraphs otherwise than before');
  return {
    head: xml.slice(0, xml.indexOf('<w:p>')),
    openings: {
      ...others(opening),
      item: ofLists('item'),
      itemKept: ofLists('itemKept'),
    },
    tab: '</w:t><w:tab/><w:t xml:space="preserve">',
    closing,
    foot: xml.slice(xml.lastIndexOf('</w:p>') + '</w:p>'.length),
  };
}

function others(opening: (kind: ParagraphKind) => string): Omit<Skeleton['document']['openings'], ItemKind> {
  return {
    header: opening('header'),
    headerLast: opening('headerLast'),
    titleOnly: opening('titleOnly'),
    titleFirst: opening('titleFirst'),
    titleFurther: opening('titleFurther'),
    titleLast: opening('titleLast'),
    lead: opening('lead'),
    text: opening('text'),
    textKept: opening('textKept'),
    textWhole: opening('textWhole'),
    signature: opening('signature'),
    signatureKept: opening('signatureKept'),
    formLabel: opening('formLabel'),
    formLine: opening('formLine'),
    formLast: opening('formLast'),
  };
}

function isItem(kind: ParagraphKind): kind is ItemKind {
  return kind === 'item' || kind === 'itemKept';
}
