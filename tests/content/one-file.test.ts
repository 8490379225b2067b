import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readLibrary } from '#content/library.ts';
import { compose } from '#domain/compose.ts';
import { authoritiesFor, episodesFor, found, type Library, reportTemplates } from '#domain/library.ts';
import {
  allTemplateIds,
  blockText,
  complaintOf,
  itemsOf,
  library,
  templatesFolder,
} from '../support/library.ts';

/** The library of a copy of `templates/` after `change`. */
function libraryAfter(change: (root: string) => void): Library {
  const root = mkdtempSync(join(tmpdir(), 'proverka-templates-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(templatesFolder, root, { recursive: true });
  change(root);
  return readLibrary(root);
}

function copyAs(from: string, to: string, change: (text: string) => string = (text) => text) {
  return (root: string) => writeFileSync(join(root, to), change(readFileSync(join(root, from), 'utf8')));
}

describe('a lawyer adds one file', () => {
  it('an office: it is offered, and complaints go to it', () => {
    const more = libraryAfter(
      copyAs('authorities/sk-central.yaml', 'authorities/sk-moscow.yaml', (text) =>
        text.replace(/^dative:.*$/mu, 'dative: Руководителю управления по городу Москве'),
      ),
    );
    for (const template of reportTemplates(more)) {
      const offered = authoritiesFor(more, template).some(({ id }) => id === 'sk-moscow');
      expect(offered).toBe(template.matter.addressees === 'investigative');
    }
    const document = compose(more, complaintOf('crime-report-media', { authority: 'sk-moscow' }, more));
    expect(blockText(document, 'addressee')).toContain('Руководителю управления по городу Москве');
    expect(itemsOf(document, 'petition')).toContain('elsewhere');
  });

  it('an episode: complaints about it have an introduction, facts, sources and counts', () => {
    const more = libraryAfter(copyAs('episodes/2018.yaml', 'episodes/2019.yaml'));
    for (const id of ['crime-report-media', 'prosecutor-appeal']) {
      expect(episodesFor(more, found(more.templates, id)).map((one) => one.id)).toContain('2019');
      const document = compose(more, complaintOf(id, { answers: { episode: '2019' } }, more));
      expect(itemsOf(document, 'facts').length).toBeGreaterThan(0);
      expect(itemsOf(document, 'sources').length).toBeGreaterThan(0);
      expect(blockText(document, 'counts')).toContain('ст. 126');
      const ids = document.blocks.map((block) => block.id);
      expect([id, ids.some((block) => block.startsWith('intro'))]).toEqual([id, true]);
    }
  });

  it('a complaint in a folder of its own: it can be composed at once', () => {
    const more = libraryAfter((root) =>
      cpSync(join(root, 'complaints/prosecutor-appeal'), join(root, 'complaints/prosecutor-again'), {
        recursive: true,
      }),
    );
    expect([...more.templates.keys()].sort()).toEqual([...allTemplateIds, 'prosecutor-again'].sort());
    const document = compose(more, complaintOf('prosecutor-appeal', {}, more));
    expect(document.blocks.length).toBeGreaterThan(10);
  });
});

describe('a lawyer’s editor', () => {
  it.each([
    ['ends lines as Windows does', (text: string) => text.replaceAll('\n', '\r\n')],
    ['puts a byte-order mark before the text', (text: string) => `\ufeff${text}`],
  ])('%s: the documents are the same', (_, save) => {
    const files = [
      'complaints/crime-report-media/ru.md',
      'episodes/2017.yaml',
      'law/counts.yaml',
      'law/norms.yaml',
    ];
    const saved = libraryAfter((root) => {
      for (const file of files) copyAs(file, file, save)(root);
    });
    const complaint = (from: Library) => complaintOf('crime-report-media', { date: '2027-02-20' }, from);
    expect(compose(saved, complaint(saved))).toEqual(compose(library, complaint(library)));
  });
});
