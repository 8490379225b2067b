/** The script that shares a case from the browser: made from its sources, and of one mind with the server. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import { openCase } from '#domain/case/open-case.ts';
import { makeSharing, sharingScript } from '../../tools/sharing/make.ts';
import { readCase } from '../../tools/sharing/read-case.ts';
import { aCase, aFiling } from '../domain/case/a-case.ts';
import { fullCase } from '../web/case/every-page.ts';
import { filedCase } from '../web/share/filer.ts';

const names = { kinds: eventKinds, channels: filingChannels };

it('the script is what `npm run -s sharing` writes today', async () => {
  const script = readFileSync(sharingScript, 'utf8');
  expect(script === (await makeSharing())).toBe(true);
});

it('and needs nothing that the pages forbid: no code from text, no markup, no connection, no storage', () => {
  const script = readFileSync(sharingScript, 'utf8');
  expect(script).not.toMatch(
    /\beval\(|new Function\(|\.innerHTML|\.outerHTML|document\.write|XMLHttpRequest|fetch\(|WebSocket|localStorage|sessionStorage|indexedDB/,
  );
});

it('and holds no schema: a phone loads it in one breath', () => {
  const script = readFileSync(sharingScript, 'utf8');
  expect(script.length).toBeLessThan(96 * 1024);
  expect(script).not.toMatch(/unrecognized_keys|petrovich/i);
});

const applicant = { lastName: 'Жукова', firstName: 'Анна', gender: 'female', address: 'Москва' } as const;

it.each([
  ['a case', aCase()],
  ['a case that was filed', filedCase()],
  ['a case of two documents', fullCase()],
  ['a case with a name', { ...filedCase(), applicant }],
])('takes %s, as the server does', (_, kept) => {
  const text = JSON.stringify(kept);
  expect(openCase(text).ok).toBe(true);
  expect(readCase(text, names)).toEqual({ ok: true, value: kept });
});

const broken = (change: object) => JSON.stringify({ ...filedCase(), ...change });
const brokenFiling = (change: object) => JSON.stringify(aCase([{ ...aFiling(), ...change }]));

it.each([
  ['nothing', '', 'empty'],
  ['no JSON', '{"format":"case"', 'not-a-case'],
  ['another file', '{"format":"draft"}', 'not-a-case'],
  ['an old version', broken({ version: 0 }), 'older'],
  ['a new version', broken({ version: 2 }), 'older'],
  ['a case without documents', broken({ filings: [] }), 'damaged'],
  ['a field that is unknown', broken({ more: 1 }), 'damaged'],
  ['an event that is none', brokenFiling({ events: [{ kind: 'eaten', date: '2026-09-03' }] }), 'damaged'],
  ['a day that is none', brokenFiling({ date: '03.09.2026' }), 'damaged'],
  ['a text without end', brokenFiling({ text: 'а'.repeat(60_001) }), 'damaged'],
  ['a name of the prototype', brokenFiling({ constructor: 'x' }), 'damaged'],
])('refuses %s, as the server does', (_, text, wrong) => {
  expect(readCase(text, names)).toEqual({ ok: false, wrong });
  if (wrong !== 'older') expect(openCase(text).ok).toBe(false);
});
