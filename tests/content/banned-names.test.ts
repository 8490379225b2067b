import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, visit } from 'yaml';
import { compose } from '#domain/compose.ts';
import { plain } from '#domain/document.ts';
import { authoritiesFor, episodesFor } from '#domain/library.ts';
import { defaultLimit, shortVersion } from '#domain/short-version.ts';
import { statusMatch } from '#domain/status-match.ts';
import {
  complaintOf,
  described,
  library,
  paragraphsOf,
  templateIds,
  templateOf,
  templatesFolder,
} from '../support/library.ts';

const root = join(import.meta.dirname, '../..');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a name that is banned in Russia as extremist', () => {
  const banned = [...library.organisations.values()].filter(
    ({ statusInRussia }) => statusInRussia === 'extremist',
  );
  const pending = [...library.organisations.values()].filter(
    ({ statusInRussia }) => statusInRussia === 'unknown',
  );
  const unnamed = [...banned, ...pending];
  const texts = ['templates', 'locales'].flatMap((folder) => filesUnder(join(root, folder)));

  it('is looked for by eleven entries and more', () => {
    expect(banned.length).toBeGreaterThanOrEqual(11);
  });

  it.each(texts.map((path) => [path.slice(root.length + 1), path]))('does not stand in %s', (_, path) => {
    expect(statusMatch(readFileSync(path, 'utf8'), unnamed)).toEqual([]);
  });

  it('is no value of a lawyers’ or translators’ file, alone in its field', () => {
    const values = [...filesUnder(templatesFolder), ...filesUnder(join(root, 'locales'))]
      .filter((path) => /\.(?:yaml|json)$/u.test(path))
      .flatMap((path) => {
        const scalars: string[] = [];
        for (const document of parseAllDocuments(readFileSync(path, 'utf8'))) {
          visit(document, {
            Scalar: (_, { value }) => void (typeof value === 'string' && scalars.push(value)),
          });
        }
        return scalars;
      })
      .filter((value) => !/^[0-9a-f]{16}$/u.test(value));
    expect(values.length).toBeGreaterThan(1000);
    for (const value of new Set(values)) {
      if (value.split(/\s/u).length < 4) expect([value, statusMatch(value, unnamed)]).toEqual([value, []]);
    }
  });

  it('stands in no document that can be composed', () => {
    const lines = new Set<string>();
    for (const id of templateIds) {
      for (const { id: authority } of authoritiesFor(library, templateOf(id))) {
        for (const episode of episodesFor(library, templateOf(id))) {
          const { acts: actsOfMedia, ...other } = described;
          const acts = { ...actsOfMedia, kinds: templateOf(id).matter.acts };
          const answers = episode.open ? { ...other, acts } : { episode: episode.id };
          const complaint = complaintOf(id, { authority, answers, filedFrom: 'abroad' });
          const everything = {
            ...complaint,
            sources: episode.sources,
            requests: Object.keys(templateOf(id).matter.requests),
          };
          for (const block of compose(library, everything).blocks) {
            for (const paragraph of paragraphsOf(block)) lines.add(plain(paragraph));
          }
          const short = shortVersion(library, complaint, defaultLimit);
          if (short.ok) for (const line of short.value.split('\n')) lines.add(line);
        }
      }
    }
    expect(lines.size).toBeGreaterThan(100);
    for (const line of lines) expect([line, statusMatch(line, unnamed)]).toEqual([line, []]);
  });
});
