/** `templates/complaints/<id>/ru.md` → a Template: front matter, then blocks with ids. */
import type { RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import {
  type ReadingCopy,
  type Template,
  type TemplateBlock,
  type TemplateMatter,
  type TranslationMatter,
  templateMatter,
  translationMatter,
} from '#domain/template.ts';
import { vocabularies } from '#domain/vocabulary.ts';
import { BrokenContent, type Finding } from './finding.ts';
import { readReadingCopy } from './reading-copy.ts';
import { isDirective, readBlock, readShort } from './template-blocks.ts';
import { type KnownIds, type Reading, report } from './template-text.ts';
import { readYaml } from './yaml-text.ts';

/** Parses the Russian text of a complaint; throws {@link BrokenContent} with every line to mend. */
export function readTemplate(id: string, file: string, text: string, known: KnownIds | undefined): Template {
  const { matter, body } = split(file, text);
  const checkedMatter = readYaml(file, matter.text, templateMatter, matter.firstLine);
  const findings: Finding[] = [];
  const vocabulary = vocabularies[checkedMatter.kind];
  const reading: Reading = { file, findings, known, vocabulary, norms: new Set() };
  const directives = body.filter(isDirective);
  for (const node of body.filter((one) => !isDirective(one)))
    report(reading, node, 'text outside a block would be lost: put it into :::text{#some-id} … :::');
  const short = directives
    .filter((node) => node.name === 'short')
    .flatMap((node) => readShort(node, reading));
  const blocks = directives
    .filter((node) => node.name !== 'short')
    .flatMap((node) => readBlock(node, reading));
  checkWhole(blocks, short, checkedMatter, reading);
  if (findings.length > 0) throw new BrokenContent(findings);
  const read = { id, translations: {}, readings: {}, blocks, short, norms: [...reading.norms] };
  return checkedMatter.kind === 'report'
    ? { ...read, matter: checkedMatter }
    : { ...read, matter: checkedMatter };
}

/** What `<lng>.md` says about the complaint in another language, and the copy to read, where it has one. */
export type Translation = { matter: TranslationMatter; reading: ReadingCopy | undefined };

/** Every request and every limit must be there, and every block of a copy. */
export function readTranslation(
  file: string,
  text: string,
  template: Template,
  known: KnownIds | undefined,
  madeFrom: Readonly<Record<string, string>>,
): Translation {
  const { matter, body } = split(file, text);
  return {
    matter: readMatter(file, matter, template.matter),
    reading: readReadingCopy(file, body, template, known, madeFrom),
  };
}

function readMatter(
  file: string,
  matter: { text: string; firstLine: number },
  { requests, limits }: TemplateMatter,
): TranslationMatter {
  const read = readYaml(file, matter.text, translationMatter, matter.firstLine);
  const messages = [
    ...missingFrom(requests, read.requests).map((id) => `requests.${id} of ru.md is missing here`),
    ...missingFrom(read.requests, requests).map((id) => `requests.${id} is not in ru.md`),
    ...(read.limits.length === limits.length
      ? []
      : [`ru.md has ${limits.length} limits, here are ${read.limits.length}`]),
  ];
  if (messages.length === 0) return read;
  throw new BrokenContent(messages.map((message) => ({ file, line: 1, message })));
}

function missingFrom(some: object, others: object): string[] {
  return Object.keys(some).filter((id) => !(id in others));
}

function split(
  file: string,
  text: string,
): { matter: { text: string; firstLine: number }; body: RootContent[] } {
  const tree = fromMarkdown(text, {
    extensions: [frontmatter(), directive()],
    mdastExtensions: [frontmatterFromMarkdown(), directiveFromMarkdown()],
  });
  const [first, ...body] = tree.children;
  if (first?.type !== 'yaml') {
    throw new BrokenContent([
      { file, line: 1, message: 'must begin with front matter between two lines of ---' },
    ]);
  }
  return { matter: { text: first.value, firstLine: 2 }, body };
}

const neededAlways = ['addressee', 'applicant', 'title', 'requests', 'signature'] as const;

/** What a complaint must have, whatever it is about. */
function checkWhole(
  blocks: readonly TemplateBlock[],
  short: Template['short'],
  matter: TemplateMatter,
  reading: Reading,
): void {
  const { requests } = matter;
  const written = blocks.flatMap((block) => (block.kind === 'requests' ? block.requests : []));
  const writtenIds = Object.fromEntries(written.map(({ id }) => [id, true]));
  const unconditional = written.filter(({ when }) => when.length === 0);
  const isReport = matter.kind === 'report';
  const crimeReport = isReport && matter.crimeReport;
  const needed = [...neededAlways, ...(isReport ? (['sources'] as const) : [])];
  const messages = [
    ...twice(blocks).map((id) => `two blocks have the id "${id}"`),
    ...missingFrom(requests, writtenIds).map(
      (id) => `request "${id}" of the front matter has no :::request{#${id}} block`,
    ),
    ...missingFrom(writtenIds, requests).map(
      (id) => `request "${id}" is missing in the front matter under "requests"`,
    ),
    ...twice(written)
      .filter((id) => unconditional.some((one) => one.id === id))
      .map((id) => `request "${id}" is written twice: each of its variants needs "when" or "unless"`),
    ...needed
      .filter((kind) => !blocks.some((block) => block.kind === kind))
      .map((kind) => `a complaint needs a "${kind}" block`),
    ...(crimeReport === blocks.some(({ kind }) => kind === 'warning')
      ? []
      : [
          'a crime report has a :::warning block (УПК 141 ч. 6), and nothing else has one: see "crimeReport"',
        ]),
    ...(short.length > 0 || goesToCourtOnly(matter)
      ? []
      : ['a complaint needs a :::short block: the text for a portal with a character limit']),
  ];
  for (const message of messages) report(reading, { position: { start: { line: 1 } } }, message);
}

/** A court has no portal with a character limit. */
function goesToCourtOnly(matter: TemplateMatter): boolean {
  return matter.kind === 'follow-up' && matter.addressees.every((role) => role === 'court');
}

function twice(entries: readonly { id: string }[]): string[] {
  const ids = entries.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
