/** The ways to file that one office has, each with its checklist: what stands for all offices and what for this one. */
import type { Authority } from '../authority.ts';
import { filingChannels } from '../case/case-file.ts';
import { found, type Library } from '../library.ts';
import type { Norm } from '../norm.ts';
import type { Provenance } from '../provenance.ts';
import type { Basis, FilingChannel, Guide, GuideStep, GuideTrouble } from './guide.ts';

/** The parts of a checklist, in the order in which a person acts. */
const guideSections = ['prepare', 'go', 'say', 'keep'] as const;

type OfficeChannel = Authority['channels'][number];

export type Way = {
  channel: FilingChannel;
  guide: Guide;
  /** What is known of it at this office. */
  office: OfficeChannel;
  sections: Readonly<Record<(typeof shownSections)[number], readonly GuideStep[]>>;
  problems: readonly GuideTrouble[];
};

/** The channel of the office that a way leads to: what comes from abroad arrives where all post does. */
const leadsTo: Record<FilingChannel, readonly OfficeChannel['kind'][]> = {
  post: ['post'],
  'in-person': ['in-person'],
  'post-abroad': ['post'],
  'electronic-form': ['electronic-form'],
  representative: ['in-person'],
};

/** The parts of a checklist as shown: what to wait for comes after what to do. */
export const shownSections = [...guideSections, 'after'] as const;

/** Every way that this office has, the usual one first. */
export function waysTo(library: Library, authority: Authority): Way[] {
  return filingChannels.flatMap((channel) => wayTo(library, authority, channel) ?? []);
}

/** One way; undefined where the office does not have it. */
export function wayTo(library: Library, authority: Authority, channel: string): Way | undefined {
  const guide = [...library.guides.values()].find(({ id }) => id === channel);
  const office = guide && authority.channels.find(({ kind }) => leadsTo[guide.id].includes(kind));
  if (!guide || !office) return undefined;
  const meant = (step: { for?: string | undefined }) => step.for === undefined || step.for === authority.kind;
  const section = (name: (typeof guideSections)[number]) => guide[name].filter(meant);
  return {
    channel: guide.id,
    guide,
    office,
    sections: {
      prepare: section('prepare'),
      go: section('go'),
      say: section('say'),
      keep: section('keep'),
      after: library.guideCommon.after.filter(meant),
    },
    problems: [...guide.problems, ...library.guideCommon.problems].filter(meant),
  };
}

/** Every step and every problem, in the order in which they are numbered. */
export function numbered({ sections, problems }: Way): (GuideStep | GuideTrouble)[] {
  return [...shownSections.flatMap((name) => sections[name]), ...problems];
}

/** What this office has beside ways to file: its letter box, its telephone. */
export function information(authority: Authority): OfficeChannel[] {
  return authority.channels.filter(({ kind }) => kind === 'drop-box' || kind === 'telephone');
}

/** What a step rests on, with source and date; nothing for usual practice. */
export function factsOf(library: Library, basis: Basis): (Norm | Provenance)[] {
  switch (basis.kind) {
    case 'practice':
      return [];
    case 'norms':
      return basis.norms.map((id) => found(library.norms, id));
    case 'page':
      return [basis.fact];
    default:
      return basis satisfies never;
  }
}

/** Where people start from: post, unless they write from abroad. */
export function usualChannel(filedFrom: string): FilingChannel {
  return filedFrom === 'abroad' ? 'post-abroad' : 'post';
}
