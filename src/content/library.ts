/** Reads `templates/` into a Library: all of it, or a list of what is broken with file and line. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { authority } from '#domain/authority.ts';
import { count } from '#domain/count.ts';
import { court } from '#domain/court.ts';
import { episode } from '#domain/episode.ts';
import { helpContact } from '#domain/help.ts';
import { languages } from '#domain/language.ts';
import type { Behind, Library } from '#domain/library.ts';
import { norm } from '#domain/norm.ts';
import { organisation } from '#domain/organisation.ts';
import type { Template } from '#domain/template.ts';
import { uncheckedCircumstance } from '#domain/unchecked.ts';
import { uniqueIds } from '#domain/unique-ids.ts';
import { checkClock, readClock } from './clock.ts';
import { crossCheck } from './cross-check.ts';
import { read, shownPath } from './files.ts';
import { BrokenContent, collect, type Finding } from './finding.ts';
import { readGuides } from './guides.ts';
import { translatable } from './localized-texts.ts';
import { readTemplate, readTranslation } from './template-file.ts';
import type { KnownIds } from './template-text.ts';
import { type Fingerprints, readFingerprints, translate, translated } from './translations.ts';
import { readYaml } from './yaml-text.ts';

const ownLocales = join(import.meta.dirname, '../../locales');

/** Reads the folder `root`, and what `locales` says of it in other languages; throws {@link BrokenContent} naming every problem of every file. */
export function readLibrary(root: string, locales = ownLocales): Library {
  const findings: Finding[] = [];
  const madeFrom = new Map(languages.map((language) => [language, readFingerprints(locales, language)]));
  const list = <T>(file: string, schema: z.ZodMiniType<T[]>): T[] =>
    collect(findings, () => readYaml(shownPath(file), read(root, file), schema)) ?? [];
  const folder = <T extends { id: string }>(path: string, schema: z.ZodMiniType<T>): Map<string, T> =>
    byId(
      yamlFiles(root, path).flatMap(
        (file) => collect(findings, () => readEntry(root, `${path}/${file}`, schema)) ?? [],
      ),
    );

  findings.push(...['authorities', 'episodes'].flatMap((path) => misnamed(root, path)));
  const norms = byId(list('law/norms.yaml', z.array(norm).check(uniqueIds)));
  const authorities = folder('authorities', authority);
  const episodes = folder('episodes', episode);
  // where these are broken themselves, every reference to them would look wrong
  const known =
    findings.length === 0
      ? { norms: ids(norms), episode: ids(episodes), authority: ids(authorities) }
      : undefined;
  const content = {
    norms,
    authorities,
    episodes,
    organisations: byId(list('law/organisations.yaml', z.array(organisation).check(uniqueIds))),
    counts: list('law/counts.yaml', z.array(count).check(uniqueIds)),
    help: list('help.yaml', z.array(helpContact)),
    ...readGuides(root, known?.norms, findings),
    courts: byId(list('law/courts.yaml', z.array(court).check(uniqueIds))),
    unchecked: byId(list('law/unchecked.yaml', z.array(uncheckedCircumstance).check(uniqueIds))),
    ...readClock(root, findings),
  };
  const library: Library = {
    ...content,
    templates: byId(
      complaintFolders(root).flatMap(
        (id) => collect(findings, () => readComplaintFolder(root, id, known, madeFrom)) ?? [],
      ),
    ),
    behind: [],
  };
  if (findings.length === 0) findings.push(...crossCheck(root, library), ...checkClock(root, library));
  if (findings.length > 0) throw new BrokenContent(findings);
  const { behind, findings: strays } = translate(translatable(library), locales);
  if (strays.length > 0) throw new BrokenContent(strays);
  return {
    ...library,
    behind: [...behind, ...copiesBehind(library.templates)],
    templates: new Map([...library.templates].sort(([, a], [, b]) => a.matter.order - b.matter.order)),
  };
}

/** A file of its own is named by its file name, so that two cannot share an id. */
function readEntry<T extends { id: string }>(root: string, path: string, schema: z.ZodMiniType<T>): T {
  const id = path.replace(/^.*\/|\.yaml$/g, '');
  const withId = z.pipe(
    z.transform((value: unknown) => (isRecord(value) ? { ...value, id } : value)),
    schema,
  );
  return readYaml(shownPath(path), read(root, path), withId);
}

function readComplaintFolder(
  root: string,
  id: string,
  known: KnownIds | undefined,
  madeFrom: ReadonlyMap<string, Fingerprints>,
): Template {
  const path = `complaints/${id}`;
  const template = readTemplate(id, shownPath(`${path}/ru.md`), read(root, `${path}/ru.md`), known);
  const others = ['en', ...translated.filter((language) => existsSync(join(root, path, `${language}.md`)))]; // where one is missing, English stands in
  const given = others.map((language) => {
    const file = `${path}/${language}.md`;
    return {
      language,
      ...readTranslation(shownPath(file), read(root, file), template, known, madeFrom.get(language) ?? {}),
    };
  });
  return {
    ...template,
    translations: Object.fromEntries(given.map(({ language, matter }) => [language, matter])),
    readings: Object.fromEntries(
      given.flatMap(({ language, reading }) => (reading ? [[language, reading]] : [])),
    ),
  };
}

/** Complaints that a language does not speak of, and blocks of reading copies whose Russian has changed since. */
function copiesBehind(templates: Library['templates']): Behind[] {
  const stale = [...templates.values()].flatMap(({ id, readings }) =>
    languages.flatMap((language) =>
      (readings[language]?.stale ?? []).map(
        (block): Behind => ({ language, path: `complaints/${id}#${block}`, why: 'stale' }),
      ),
    ),
  );
  const missing = [...templates.values()].flatMap(({ id, translations }) =>
    translated
      .filter((language) => !translations[language])
      .map((language): Behind => ({ language, path: `complaints/${id}/${language}.md`, why: 'missing' })),
  );
  return [...missing, ...stale];
}

function complaintFolders(root: string): string[] {
  return readdirSync(join(root, 'complaints')).filter((entry) =>
    statSync(join(root, 'complaints', entry)).isDirectory(),
  );
}

function yamlFiles(root: string, path: string): string[] {
  return readdirSync(join(root, path))
    .filter((entry) => entry.endsWith('.yaml'))
    .sort();
}

/** A file that would be passed over without a word. */
function misnamed(root: string, path: string): Finding[] {
  return readdirSync(join(root, path))
    .filter((entry) => !entry.endsWith('.yaml') && !entry.startsWith('.'))
    .map((entry) => ({
      file: shownPath(`${path}/${entry}`),
      line: 1,
      message: 'the name of a file here ends in .yaml',
    }));
}

function byId<T extends { id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function ids(map: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set(map.keys());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
