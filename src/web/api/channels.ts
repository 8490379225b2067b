/** The ways to file with one office, each with its checklist: what the pages below `/filing` show, as JSON. */
import type { Authority } from '#domain/authority.ts';
import type { Basis } from '#domain/filing/guide.ts';
import { factsOf, information, type Way, waysTo } from '#domain/filing/ways.ts';
import { isStale } from '#domain/provenance.ts';
import type { Site } from '../site.ts';

export function channelsOf(site: Site, authority: Authority) {
  return {
    authority: authority.id,
    channels: waysTo(site.library, authority).map((way) => channel(site, way)),
    /** Beside ways to file. */
    information: information(authority).map((one) => dated(site, one)),
    /** What is no way to file, and why. */
    notAccepted: site.library.guideCommon.noWay.map((one) => rested(site, one)),
  };
}

function channel(site: Site, { channel, guide, office, sections, problems }: Way) {
  const { kind: _, form, ...known } = office;
  const all = (steps: readonly { basis: Basis }[]) => steps.map((one) => rested(site, one));
  return {
    id: channel,
    name: guide.name,
    summary: guide.summary,
    ...dated(site, known),
    ...(form && {
      form: {
        characters: form.characters && dated(site, form.characters),
        files: form.files && dated(site, form.files),
      },
    }),
    steps: {
      prepare: all(sections.prepare),
      go: all(sections.go),
      say: all(sections.say),
      keep: all(sections.keep),
      after: all(sections.after),
    },
    problems: all(problems),
  };
}

/** A step with what it rests on: norms and pages with their dates, or usual practice. */
function rested<T extends { basis: Basis }>(site: Site, { basis, ...step }: T) {
  const sources = factsOf(site.library, basis).map((fact) => dated(site, fact));
  return { ...step, practice: basis.kind === 'practice', sources };
}

function dated<T extends { checked: string; edition?: string | undefined }>(site: Site, fact: T) {
  return { ...fact, stale: isStale(fact, site.today()) };
}
