/**
 * The words a template may use: values (`:v[…]`), conditions (`when`, `unless`), things counted (`:n[…]`) and blocks that
 * the program fills. A first document and a follow-up have each their own; the parser tells a lawyer what is known.
 */
import { eventKinds } from './case/event.ts';

/** `name=value|value` asks for one of these; a bare name asks whether there is any. */
export type Condition = { name: string; values: readonly string[]; negated: boolean };
/** All of them must hold. */
export type Conditions = readonly Condition[];

/** A condition's values where they are few and known; `'ids'`: the ids of the files of that name; none: it stands alone. */
type ConditionValues = readonly string[] | 'ids';

export type Vocabulary = {
  values: readonly string[];
  conditions: Readonly<Record<string, ConditionValues>>;
  counted: readonly string[];
  blocks: readonly DataBlock[];
};

const shared = {
  values: ['authority.name', 'applicant.name', 'requests.short'],
  conditions: {
    episode: 'ids',
    authority: 'ids',
    filedFrom: ['russia', 'abroad'],
    'own-words': [],
  },
} as const;

const reportBlocks = [
  'addressee',
  'applicant',
  'facts',
  'sources',
  'own-words',
  'annexes',
  'signature',
] as const;
const followUpBlocks = [
  'addressee',
  'applicant',
  'parties',
  'complaints',
  'unchecked',
  'own-words',
  'annexes',
  'signature',
] as const;

/** Blocks whose words come from data or from the person. */
export type DataBlock = (typeof reportBlocks)[number] | (typeof followUpBlocks)[number];

const report: Vocabulary = {
  values: [...shared.values, 'acts.when', 'sources.short', 'counts', 'counts.short', 'facts.short'],
  conditions: { ...shared.conditions, counts: [], facts: [], printouts: [] },
  counted: ['sources', 'counts'],
  blocks: reportBlocks,
};

const followUpValues = [
  ...shared.values,
  'filed.date',
  'filed.days',
  'filed.number',
  'filed.tracking',
  'filed.received',
  'moved.received',
  'filed.office',
  'filed.office.genitive',
  'filed.office.accusative',
  'holder',
  'holder.genitive',
  'holder.accusative',
  'holder.typed',
  'term.due',
  'court.name',
  'court.appeal',
  ...eventKinds.flatMap((kind) =>
    (['date', 'number', 'days', 'signed-by'] as const).map((field) => `event.${kind}.${field}` as const),
  ),
] as const;

const followUp: Vocabulary = {
  values: followUpValues,
  conditions: {
    ...shared.conditions,
    event: eventKinds,
    addressee: ['investigative', 'prosecution', 'ombudsman', 'court'],
    filed: ['crime-report', 'appeal-59fz'],
    office: ['investigative', 'prosecution'],
    term: ['crime-decision', 'crime-ext1', 'crime-ext2', 'answer-59fz'],
    grounds: ['no-event', 'no-elements', 'limitation', 'other'],
    ruling: ['dismissed', 'returned', 'not-accepted', 'discontinued'],
    about: ['violence', 'statements'],
    'same-office': [],
    unchecked: [],
    complaints: [],
    annexes: [],
    // any value may be asked for: it holds where there is one
    ...Object.fromEntries(followUpValues.map((name) => [name, []])),
    holder: 'ids',
  },
  counted: ['annexes', 'unchecked', 'complaints'],
  blocks: followUpBlocks,
};

export const vocabularies: Readonly<Record<'report' | 'follow-up', Vocabulary>> = {
  report,
  'follow-up': followUp,
};
