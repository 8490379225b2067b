/**
 * Paragraphs of a template: plain words with `:v[value]`, `:g[he|she|not stated]`, `:n[sources|one|several]` and
 * `:norms[id, id]` inside.
 * Values enter after parsing, as text, so nothing a person types can become markup.
 */
import type { Paragraph, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import type { TemplatePart, TemplateText } from '#domain/template.ts';
import type { Vocabulary } from '#domain/vocabulary.ts';
import type { Finding } from './finding.ts';

/** The ids that a text may name, from the other files. */
export type KnownIds = Readonly<Record<'norms' | 'episode' | 'authority', ReadonlySet<string>>>;

/** Where findings of one file go; without `known` (those files are broken themselves) ids are not checked. */
export type Reading = {
  file: string;
  findings: Finding[];
  known: KnownIds | undefined;
  /** What a template of this kind may say. */
  vocabulary: Vocabulary;
  /** Collects the norms that the file cites. */
  norms: Set<string>;
};

/** One paragraph; what has no place in it is reported and left out. */
export function readText(paragraph: Paragraph, reading: Reading): TemplateText {
  return paragraph.children.flatMap((node) => readPart(node, reading));
}

/** Notes that the line of `node` has to be mended. */
export function report(
  reading: Reading,
  node: { position?: { start: { line: number } } | undefined },
  message: string,
): void {
  reading.findings.push({ file: reading.file, line: node.position?.start.line ?? 1, message });
}

function readPart(node: PhrasingContent, reading: Reading): TemplatePart[] {
  if (node.type === 'text') return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }];
  if (node.type !== 'textDirective') {
    report(
      reading,
      node,
      `"${node.type}" has no place in a document: plain words, :v[…], :g[…], :n[…] and :norms[…] only`,
    );
    return [];
  }
  const label = plainText(node).trim();
  if (node.name === 'v') return readValue(label, node, reading);
  if (node.name === 'g') return readGender(label, node, reading);
  if (node.name === 'n') return readNumber(label, node, reading);
  if (node.name === 'norms') return readNorms(label, node, reading);
  report(
    reading,
    node,
    `unknown directive ":${node.name}"; known: :v[value], :g[male|female|not stated], :n[sources|one|several], :norms[id, id]`,
  );
  return [];
}

function readValue(label: string, node: PhrasingContent, reading: Reading): TemplatePart[] {
  const { values } = reading.vocabulary;
  const [name = '', before] = label.split('|').map((one) => one.trim());
  if (values.includes(name)) return [before ? { kind: 'value', name, before } : { kind: 'value', name }];
  report(reading, node, `unknown value ":v[${name}]"; known: ${values.join(', ')}`);
  return [];
}

function readGender(label: string, node: PhrasingContent, reading: Reading): TemplatePart[] {
  const [male, female, unstated, ...more] = label.split('|').map((form) => form.trim());
  if (male && female && unstated && more.length === 0) return [{ kind: 'gender', male, female, unstated }];
  report(
    reading,
    node,
    `":g[…]" takes three forms: male|female|not stated, as in :g[предупреждён|предупреждена|предупреждён(а)]`,
  );
  return [];
}

function readNumber(label: string, node: PhrasingContent, reading: Reading): TemplatePart[] {
  const [of = '', one, several, ...more] = label.split('|').map((form) => form.trim());
  const { counted } = reading.vocabulary;
  if (counted.includes(of) && one && several && more.length === 0)
    return [{ kind: 'number', of, one, several }];
  report(
    reading,
    node,
    `":n[…]" takes what is counted (${counted.join(', ')}) and two forms, as in :n[sources|Источник|Источники]`,
  );
  return [];
}

function readNorms(label: string, node: PhrasingContent, reading: Reading): TemplatePart[] {
  const ids = label.split(',').map((id) => id.trim());
  for (const id of ids) {
    if (reading.known?.norms.has(id) ?? true) reading.norms.add(id);
    else {
      report(
        reading,
        node,
        `no norm "${id}" in templates/law/norms.yaml: add it there with its source and the date checked`,
      );
    }
  }
  return [{ kind: 'norms', ids }];
}
