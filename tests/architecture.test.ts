/** The house keeps its shape: imports run one way, files stay small, and no drawer is called misc. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const files = globSync('**/*.{ts,css,js,json,typ}', { cwd: source }).sort();

type Layer = { own: readonly string[]; packages: readonly string[]; types?: readonly string[] };

/** What the files of a folder may import: parts of src, packages, and parts of which only the types are used. */
const layers: Record<string, Layer> = {
  'domain/': { own: ['domain/'], packages: ['zod/mini', 'petrovich', '@noble/hashes', 'fflate'] },
  'content/': {
    own: ['content/', 'domain/'],
    packages: [
      'node:crypto',
      'node:fs',
      'node:path',
      'zod/mini',
      'yaml',
      'mdast',
      /^(mdast|micromark)-/.source,
    ],
  },
  'renderers/': {
    own: ['renderers/', 'domain/', 'html.ts'],
    packages: ['fflate', 'hono/html', '@noble/hashes'],
  },
  'renderers/pdf/': {
    own: ['renderers/pdf/', 'domain/'],
    packages: ['node:fs', 'node:module', 'node:path', '@expo-google-fonts'], // native code: never in a browser
  },
  'web/': {
    own: ['web/', 'domain/', 'html.ts'],
    packages: ['hono', 'negotiator', 'zod/mini'],
    types: ['i18n.ts', 'register/', 'sealing/'],
  },
  'web/desk/': {
    own: ['web/', 'domain/', 'html.ts'],
    packages: ['hono', 'zod/mini', 'otpauth', 'uqr', 'csv-parse', 'fflate'],
    types: ['i18n.ts', 'register/', 'sealing/'],
  },
  'sealing/': {
    own: ['sealing/'],
    packages: ['age-encryption', '@scure/base', 'node:crypto'],
  },
  'register/': {
    own: ['register/', 'domain/'],
    packages: [
      'kysely',
      'pg',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:sqlite',
      'node:timers',
      'zod/mini',
    ],
  },
  'admin/': {
    own: ['admin/', 'domain/', 'register/', 'sealing/'],
    packages: ['node:crypto', 'node:fs', 'node:path', 'node:stream', 'node:util', 'node:zlib'],
  },
  'cli/': {
    own: ['cli/', 'domain/'],
    packages: ['node:fs', 'node:path', 'node:stream', 'node:timers', 'node:util', 'csv-parse'],
    types: ['i18n.ts'],
  },
  'browser/': {
    own: ['browser/', 'domain/', 'renderers/portable.ts', 'web/'],
    packages: ['hono', 'zod/mini'],
    types: ['i18n.ts'],
  },
  'browser/returning/': {
    own: ['browser/', 'domain/', 'web/', 'sealing/'],
    packages: ['hono', 'zod/mini', '@noble/hashes'],
  },
  'browser/device-site.ts': {
    own: ['browser/', 'domain/', 'renderers/portable.ts', 'i18n.ts'],
    packages: [],
    types: ['web/site.ts'],
  },
  'program/': {
    own: ['program/', 'browser/', 'web/', 'html.ts'],
    packages: ['node:crypto', 'node:path', 'node:util', 'node:zlib', 'esbuild'],
    types: ['domain/', 'i18n.ts'],
  },
  'html.ts': { own: [], packages: ['hono'] },
  'i18n.ts': { own: ['domain/'], packages: [], types: ['../locales/'] },
  'read-locales.ts': { own: ['domain/'], packages: ['node:fs', 'node:path'], types: ['i18n.ts'] },
  'config.ts': { own: [], packages: ['node:crypto', 'node:fs', 'zod/mini'] },
  'assets.ts': { own: [], packages: ['node:crypto', 'node:fs', 'node:path'], types: ['web/site.ts'] },
};

type Import = { file: string; from: string; type: boolean };

/** Every import of a file; one of our own is named by its place in src. */
function importsOf(file: string): Import[] {
  const code = readFileSync(join(source, file), 'utf8');
  return [
    ...code.matchAll(
      /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|\b(?:import|require\.resolve)\(\s*['"`]([^'"`]*)|^import\s+'([^']+)'/gm,
    ),
  ].map(([, type, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    const own = name.startsWith('#')
      ? name.slice(1)
      : name.startsWith('.')
        ? join(dirname(file), name)
        : name;
    return { file, from: own, type: type !== undefined };
  });
}

function mayImport({ own, packages, types = [] }: Layer, { from, type }: Import): boolean {
  return (
    own.some((place) => from.startsWith(place)) ||
    packages.some(
      (name) =>
        from === name || from.startsWith(`${name}/`) || (name.startsWith('^') && new RegExp(name).test(from)),
    ) ||
    (type && types.some((place) => from.startsWith(place)))
  );
}

/** The layer whose name says most about the place of a file. */
function layerOf(file: string): string | undefined {
  const places = Object.keys(layers).filter((place) => file.startsWith(place));
  return places.sort((one, other) => other.length - one.length)[0];
}

describe('imports run one way', () => {
  it.each(Object.entries(layers))('in %s', (place, layer) => {
    const imports = files.filter((file) => layerOf(file) === place).flatMap(importsOf);
    if (place.endsWith('/')) expect(imports.length).toBeGreaterThan(5);
    const wrong = imports.filter((one) => !mayImport(layer, one));
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it('and nobody imports the place where all of it meets', () => {
    const meeting = [
      'app.ts',
      'main.ts',
      'admin.ts',
      'compose.ts',
      'kit.ts',
      'serve.ts',
      'open-site.ts',
      'open-following.ts',
      'open-library.ts',
      'upkeep.ts',
      'warm-up.ts',
      'config.ts',
    ];
    const wrong = files
      .filter((file) => file.includes('/'))
      .flatMap(importsOf)
      .filter(({ from }) => meeting.includes(from));
    expect(wrong).toEqual([]);
  });

  it('and every file is of a layer, or stands where all of it meets', () => {
    const meeting = [
      'app.ts',
      'main.ts',
      'admin.ts',
      'compose.ts',
      'kit.ts',
      'serve.ts',
      'open-site.ts',
      'open-following.ts',
      'open-library.ts',
      'upkeep.ts',
      'warm-up.ts',
      'log.ts',
      'hash-name.ts',
      'petrovich.d.ts',
    ];
    const places = [...Object.keys(layers), ...meeting];
    expect(files.filter((file) => !places.some((place) => file.startsWith(place)))).toEqual([]);
  });

  it('and a crossing is marked with #, inside a layer with ./ or ../', () => {
    for (const file of files.filter((one) => one.includes('/'))) {
      const code = readFileSync(join(source, file), 'utf8');
      const [layer = ''] = file.split('/');
      for (const [, name = ''] of code.matchAll(/from '([#.][^']+)'/g)) {
        const inside = join(dirname(file), name.startsWith('#') ? '' : name).startsWith(`${layer}/`);
        if (name.startsWith('#')) expect(name.startsWith(`#${layer}/`), `${file}: ${name}`).toBe(false);
        else expect(inside, `${file}: ${name}`).toBe(true);
      }
    }
  });
});

it('the domain knows no clock, no chance and no world outside', () => {
  for (const file of files.filter((one) => one.startsWith('domain/'))) {
    const code = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code, file).not.toMatch(
      /Date\.now|new Date\(\)|Math\.random|process\.|console\.|fetch\(|globalThis|crypto\.(?:random|get)/,
    );
  }
});

it('nobody in the pages or the domain writes to a log', () => {
  for (const file of files.filter(
    (one) => !/^(main|serve|hash-name|compose|admin|kit)\.ts$/.test(one) && one.endsWith('.ts'),
  ))
    expect(readFileSync(join(source, file), 'utf8'), file).not.toMatch(/console\.|process\.std/);
});

it('no file is a drawer for whatever is left over', () => {
  const drawers = /^(?:utils?|helpers?|misc|common|shared|lib|services?|types|constants|index)(?:\.|$)/i;
  const names = files.flatMap((file) => [basename(file), ...dirname(file).split('/')]);
  expect(names.filter((name) => drawers.test(name))).toEqual([]);
});

it('a folder holds two files or more', () => {
  const folders = files.map((file) => dirname(file));
  const alone = folders.filter(
    (folder) => files.filter((file) => file.startsWith(`${folder}/`)).length < 2 && folder !== '.',
  );
  expect(alone).toEqual([]);
});

it('every file of the program fits into a head: 200 lines at most, and says first what it is', () => {
  for (const file of files.filter((one) => one.endsWith('.ts'))) {
    const code = readFileSync(join(source, file), 'utf8');
    expect(code.split('\n').length, file).toBeLessThanOrEqual(201);
    expect(code, file).toMatch(/^(?:\/\*\*|\/\/)/);
  }
});

it('no code says "any", "!" or "as" but with its reason in the same line', () => {
  for (const file of files.filter((one) => one.endsWith('.ts'))) {
    const code = readFileSync(join(source, file), 'utf8').replace(/^import[^;]*;|\/\*[\s\S]*?\*\//gm, '');
    const lines = code.split('\n').map((line) => line.replace(/'[^']*'|`[^`]*`|\/[^/]+\/[a-z]*/g, ''));
    const casts = lines.filter(
      (line) => /[\w)\]}] as (?!const\b)[A-Za-z{]/.test(line) && !line.includes('//'),
    );
    expect(casts, file).toEqual([]);
    expect(
      lines.filter((line) => /: any\b|<any>|\w!\.|@ts-/.test(line)),
      file,
    ).toEqual([]);
  }
});

it('what the program imports is what it declares, and nothing is declared for nobody', () => {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
  const { dependencies } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const used = files
    .flatMap(importsOf)
    .filter(
      ({ from, type }) =>
        !type && /^[@a-z]/.test(from) && !from.startsWith('node:') && !files.some((file) => file === from),
    )
    .map(({ from }) => /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
  expect([...new Set(used)].sort()).toEqual(Object.keys(dependencies).sort());
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
