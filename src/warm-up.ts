/** After the start, while nobody waits: makes one document of each kind, so that the first person gets theirs as fast as the next, and the program for devices. */

import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { exampleBody } from '#domain/example.ts';
import type { Site } from '#web/site.ts';

/**
 * Works in small turns, so that whoever asks meanwhile is served in between; then calls `done`, with what broke if something
 * did. What devices are sent is compressed after that: an error there is told to `done` too.
 */
export function warmUp(site: Site, done: (error?: Error) => void): void {
  const { library, formats, today } = site;
  const waiting = [...library.templates.values()];
  const next = (): void => {
    const template = waiting.shift();
    if (!template) {
      forDevices(site, done).catch(done);
      return;
    }
    try {
      const complaint = readComplaint(library, template, exampleBody(library, template, today()), today());
      if (complaint.ok) formats.docx?.render(compose(library, complaint.value));
      setImmediate(next);
    } catch (error) {
      done(error instanceof Error ? error : new Error('not an error'));
    }
  };
  setImmediate(next);
}

/** The program and the kit, then their compressed copies: seconds of work, on another thread than the pages. */
async function forDevices({ assets, program, kit }: Site, done: () => void): Promise<void> {
  const texts = [...assets.files.values()].filter(({ type }) => !type.startsWith('image/png'));
  const files = [
    ...texts,
    ...((await program?.())?.files.values() ?? []),
    ...((await kit?.())?.files.values() ?? []),
  ];
  done();
  const { compressAll } = await import('./program/program.ts');
  await compressAll(files);
}
