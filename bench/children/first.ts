/** A fresh process that loads one contender, makes a first document, and if asked many more. Prints one line of JSON. */
import { contender } from '../contenders/contender.ts';

const [, , name = '', folder = '', documents = '0'] = process.argv;
const started = performance.now();
const open = await contender(name);
const loaded = performance.now();
const ready = await open(folder);
const opened = performance.now();
const work = ready();
const begun = performance.now();
await work(0);
const first = performance.now() - begun;
for (let index = 1; index < Number(documents); index++) await work(index);
const peak = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ loading: loaded - started, opening: opened - loaded, first, peak }));
