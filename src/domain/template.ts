/**
 * A complaint as lawyers wrote it, after parsing: blocks with ids, whose texts hold values and conditions.
 * The text is `templates/complaints/<id>/ru.md`; content/ parses it, compose.ts fills it.
 */
import * as z from 'zod/mini';
import { actKinds } from './act-kinds.ts';
import { eventKinds } from './case/event.ts';
import { addresseeRoles, circumstances } from './follow-up/circumstances.ts';
import { procedures } from './procedure.ts';
import { provenance } from './provenance.ts';
import { filled, some } from './schema-parts.ts';
import type { Conditions, DataBlock } from './vocabulary.ts';

export type { Condition, Conditions } from './vocabulary.ts';

export type TemplatePart =
  | { kind: 'text'; text: string }
  /** `before`: words that stand only where there is such a value. */
  | { kind: 'value'; name: string; before?: string }
  | { kind: 'gender'; male: string; female: string; unstated: string }
  | { kind: 'number'; of: string; one: string; several: string }
  | { kind: 'norms'; ids: readonly string[] };

/** One paragraph. */
export type TemplateText = readonly TemplatePart[];

export type TemplateRequest = { id: string; when: Conditions; text: TemplateText };

export type TemplateBlock = { id: string; when: Conditions } & (
  | { kind: DataBlock }
  | { kind: 'title' | 'text' | 'lead' | 'warning'; paragraphs: readonly TemplateText[] }
  | { kind: 'requests'; requests: readonly TemplateRequest[] }
);

const request = z.strictObject({
  /** Ticked when the person has not chosen. */
  recommended: z.boolean(),
  /** What the page says beside the box. */
  label: filled,
  /** The request in a few words, for the short version; the petition needs it to stay within a portal's limit. */
  short: filled,
});

/** What every document has, whatever it is. */
export const sharedMatter = {
  title: filled,
  summary: filled,
  /** What this complaint can and cannot achieve, told before the person chooses it. */
  limits: z.array(filled),
  /** Position among the complaints a person chooses from. */
  order: z.int(),
  /** Under which procedure it is considered once filed: it decides which time limits run (`law/terms.yaml`). */
  procedure: z.enum(procedures),
  requests: z.record(z.string(), request),
  ...provenance,
};

/** A first document: a report of a crime, or an appeal to a prosecutor. */
export const reportMatter = z.strictObject({
  kind: z._default(z.literal('report'), 'report'),
  ...sharedMatter,
  /** Kind of office it goes to: a new office of that kind appears by itself. */
  addressees: z.enum(['investigative', 'prosecution']),
  /** Kinds of act it is about: they choose episodes, facts, sources and counts. */
  acts: some(z.enum(actKinds)),
  /** True for a report of a crime (УПК 141), which carries the warning of УК 306. */
  crimeReport: z.boolean(),
});
export type ReportMatter = z.infer<typeof reportMatter>;

/** A document about what became of a first one: who answers for it, and what must have happened. */
export const followUpMatter = z.strictObject({
  kind: z.literal('follow-up'),
  ...sharedMatter,
  /** Who it goes to, seen from the office that the first document was sent to. */
  addressees: some(z.enum(addresseeRoles)),
  /** Procedures of the first documents that it may follow. */
  follows: some(z.enum(procedures)),
  /** What must have happened: of each line at least one. */
  needs: z._default(z.array(some(z.enum(circumstances))), []),
  /** What makes it pointless: none of these may have happened. */
  unless: z._default(z.array(z.enum(eventKinds)), []),
});
export type FollowUpMatter = z.infer<typeof followUpMatter>;

export const templateMatter = z.discriminatedUnion('kind', [reportMatter, followUpMatter]);
export type TemplateMatter = z.infer<typeof templateMatter>;

/** What `<lng>.md` adds for a reader who has no Russian. */
export const translationMatter = z.strictObject({
  title: filled,
  summary: filled,
  limits: z.array(filled),
  requests: z.record(z.string(), filled),
});
export type TranslationMatter = z.infer<typeof translationMatter>;

/** The text in another language: the same blocks, values and conditions; `stale` are those whose Russian has changed since. */
export type ReadingCopy = { blocks: readonly TemplateBlock[]; stale: readonly string[] };

type TemplateOf<Matter extends TemplateMatter> = {
  id: string;
  matter: Matter;
  translations: Record<string, TranslationMatter>;
  /** What the text says, for those who have no Russian; by language, and never filed. */
  readings: Readonly<Record<string, ReadingCopy>>;
  blocks: readonly TemplateBlock[];
  /** The text for a portal with a character limit, one paragraph a line. */
  short: readonly { when: Conditions; text: TemplateText }[];
  /** Ids of every norm that the text cites, in order of first use. */
  norms: readonly string[];
};
export type ReportTemplate = TemplateOf<ReportMatter>;
export type FollowUpTemplate = TemplateOf<FollowUpMatter>;
export type Template = ReportTemplate | FollowUpTemplate;

export function isReport(template: Template): template is ReportTemplate {
  return template.matter.kind === 'report';
}
