/** `templates/filing/` → the checklists: one file for each way to file, and one for what all of them share. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { filingChannels } from '#domain/case/case-file.ts';
import { type Basis, type Guide, type GuideCommon, guide, guideCommon } from '#domain/filing/guide.ts';
import { lineOf, read, shownPath } from './files.ts';
import { collect, type Finding } from './finding.ts';
import { readYaml } from './yaml-text.ts';

const folder = 'filing';
const shared = 'filing/common.yaml';

/** All of it; what is missing or broken is added to `findings`. `norms` undefined: that file is broken itself. */
export function readGuides(
  root: string,
  norms: ReadonlySet<string> | undefined,
  findings: Finding[],
): { guides: ReadonlyMap<string, Guide>; guideCommon: GuideCommon } {
  findings.push(...strangers(root));
  const one = <T>(file: string, schema: z.ZodMiniType<T>): T | undefined =>
    collect(findings, () => {
      const text = read(root, file);
      const value = readYaml(shownPath(file), text, schema);
      findings.push(...unknownNorms(file, text, normsIn(value), norms));
      return value;
    });
  return {
    guides: new Map(
      filingChannels
        .flatMap((id) => one(`${folder}/${id}.yaml`, named(id)) ?? [])
        .map((each) => [each.id, each]),
    ),
    guideCommon: one(shared, guideCommon) ?? { after: [], problems: [], noWay: [] },
  };
}

/** A file is named by the way it tells of. */
function named(id: string): z.ZodMiniType<Guide> {
  const withId = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, id } : value;
  return z.pipe(z.transform(withId), guide);
}

function strangers(root: string): Finding[] {
  const known = [...filingChannels.map((id) => `${folder}/${id}.yaml`), shared];
  return readdirSync(join(root, folder))
    .filter((entry) => !known.includes(`${folder}/${entry}`) && !entry.startsWith('.'))
    .map((entry) => ({
      file: shownPath(`${folder}/${entry}`),
      line: 1,
      message: `no way to file is called so; known: ${known.join(', ')}`,
    }));
}

/** Every norm that a checklist rests on, wherever it stands. */
function normsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isBasis(value)) return value.kind === 'norms' ? [...value.norms] : [];
  return Object.values(value).flatMap(normsIn);
}

function isBasis(value: object): value is Basis {
  return 'kind' in value;
}

function unknownNorms(
  file: string,
  text: string,
  cited: readonly string[],
  norms: ReadonlySet<string> | undefined,
): Finding[] {
  return cited
    .filter((id) => norms && !norms.has(id))
    .map((id) => ({
      file: shownPath(file),
      line: lineOf(text, id),
      message: `no norm "${id}" in templates/law/norms.yaml`,
    }));
}
