/** `npm run -s languages [-- <lng>]` tells what each language lacks; `npm run -s languages -- --accept <lng>` writes down what its texts were made from. */
import { join } from 'node:path';
import { readLibrary } from '../../src/content/library.ts';
import { languages } from '../../src/domain/language.ts';
import { accept } from './accept.ts';
import { survey } from './survey.ts';

const root = join(import.meta.dirname, '../..');
const locales = join(root, 'locales');
const library = readLibrary(join(root, 'templates'), locales);
const given = process.argv.slice(2);
const named = languages.filter((language) => given.includes(language));
if (given.includes('--accept')) for (const language of named) accept(language, library, locales);
else {
  for (const language of named.length > 0 ? named : languages) {
    const { lacks, behind, english } = survey(language, library, locales);
    console.log(
      `${language}: lacks ${lacks.length}, behind the Russian ${behind.length}, read in English ${english.length}`,
    );
    for (const line of [
      ...lacks,
      ...behind.map((path) => `behind: ${path}`),
      ...(named.length > 0 ? english : []),
    ])
      console.log(`  ${line}`);
    if (lacks.length + behind.length > 0) process.exitCode = 1;
  }
}
