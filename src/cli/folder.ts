/** A folder of bodies: every `.json` in it, by name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, Jobs } from './bulk.ts';
import { namesSomebody, withoutName } from './letter.ts';
import { readAnswers } from './read-answers.ts';
import { Refusal, wrongUse } from './refusal.ts';

/** Folders inside are not gone into; files whose name begins with a dot are leavings of a system and no answers. */
export function jobsOfFolder(folder: string, blank: boolean): Jobs {
  const names = readdirSync(folder).filter((name) => /^[^.].*\.json$/is.test(name));
  if (names.length === 0) throw wrongUse('cli.use.empty');
  return { folder, list: names.sort().map((name) => jobOf(folder, name, blank)) };
}

function jobOf(folder: string, name: string, blank: boolean): Job {
  return {
    from: name,
    name: () => name.replace(/\.json$/i, ''),
    body: () => {
      const body = readAnswers(join(folder, name), 'file');
      if (namesSomebody(body) && !blank) throw new Refusal('cli.names.file');
      return withoutName(body);
    },
  };
}
