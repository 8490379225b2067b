import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsAfter, remove, rewrite } from './broken-templates.ts';

const ru = 'complaints/crime-report-media/ru.md';
const en = 'complaints/crime-report-media/en.md';

describe('the folder as a whole', () => {
  it('is in order', () => {
    expect(findingsAfter(() => {})).toEqual([]);
  });

  it.each([['law/norms.yaml'], ['law/counts.yaml'], ['help.yaml'], [ru], [en]])(
    'does not run without %s',
    (file) => {
      expect(findingsAfter(remove(file))).toContainEqual({
        file: `templates/${file}`,
        line: 1,
        message: expect.stringMatching(/missing/u),
      });
    },
  );

  it('does not take two files of one name, such as .yaml and .yml, for one', () => {
    const findings = findingsAfter((root) =>
      cpSync(join(root, 'episodes/2018.yaml'), join(root, 'episodes/2018.yml')),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ file: expect.stringMatching(/^templates\/episodes\/2018\.ya?ml$/u) }),
    );
  });

  it('tells the mistakes of all files at once', () => {
    const findings = findingsAfter((root) => {
      rewrite('authorities/gp-central.yaml', (text) => `${text}fax: '+7'\n`)(root);
      rewrite('episodes/2018.yaml', (text) => text.replace('title:', 'titel:'))(root);
      rewrite(ru, (text) => text.replace(':v[counts]', ':v[court]'))(root);
    });
    const files = new Set(findings.map(({ file }) => file));
    expect([...files].sort()).toEqual([
      'templates/authorities/gp-central.yaml',
      `templates/${ru}`,
      'templates/episodes/2018.yaml',
    ]);
  });
});
