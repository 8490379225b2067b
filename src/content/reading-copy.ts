/**
 * The body of `<lng>.md`: the text of a complaint for a reader who has no Russian, block by block as in `ru.md`. It is
 * never filed. A block made from Russian words that have changed since is marked as behind.
 */
import type { RootContent } from 'mdast';
import type { ReadingCopy, Template, TemplateBlock, TemplateText } from '#domain/template.ts';
import { vocabularies } from '#domain/vocabulary.ts';
import { BrokenContent, type Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { isDirective, readBlock } from './template-blocks.ts';
import { type KnownIds, type Reading, report } from './template-text.ts';

/** None where the file has no body; throws {@link BrokenContent} where a block does not answer to its Russian one. */
export function readReadingCopy(
  file: string,
  body: readonly RootContent[],
  template: Template,
  known: KnownIds | undefined,
  madeFrom: Readonly<Record<string, string>>,
): ReadingCopy | undefined {
  if (body.length === 0) return undefined;
  const findings: Finding[] = [];
  const vocabulary = vocabularies[template.matter.kind];
  const reading: Reading = { file, findings, known, vocabulary, norms: new Set() };
  const blocks = body.flatMap((node) => {
    if (isDirective(node)) return readBlock(node, reading);
    report(reading, node, 'text outside a block would be lost: put it into :::text{#some-id} … :::');
    return [];
  });
  for (const message of differences(template.blocks, blocks)) findings.push({ file, line: 1, message });
  if (findings.length > 0) throw new BrokenContent(findings);
  const stale = template.blocks.filter(
    (block) => madeFrom[blockPath(template.id, block)] !== fingerprint(block),
  );
  return { blocks, stale: stale.map(({ id }) => id) };
}

/** Under what the fingerprint of a block is kept. */
export function blockPath(template: string, { id }: TemplateBlock): string {
  return `complaints/${template}#${id}`;
}

function differences(russian: readonly TemplateBlock[], copy: readonly TemplateBlock[]): string[] {
  const [ours, theirs] = [copy.map(outline), russian.map(outline)];
  return [
    ...theirs.filter((one) => !ours.includes(one)).map((one) => `ru.md has ${one}, here is none such`),
    ...ours.filter((one) => !theirs.includes(one)).map((one) => `ru.md has no ${one}`),
    ...(ours.length === theirs.length ? [] : [`ru.md has ${theirs.length} blocks, here are ${ours.length}`]),
  ];
}

/** What must be the same in every language: kind, id, conditions, values, norms. */
function outline(block: TemplateBlock): string {
  const texts = block.kind === 'requests' ? block.requests.map(({ text }) => text) : [];
  const requests =
    block.kind === 'requests' ? block.requests.map(({ id, when }) => `${id} ${JSON.stringify(when)}`) : [];
  const paragraphs = 'paragraphs' in block ? block.paragraphs : texts;
  const placeholders = paragraphs.flatMap(placeholdersIn).sort();
  return `${block.kind} {#${block.id}} ${JSON.stringify(block.when)} ${[...requests, ...placeholders].join(' ')}`.trim();
}

function placeholdersIn(text: TemplateText): string[] {
  return text.flatMap((part) => {
    if (part.kind === 'value') return [`:v[${part.name}]`];
    return part.kind === 'norms' ? [`:norms[${[...part.ids].sort().join(', ')}]`] : [];
  });
}
