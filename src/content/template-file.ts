/** `templates/complaints/<id>/ru.md` → a Template: front matter, then blocks with ids. */
import type { Paragraph, RootContent } from 'mdast';
import { type ContainerDirective, directiveFromMarkdown, type LeafDirective } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import {
  type Condition,
  conditionNames,
  dataBlocks,
  type Template,
  type TemplateBlock,
  type TemplateRequest,
  type TemplateText,
  type TranslationMatter,
  templateMatter,
  translationMatter,
} from '#domain/template.ts';
import { BrokenContent, type Finding } from './finding.ts';
import { type Reading, readText, report } from './template-text.ts';
import { readYaml } from './yaml-text.ts';

type Directive = ContainerDirective | LeafDirective;

/** Parses the Russian text of a complaint; throws {@link BrokenContent} with every line to mend. */
export function readTemplate(
  id: string,
  file: string,
  text: string,
  normIds: ReadonlySet<string>,
): Omit<Template, 'translations'> {
  const { matter, body } = split(file, text);
  const checkedMatter = readYaml(file, matter.text, templateMatter, matter.firstLine);
  const findings: Finding[] = [];
  const reading: Reading = { file, findings, normIds, norms: new Set() };
  const directives = body
    .filter((node) => isDirective(node) || reportStray(node, reading))
    .filter(isDirective);
  const short = directives
    .filter((node) => node.name === 'short')
    .flatMap((node) => readShort(node, reading));
  const blocks = directives
    .filter((node) => node.name !== 'short')
    .flatMap((node) => readBlock(node, reading));
  checkWhole(blocks, short, Object.keys(checkedMatter.requests), reading);
  if (findings.length > 0) throw new BrokenContent(findings);
  return { id, matter: checkedMatter, blocks, short, norms: [...reading.norms] };
}

/** Reads what `<lng>.md` says about the complaint in another language; every request must be there. */
export function readTranslation(file: string, text: string, requests: readonly string[]): TranslationMatter {
  const { matter } = split(file, text);
  const read = readYaml(file, matter.text, translationMatter, matter.firstLine);
  const missing = requests.filter((id) => !(id in read.requests));
  const unknown = Object.keys(read.requests).filter((id) => !requests.includes(id));
  if (missing.length + unknown.length === 0) return read;
  throw new BrokenContent([
    ...missing.map((id) => ({ file, line: 1, message: `requests.${id} of ru.md is missing here` })),
    ...unknown.map((id) => ({ file, line: 1, message: `requests.${id} is not in ru.md` })),
  ]);
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

function readShort(node: Directive, reading: Reading): Template['short'] {
  const when = readCondition(node, reading);
  return paragraphs(node, reading).map((text) => ({ when, text }));
}

function readBlock(node: Directive, reading: Reading): TemplateBlock[] {
  const id = node.attributes?.id;
  if (!id) {
    report(reading, node, `block "${node.name}" needs an id: ${node.name}{#some-id}`);
    return [];
  }
  const when = readCondition(node, reading);
  const data = dataBlocks.find((kind) => kind === node.name);
  if (data) return [{ id, when, kind: data }];
  if (node.name === 'requests')
    return [{ id, when, kind: 'requests', requests: readRequests(node, reading) }];
  if (node.name === 'title' || node.name === 'text' || node.name === 'lead' || node.name === 'warning') {
    return [{ id, when, kind: node.name, paragraphs: paragraphs(node, reading) }];
  }
  report(
    reading,
    node,
    `unknown block "${node.name}"; known: title, text, lead, warning, requests, short, ${dataBlocks.join(', ')}`,
  );
  return [];
}

function readRequests(node: Directive, reading: Reading): TemplateRequest[] {
  return node.children.flatMap((child) => {
    const id = isDirective(child) && child.name === 'request' ? child.attributes?.id : undefined;
    if (!isDirective(child) || !id) {
      report(reading, child, 'inside "requests" stand only :::request{#id} blocks');
      return [];
    }
    const [text, ...more] = paragraphs(child, reading);
    if (text && more.length === 0) return [{ id, when: readCondition(child, reading), text }];
    report(reading, child, `request "${id}" is one paragraph`);
    return [];
  });
}

/** `when="episode=2017|2018"`, `when="own-words"`, `unless="…"`. */
function readCondition(node: Directive, reading: Reading): Condition | undefined {
  const { when, unless } = node.attributes ?? {};
  const written = when ?? unless;
  if (written === undefined || written === null) return undefined;
  const [name, values] = written.split('=');
  const known = conditionNames.find((one) => one === name);
  if (known) return { name: known, values: values?.split('|') ?? [], negated: when === undefined };
  report(reading, node, `unknown condition "${name}"; known: ${conditionNames.join(', ')}`);
  return undefined;
}

function paragraphs(node: Directive, reading: Reading): TemplateText[] {
  return node.children.flatMap((child) => {
    if (child.type === 'paragraph') return [readText(child satisfies Paragraph, reading)];
    report(reading, child, `"${child.type}" has no place here: plain paragraphs only`);
    return [];
  });
}

function checkWhole(
  blocks: readonly TemplateBlock[],
  short: Template['short'],
  requests: readonly string[],
  reading: Reading,
): void {
  const top = { position: { start: { line: 1 } } };
  const ids = blocks.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
    report(reading, top, `two blocks have the id "${id}"`);
  }
  const written = blocks.flatMap((block) =>
    block.kind === 'requests' ? block.requests.map(({ id }) => id) : [],
  );
  for (const id of requests.filter((one) => !written.includes(one))) {
    report(reading, top, `request "${id}" of the front matter has no :::request{#${id}} block`);
  }
  for (const id of written.filter((one) => !requests.includes(one))) {
    report(reading, top, `request "${id}" is missing in the front matter under "requests"`);
  }
  for (const kind of ['addressee', 'applicant', 'title', 'sources', 'requests', 'signature'] as const) {
    if (!blocks.some((block) => block.kind === kind))
      report(reading, top, `a complaint needs a "${kind}" block`);
  }
  if (short.length === 0)
    report(reading, top, 'a complaint needs a :::short block: the text for a portal with a character limit');
}

function isDirective(node: { type: string }): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective';
}

function reportStray(node: RootContent, reading: Reading): boolean {
  report(reading, node, 'text outside a block would be lost: put it into :::text{#some-id} … :::');
  return false;
}
