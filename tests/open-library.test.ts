import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary } from '#content/library.ts';
import { openLibrary, type Places } from '../src/open-library.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'proverka-library-'));
afterAll(() => rmSync(folder, { recursive: true }));

const places: Places = {
  templates: join(folder, 'templates'),
  program: root,
  kept: join(folder, 'cache/proverka'),
};
const kept = join(places.kept, 'library');
const help = join(places.templates, 'help.yaml');

/** SHA-256 of what the library came from stands before it. */
const digestLength = 32;

const asTheyStand = () => cpSync(join(root, 'templates'), places.templates, { recursive: true });
asTheyStand();
const read = await openLibrary(places);
const whole = readFileSync(kept);
const { mode } = statSync(kept);

/** Each finds the templates as they stand, and what was kept when they were read. */
beforeEach(() => {
  rmSync(places.templates, { recursive: true, force: true });
  asTheyStand();
  mkdirSync(places.kept, { recursive: true });
  writeFileSync(kept, whole);
});

describe('the templates that were read last', () => {
  it('are kept, and opened again as they were', async () => {
    const { mtimeMs } = statSync(kept);
    const opened = await openLibrary(places);
    expect(opened).toEqual(read);
    expect(opened).toEqual(readLibrary(places.templates));
    expect([...opened.templates.keys()]).toEqual([...read.templates.keys()]);
    expect(statSync(kept).mtimeMs).toBe(mtimeMs);
  });

  it('are read anew when a lawyer changes a file', async () => {
    const text = readFileSync(help, 'utf8');
    writeFileSync(help, text.replace('выезд, жильё', 'жильё, выезд'));
    expect(readFileSync(help, 'utf8')).not.toBe(text);
    expect((await openLibrary(places)).help).not.toEqual(read.help);
  });

  it('do not hide a file that a lawyer has broken since', async () => {
    writeFileSync(help, 'help: [');
    await expect(openLibrary(places)).rejects.toThrow('templates/help.yaml:1');
  });

  it.each([
    ['nothing', ''],
    ['half of it', undefined],
    ['another program’s words', 'nonsense '.repeat(100)],
  ])('are read anew where the kept file holds %s', async (_, text) => {
    writeFileSync(kept, text ?? whole.subarray(0, whole.length >> 1));
    expect(await openLibrary(places)).toEqual(read);
    expect(deserialize(readFileSync(kept).subarray(digestLength))).toEqual(read); // V8 writes the same library in more than one length
  });

  it('are read each time where nothing can be written', async () => {
    mkdirSync(join(folder, 'cache'), { recursive: true });
    rmSync(join(folder, 'cache'), { recursive: true });
    writeFileSync(join(folder, 'cache'), 'a file where the folder should be');
    expect((await openLibrary(places)).templates.size).toBeGreaterThan(2);
    rmSync(join(folder, 'cache'));
  });

  it('are for their owner alone to read and write', () => {
    expect(mode & 0o077).toBe(0);
  });
});
