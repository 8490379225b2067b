/** `npm run -s docx-skeleton`: writes the skeleton anew, after layout.ts or the version of `docx` has changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSkeleton } from './make.ts';

const file = join(import.meta.dirname, '../../src/renderers/docx/skeleton.json');
writeFileSync(file, `${JSON.stringify(await makeSkeleton(), null, 2)}\n`);
