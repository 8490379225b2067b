/**
 * The checklist of one way to file, as lawyers wrote it: `templates/filing/<channel>.yaml`. Each step says what it rests
 * on: norms of the library, a page that somebody read, or usual practice, for which there is no source.
 */
import * as z from 'zod/mini';
import { authorityKinds } from '../authority.ts';
import { filingChannels } from '../case/case-file.ts';
import { localized } from '../language.ts';
import { type Provenance, provenance } from '../provenance.ts';
import { some } from '../schema-parts.ts';

export type FilingChannel = (typeof filingChannels)[number];

/** What a step rests on. */
export type Basis =
  | { kind: 'practice' }
  | { kind: 'norms'; norms: readonly string[] }
  | { kind: 'page'; fact: Provenance };

const basis = {
  /** Usual practice: no source. */
  practice: z.optional(z.literal(true)),
  /** Ids of templates/law/norms.yaml, which have provenance of their own. */
  norms: z.optional(some(z.string())),
  source: z.optional(provenance.source),
  checked: z.optional(provenance.checked),
  edition: provenance.edition,
  confidence: z.optional(provenance.confidence),
};
type Written = z.infer<z.ZodMiniObject<typeof basis>>;

/** Offices that a step is meant for, where it is not meant for all. */
const only = { for: z.optional(z.enum(authorityKinds)) };

const step = z.pipe(z.strictObject({ text: localized, ...only, ...basis }), z.transform(resolve));
const trouble = z.pipe(
  z.strictObject({ text: localized, whatThen: localized, ...only, ...basis }),
  z.transform(resolve),
);
const noWay = z.pipe(z.strictObject({ name: localized, why: localized, ...basis }), z.transform(resolve));

export type GuideStep = z.infer<typeof step>;
export type GuideTrouble = z.infer<typeof trouble>;
export type NoWay = z.infer<typeof noWay>;

export const guide = z.strictObject({
  id: z.enum(filingChannels),
  name: localized,
  /** When this way is the right one, in a sentence. */
  summary: localized,
  prepare: some(step),
  go: some(step),
  say: some(step),
  keep: some(step),
  /** What can go wrong, and what then. */
  problems: some(trouble),
});
export type Guide = z.infer<typeof guide>;

/** `templates/filing/common.yaml`: what every way shares. */
export const guideCommon = z.strictObject({
  /** What to wait for. */
  after: z.array(step),
  problems: z.array(trouble),
  /** What people take for a way to file, and why it is none. */
  noWay: z.array(noWay),
});
export type GuideCommon = z.infer<typeof guideCommon>;

/** The keys that say what a step rests on become one value; a step with none, or with two, is a mistake. */
function resolve<T extends Written>(
  written: T,
  payload: z.core.ParsePayload,
): Omit<T, keyof typeof basis> & { basis: Basis } {
  const { practice, norms, source, checked, edition, confidence, ...rest } = written;
  const bases: Basis[] = [
    ...(practice ? [{ kind: 'practice' } as const] : []),
    ...(norms ? [{ kind: 'norms', norms } as const] : []),
    ...(source !== undefined && checked !== undefined && confidence !== undefined
      ? [{ kind: 'page', fact: { source, checked, confidence, ...(edition && { edition }) } } as const]
      : []),
  ];
  const [sole, second] = bases;
  const begun = [source, checked, edition, confidence].some((one) => one !== undefined);
  if (sole && !second && begun === (sole.kind === 'page')) return { ...rest, basis: sole };
  payload.issues.push({
    code: 'custom',
    input: written,
    message: 'say what this rests on, one of: practice: true; norms: […]; source, checked and confidence',
  });
  return z.NEVER;
}
