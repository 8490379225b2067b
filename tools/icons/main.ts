/** `npm run -s icons`: draws the icons of the installed program anew, after draw.ts has changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draw, icons, png } from './draw.ts';

for (const icon of icons)
  writeFileSync(join(import.meta.dirname, '../../src/web/assets', icon.file), png(icon, draw(icon)));
