/** What only several files together can get wrong: ids that nothing defines, and publishers that must not be cited. */
import type { Episode, Publication } from '#domain/episode.ts';
import { goesToCourt } from '#domain/follow-up/addressees.ts';
import { authoritiesFor, type Library } from '#domain/library.ts';
import { lineOf, read, shownPath } from './files.ts';
import type { Finding } from './finding.ts';

/** `library` is whole by itself, read from `root`; returns every finding, with the line to mend. */
export function crossCheck(root: string, library: Library): Finding[] {
  const { episodes, organisations, help, templates } = library;
  const at = (file: string, written: string, message: string): Finding => ({
    file: shownPath(file),
    line: lineOf(read(root, file), written),
    message,
  });
  const unknown = (file: string, key: string, id: string) =>
    at(
      file,
      `${key}: ${id}`,
      `no organisation "${id}" in templates/law/organisations.yaml: add it there with its status in Russia`,
    );
  return [
    ...help
      .filter(({ organisation }) => !organisations.has(organisation))
      .map((one) => unknown('help.yaml', 'organisation', one.organisation)),
    ...[...episodes.values()].flatMap((episode) => {
      const file = `episodes/${episode.id}.yaml`;
      return [
        ...episode.sources.flatMap((source) => {
          const publisher = organisations.get(source.publisher);
          if (!publisher) return [unknown(file, 'publisher', source.publisher)];
          const danger = dangerOf(source, publisher.statusInRussia);
          return danger ? [at(file, `- id: ${source.id}`, danger)] : [];
        }),
        ...unknownPublications(episode).map((id) =>
          at(file, id, `"publications" names "${id}", which is not among the sources of this episode`),
        ),
      ];
    }),
    ...[...templates.values()]
      .filter((template) => authoritiesFor(library, template).length === 0 && !goesToCourt(template))
      .map(({ id, matter }) =>
        at(
          `complaints/${id}/ru.md`,
          'addressees:',
          `no authority of the kind "${matter.addressees}" in templates/authorities`,
        ),
      ),
    ...[...library.authorities.values()].flatMap(({ id, reviewedBy }) =>
      reviewedBy
        .filter((one) => !library.authorities.has(one))
        .map((one) =>
          at(`authorities/${id}.yaml`, 'reviewedBy:', `no authority "${one}" in templates/authorities`),
        ),
    ),
    ...[...library.courts.values()].flatMap(({ id, offices }) =>
      offices
        .filter((one) => !library.authorities.has(one))
        .map((one) => at('law/courts.yaml', `- id: ${id}`, `no authority "${one}" in templates/authorities`)),
    ),
  ];
}

/** A source that must not be offered, or not ticked beforehand. */
function dangerOf({ id, recommended }: Publication, status: string): string | undefined {
  if (status === 'extremist')
    return `the publisher of "${id}" is banned in Russia: it is cited nowhere, remove the source`;
  if (status === 'undesirable' && recommended) {
    return `the publisher of "${id}" is "undesirable" in Russia: write recommended: false, nobody gets it ticked beforehand`;
  }
  return undefined;
}

function unknownPublications({ facts, sources }: Episode): string[] {
  return facts
    .flatMap(({ publications = [] }) => publications)
    .filter((id) => !sources.some((source) => source.id === id));
}
