/** Everything lawyers wrote, read once at start. */
import type { Authority } from './authority.ts';
import type { Count } from './count.ts';
import { type Episode, shareKind } from './episode.ts';
import type { Guide, GuideCommon } from './filing/guide.ts';
import type { HelpContact } from './help.ts';
import type { Norm } from './norm.ts';
import type { Organisation } from './organisation.ts';
import type { Template } from './template.ts';

export type Library = {
  templates: ReadonlyMap<string, Template>;
  authorities: ReadonlyMap<string, Authority>;
  episodes: ReadonlyMap<string, Episode>;
  norms: ReadonlyMap<string, Norm>;
  organisations: ReadonlyMap<string, Organisation>;
  counts: readonly Count[];
  help: readonly HelpContact[];
  /** How to hand a document in, by way. */
  guides: ReadonlyMap<string, Guide>;
  guideCommon: GuideCommon;
};

/** Offices this complaint can go to, those offered by default first. */
export function authoritiesFor(library: Library, template: Template): Authority[] {
  const fitting = [...library.authorities.values()].filter(({ kind }) => kind === template.matter.addressees);
  return [...fitting.filter((one) => !one.offByDefault), ...fitting.filter((one) => one.offByDefault)];
}

/** Episodes this complaint can be about: those with an act of its kinds, and those that the person describes. */
export function episodesFor(library: Library, template: Template): Episode[] {
  return [...library.episodes.values()].filter(
    (episode) => episode.open || episode.acts.some(({ kinds }) => shareKind(kinds, template.matter.acts)),
  );
}

/** The entry of an id that was checked before; a missing one is a fault of the program. */
export function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`not in the library: ${id}`);
  return value;
}
