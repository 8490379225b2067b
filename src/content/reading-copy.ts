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

/** None where the file has no body; throws {@link BrokenContent} where it cannot be read. */
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
  if (findings.length > 0) throw new BrokenContent(findings);
  return matched(template, blocks, madeFrom);
}

/**
 * The copy in the order and under the conditions of the Russian. What a lawyer has changed since is behind: shown with a
 * mark where it can be, left out where it cannot; it never keeps the service from starting.
 */
function matched(
  template: Template,
  copy: readonly TemplateBlock[],
  madeFrom: Readonly<Record<string, string>>,
): ReadingCopy {
  const byId = new Map(copy.map((block) => [block.id, block]));
  const stale: string[] = [];
  const blocks = template.blocks.flatMap((russian) => {
    const own = byId.get(russian.id);
    const same = own !== undefined && outline(own) === outline(russian);
    if (!same || madeFrom[blockPath(template.id, russian)] !== fingerprint(russian)) stale.push(russian.id);
    return own?.kind === russian.kind ? [{ ...own, when: russian.when }] : [];
  });
  return { blocks, stale };
}

/** Under what the fingerprint of a block is kept. */
export function blockPath(template: string, { id }: TemplateBlock): string {
  return `complaints/${template}#${id}`;
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
