/** The blocks of a template: directives with an id and, where they do not always stand, a condition. */
import type { Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type {
  Condition,
  Conditions,
  Template,
  TemplateBlock,
  TemplateRequest,
  TemplateText,
} from '#domain/template.ts';
import { type Reading, readText, report } from './template-text.ts';

type Directive = ContainerDirective | LeafDirective;

export function isDirective(node: { type: string }): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective';
}

/** One block, or none where it cannot be read: `reading` is told why. */
export function readBlock(node: Directive, reading: Reading): TemplateBlock[] {
  const id = node.attributes?.id;
  if (!id) {
    report(reading, node, `block "${node.name}" needs an id: ${node.name}{#some-id}`);
    return [];
  }
  const when = readConditions(node, reading);
  const data = reading.vocabulary.blocks.find((kind) => kind === node.name);
  if (data) {
    if (node.children.length > 0)
      report(reading, node, `"${data}" takes no text of its own: write ::${data}{#${id}}`);
    return [{ id, when, kind: data }];
  }
  if (node.name === 'requests')
    return [{ id, when, kind: 'requests', requests: readRequests(node, reading) }];
  if (node.name === 'title' || node.name === 'text' || node.name === 'lead' || node.name === 'warning') {
    return [{ id, when, kind: node.name, paragraphs: paragraphs(node, reading) }];
  }
  report(
    reading,
    node,
    `unknown block "${node.name}"; known: title, text, lead, warning, requests, short, ${reading.vocabulary.blocks.join(', ')}`,
  );
  return [];
}

/** The paragraphs of a `:::short` block, each under the condition of the block. */
export function readShort(node: Directive, reading: Reading): Template['short'] {
  const when = readConditions(node, reading);
  return paragraphs(node, reading).map((text) => ({ when, text }));
}

function readRequests(node: Directive, reading: Reading): TemplateRequest[] {
  return node.children.flatMap((child) => {
    const id = isDirective(child) && child.name === 'request' ? child.attributes?.id : undefined;
    if (!isDirective(child) || !id) {
      report(reading, child, 'inside "requests" stand only :::request{#id} blocks');
      return [];
    }
    const [text, ...more] = paragraphs(child, reading);
    if (text && more.length === 0) return [{ id, when: readConditions(child, reading), text }];
    report(reading, child, `request "${id}" is one paragraph`);
    return [];
  });
}

/** `when="episode=2017|2018"`, `when="own-words"`, `unless="…"`; after a space the next, all of which must hold. */
function readConditions(node: Directive, reading: Reading): Conditions {
  const { id: _, when, unless, ...others } = node.attributes ?? {};
  for (const name of Object.keys(others)) {
    report(reading, node, `unknown attribute "${name}"; known: #id, when, unless`);
  }
  return [...readList(when, false, node, reading), ...readList(unless, true, node, reading)];
}

function readList(
  written: string | null | undefined,
  negated: boolean,
  node: Directive,
  reading: Reading,
): Condition[] {
  const { conditions } = reading.vocabulary;
  return (written ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')
    .flatMap((one): Condition[] => {
      const [name = '', list] = one.split('=');
      if (!Object.hasOwn(conditions, name)) {
        report(reading, node, `unknown condition "${name}"; known: ${Object.keys(conditions).join(', ')}`);
        return [];
      }
      const values = list?.split('|') ?? [];
      checkValues(name, values, node, reading);
      return [{ name, values, negated }];
    });
}

/** A value that nothing has would make a block vanish, or stand, without a word. */
function checkValues(name: string, values: readonly string[], node: Directive, reading: Reading): void {
  const known = possibleValues(name, reading);
  for (const value of values.filter((one) => known && !known.has(one))) {
    report(
      reading,
      node,
      `condition "${name}" is never "${value}"; known: ${[...(known ?? [])].join(', ') || 'none, it stands alone'}`,
    );
  }
}

function possibleValues(name: string, { known, vocabulary }: Reading): ReadonlySet<string> | undefined {
  const values = vocabulary.conditions[name];
  if (values !== 'ids') return new Set(values);
  return known?.[name === 'episode' ? 'episode' : 'authority'];
}

function paragraphs(node: Directive, reading: Reading): TemplateText[] {
  if (node.children.length === 0) report(reading, node, `"${node.name}" has no text`);
  return node.children.flatMap((child) => {
    if (child.type === 'paragraph') return [readText(child satisfies Paragraph, reading)];
    report(reading, child, `"${child.type}" has no place here: plain paragraphs only`);
    return [];
  });
}
