/** `npm run -s sharing`: writes the script anew, after what it is made of has changed. */
import { writeFileSync } from 'node:fs';
import { makeSharing, sharingScript } from './make.ts';

writeFileSync(sharingScript, await makeSharing());
