/** `npm run -s sealing`: writes the script anew, after page.ts or the version of age-encryption has changed. */
import { writeFileSync } from 'node:fs';
import { makeSealing, sealingScript } from './make.ts';

writeFileSync(sealingScript, await makeSealing());
