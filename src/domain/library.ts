/** Everything lawyers wrote, read once at start. */
import { shareKind } from './act-kinds.ts';
import type { Authority } from './authority.ts';
import type { NextStep } from './clock/next-step.ts';
import type { ClockRules } from './clock/term.ts';
import type { WorkingCalendar } from './clock/working-days.ts';
import type { Count } from './count.ts';
import type { Court } from './court.ts';
import type { Episode } from './episode.ts';
import type { Guide, GuideCommon } from './filing/guide.ts';
import type { HelpContact } from './help.ts';
import type { Language } from './language.ts';
import type { Norm } from './norm.ts';
import type { Organisation } from './organisation.ts';
import { isReport, type ReportTemplate, type Template } from './template.ts';
import type { UncheckedCircumstance } from './unchecked.ts';

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
  /** Time limits, working days, and what to write next. */
  clock: ClockRules;
  calendar: WorkingCalendar;
  nextSteps: readonly NextStep[];
  courts: ReadonlyMap<string, Court>;
  unchecked: ReadonlyMap<string, UncheckedCircumstance>;
  /** Where a language has no text of its own, or one made from words that have changed since: English stands there. */
  behind: readonly Behind[];
};

export type Behind = { language: Language; path: string; why: 'missing' | 'stale' };

/** First documents: what a person chooses from who has filed nothing yet. */
export function reportTemplates(library: Library): ReportTemplate[] {
  return [...library.templates.values()].filter(isReport);
}

/** The first document of an id, if there is one. */
export function reportTemplate(library: Library, id: string): ReportTemplate | undefined {
  const template = library.templates.get(id);
  return template && isReport(template) ? template : undefined;
}

/** Offices this document can go to, those offered by default first; a follow-up of one case goes to some of them only. */
export function authoritiesFor(library: Library, template: Template): Authority[] {
  const kinds = kindsOfOffice(template);
  return defaultFirst([...library.authorities.values()].filter(({ kind }) => kinds.includes(kind)));
}

function kindsOfOffice({ matter }: Template): Authority['kind'][] {
  if (matter.kind === 'report') return [matter.addressees];
  const of = {
    office: ['investigative', 'prosecution'],
    higher: ['investigative'],
    prosecutor: ['prosecution'],
    ombudsman: ['ombudsman'],
    court: [],
  } as const;
  return matter.addressees.flatMap((role) => of[role]);
}

export function defaultFirst(fitting: readonly Authority[]): Authority[] {
  return [...fitting.filter((one) => !one.offByDefault), ...fitting.filter((one) => one.offByDefault)];
}

/** Episodes a document can be about: those with an act of its kinds, and those that the person describes. */
export function episodesFor(library: Library, template: Template): Episode[] {
  if (!isReport(template)) return [...library.episodes.values()];
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
