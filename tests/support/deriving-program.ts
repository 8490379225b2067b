/** Works out a register anew by another law, in a process of its own: its test kills it in the middle. */
import { openRegister } from '../../src/register/open-register.ts';
import { otherLaw } from './other-law.ts';

const place = JSON.parse(process.argv[2] ?? '');
const register = await openRegister({ ...place, library: otherLaw, now: () => new Date() });
console.log('begun');
await register.deriving.anew();
await register.close();
console.log('done');
