import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeSealing, sealingScript } from '../../tools/sealing/make.ts';

it('the script that seals a case is what `npm run -s sealing` writes today', async () => {
  const script = readFileSync(sealingScript, 'utf8');
  expect(script === (await makeSealing())).toBe(true);
});

it('and needs nothing that the pages forbid: no code from text, no markup, no connection', () => {
  const script = readFileSync(sealingScript, 'utf8');
  expect(script).not.toMatch(
    /\beval\(|new Function\(|\.innerHTML|\.outerHTML|document\.write|XMLHttpRequest|fetch\(|WebSocket/,
  );
});
