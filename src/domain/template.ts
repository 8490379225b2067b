/**
 * A complaint as lawyers wrote it, after parsing: blocks with ids, whose texts hold values and conditions.
 * The text is `templates/complaints/<id>/ru.md`; content/ parses it, compose.ts fills it.
 */
import { z } from 'zod';
import { authorityKinds } from './authority.ts';
import { actKinds } from './episode.ts';
import { procedures } from './procedure.ts';
import { provenance } from './provenance.ts';

/** What a template may print with `:v[…]`. */
export const valueNames = [
  'authority.name',
  'applicant.name',
  'acts.when',
  'sources.short',
  'counts',
  'counts.short',
  'requests.short',
  'facts.short',
] as const;
export type ValueName = (typeof valueNames)[number];

/** What a template may ask with `when="…"`; `name=value|value` compares, a bare name asks whether there is any. */
export const conditionNames = [
  'episode',
  'filedFrom',
  'authority',
  'own-words',
  'counts',
  'facts',
  'printouts',
] as const;
export type ConditionName = (typeof conditionNames)[number];
export type Condition = { name: ConditionName; values: readonly string[]; negated: boolean };

/** What a template may count with `:n[…|one|several]`. */
export const countedNames = ['sources', 'counts'] as const;
export type CountedName = (typeof countedNames)[number];

export type TemplatePart =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: ValueName }
  | { kind: 'gender'; male: string; female: string; unstated: string }
  | { kind: 'number'; of: CountedName; one: string; several: string }
  | { kind: 'norms'; ids: readonly string[] };

/** One paragraph. */
export type TemplateText = readonly TemplatePart[];

export type TemplateRequest = { id: string; when: Condition | undefined; text: TemplateText };

/** Blocks whose words come from data or from the person. */
export const dataBlocks = [
  'addressee',
  'applicant',
  'facts',
  'sources',
  'own-words',
  'annexes',
  'signature',
] as const;

export type TemplateBlock = { id: string; when: Condition | undefined } & (
  | { kind: (typeof dataBlocks)[number] }
  | { kind: 'title' | 'text' | 'lead' | 'warning'; paragraphs: readonly TemplateText[] }
  | { kind: 'requests'; requests: readonly TemplateRequest[] }
);

const request = z.strictObject({
  /** Ticked when the person has not chosen. */
  recommended: z.boolean(),
  /** What the page says beside the box. */
  label: z.string().min(1),
  /** The request in a few words, for the short version; the petition needs it to stay within a portal's limit. */
  short: z.string().min(1),
});

export const templateMatter = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  /** What this complaint can and cannot achieve, told before the person chooses it. */
  limits: z.array(z.string().min(1)),
  /** Position among the complaints a person chooses from. */
  order: z.number().int(),
  /** Kind of office it goes to: a new office of that kind appears by itself. */
  addressees: z.enum(authorityKinds),
  /** Kinds of act it is about: they choose episodes, facts, sources and counts. */
  acts: z.array(z.enum(actKinds)).min(1),
  /** True for a report of a crime (УПК 141), which carries the warning of УК 306. */
  crimeReport: z.boolean(),
  /** Under which procedure it is considered once filed: it decides which time limits run (`law/terms.yaml`). */
  procedure: z.enum(procedures),
  requests: z.record(z.string(), request),
  ...provenance,
});
export type TemplateMatter = z.infer<typeof templateMatter>;

/** What `<lng>.md` adds for a reader who has no Russian. */
export const translationMatter = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  limits: z.array(z.string().min(1)),
  requests: z.record(z.string(), z.string().min(1)),
});
export type TranslationMatter = z.infer<typeof translationMatter>;

export type Template = {
  id: string;
  matter: TemplateMatter;
  translations: Record<string, TranslationMatter>;
  blocks: readonly TemplateBlock[];
  /** The text for a portal with a character limit, one paragraph a line. */
  short: readonly { when: Condition | undefined; text: TemplateText }[];
  /** Ids of every norm that the text cites, in order of first use. */
  norms: readonly string[];
};
