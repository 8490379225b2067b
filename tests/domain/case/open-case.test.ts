/** A case file comes back from somebody's device after years, a repair shop or a chat: it opens, or says in one word why not. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseVersion } from '#domain/case/case-file.ts';
import { migrations } from '#domain/case/migrations.ts';
import { openCase, textHash } from '#domain/case/open-case.ts';
import { aCase, aFiling } from './a-case.ts';

const version0 = readFileSync(join(import.meta.dirname, 'version-0.json'), 'utf8');

describe('a case that was saved', () => {
  it('opens as it was, with a mark of bytes, spaces and other indentation around it', () => {
    const text = `\ufeff \n${JSON.stringify(aCase(), null, 3)}\n\n`;
    expect(openCase(text)).toEqual({ ok: true, value: aCase(), altered: [] });
  });

  it('opens from version 0: events had other names, and where it was filed from was not kept', () => {
    const opened = openCase(version0);
    expect(opened.ok && opened.value.version).toBe(1);
    expect(opened.ok && opened.altered).toEqual([]);
    expect(opened.ok && opened.value.filings[0]).toMatchObject({
      filedFrom: 'russia',
      events: [
        { kind: 'sent', date: '2026-09-02', number: '10100012345678' },
        { kind: 'extended', date: '2026-09-20', days: 30 },
      ],
    });
    expect(opened.ok && Object.keys(opened.value.filings[0] ?? {})).not.toContain('history');
  });

  it('has a step for every version before this one', () => {
    expect(migrations.length).toBe(caseVersion);
  });

  it('says which document was changed after it was saved, and still opens', () => {
    const kept = aCase([
      aFiling({ id: 'a' }),
      aFiling({ id: 'b', text: 'другой', sha256: textHash('первый') }),
    ]);
    const opened = openCase(JSON.stringify(kept));
    expect(opened).toMatchObject({ ok: true, altered: ['b'] });
  });
});

describe('a file that does not open says why', () => {
  const kept = JSON.stringify(aCase());
  const with_ = (changes: object) => JSON.stringify({ ...aCase(), ...changes });
  it.each([
    ['nothing', '', 'empty'],
    ['spaces', ' \n ', 'empty'],
    ['a sealed file', 'age-encryption.org/v1\n-> scrypt', 'sealed'],
    ['a sealed file in letters', '-----BEGIN AGE ENCRYPTED FILE-----\n', 'sealed'],
    ['a letter', 'Ваше обращение рассмотрено', 'not-a-case'],
    ['JSON of something else', '{"template":"crime-report-media"}', 'not-a-case'],
    ['a list', '[]', 'not-a-case'],
    ['a number', '7', 'not-a-case'],
    ['a newer version', with_({ version: caseVersion + 1, filings: 'anything' }), 'newer'],
    ['a file cut off', kept.slice(0, -40), 'damaged'],
    ['no documents', with_({ filings: [] }), 'damaged'],
    ['a field of nobody', with_({ secret: 'x' }), 'damaged'],
    ['half a version', with_({ version: 0.5 }), 'damaged'],
    ['a version below', with_({ version: -1 }), 'damaged'],
    ['no version', with_({ version: undefined }), 'damaged'],
    ['a day that is none', with_({ filings: [aFiling({ date: '2026-02-30' })] }), 'damaged'],
    ['one id twice', with_({ filings: [aFiling(), aFiling()] }), 'damaged'],
    ['a document after nothing', with_({ filings: [aFiling({ follows: 'gone' })] }), 'damaged'],
    [
      'an unknown event',
      with_({ filings: [{ ...aFiling(), events: [{ kind: 'closed', date: '2026-09-01' }] }] }),
      'damaged',
    ],
  ])('%s', (_, text, reason) => {
    expect(openCase(text)).toEqual({ ok: false, reason });
  });

  it('whatever it holds, and never by breaking', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"format":"case","version":0,"filings":${json}}`),
        ),
        (text) => {
          expect(typeof openCase(text).ok).toBe('boolean');
        },
      ),
    );
  });
});

it('the fingerprint is SHA-256 of the text in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(textHash(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});
