import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { documentHtml, renderHtml } from '#renderers/html.ts';
import { complaintFrom, request } from '../domain/any-complaint.ts';
import {
  described,
  documentOf,
  documentText,
  library,
  paragraphsOf,
  templateIds,
} from '../support/library.ts';

const attack = '</bdi></p><script>alert(1)</script><img src=x onerror=alert(1)> "\'&amp; &lt;';
const attacked = () =>
  renderHtml(
    documentOf('crime-report-media', {
      applicant: { address: attack, gender: 'unstated' },
      answers: {
        ...described,
        ownWords: attack,
        reports: attack,
        ownSources: [
          {
            title: attack,
            outlet: attack,
            date: '2024-03-05',
            issue: '<b>№ 7</b>',
            url: 'https://x.example/?a=1&b=2',
          },
        ],
      },
    }),
  );

/** Names of the elements, in order. */
function elements(html: string): string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)[\s>]/giu)].map(([, name = '']) => name.toLowerCase());
}

/** The text a reader sees: tags out, entities back. */
function visible(html: string): string {
  return html
    .replace(/<(?:style|title)>[\s\S]*?<\/(?:style|title)>/gu, '')
    .replace(/<\/(?:p|li|h1|h2|div|span)>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('a page to print', () => {
  it('holds what the person typed as text, never as markup', () => {
    const html = attacked();
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/u);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&amp;amp;');
    const allowed = [
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'main',
      'article',
      'div',
      'p',
      'h1',
      'span',
      'ol',
      'li',
      'bdi',
    ];
    expect(elements(html).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('isolates the person’s words, so that another script cannot turn the line around', () => {
    const html = renderHtml(
      documentOf('crime-report-media', { answers: { ownWords: 'Прочитала: العربية (1)' } }),
    );
    expect(html).toMatch(/<bdi[^>]*>Прочитала: العربية \(1\)<\/bdi>/u);
    expect(html).toMatch(/от\u00a0<bdi[^>]*>Ивановой Марии Алексеевны<\/bdi>/u);
  });

  it.each(templateIds)('%s says the same as the document, and closes what it opens', (id) => {
    const document = documentOf(id);
    const html = renderHtml(document);
    for (const line of documentText(document).split('\n')) {
      if (!/^(?:\d+ \S+ \d{4} года )?М\. А\./u.test(line))
        expect(visible(html).replaceAll('\u00a0', ' ')).toContain(line);
    }
    for (const name of ['p', 'li', 'ol', 'div', 'bdi', 'span', 'article', 'main', 'h1']) {
      const opened = html.match(new RegExp(`<${name}[\\s>]`, 'gu'))?.length ?? 0;
      expect([name, html.match(new RegExp(`</${name}>`, 'gu'))?.length ?? 0]).toEqual([name, opened]);
    }
  });

  it('is Russian and left to right, and its title tells nothing about the person or the matter', () => {
    const html = renderHtml(documentOf('crime-report-media'));
    expect(html).toMatch(/^<!doctype html>\n<html lang="ru">/u);
    expect(html).toMatch(/<article [^>]*lang="ru" dir="ltr"/u);
    expect(html).toContain('<title>Заявление</title>');
    expect(new Set(templateIds.map((id) => /<title>[^<]*/u.exec(renderHtml(documentOf(id)))?.[0])).size).toBe(
      1,
    );
  });

  it('asks the network for nothing: no links, no pictures, no scripts, and its own policy forbids them', () => {
    const html = attacked();
    expect(html).not.toMatch(
      /<(?:a|link|script|img|iframe|object|base|form|input)[\s>]|url\(|@import|\shref=|\ssrc=[^x]/u,
    );
    expect(html).not.toMatch(/\son[a-z]+="/u);
    expect(html).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'"/u,
    );
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
  });

  it('allows by its policy exactly the style it has', () => {
    const html = renderHtml(documentOf('crime-report-media'));
    const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
    expect(style).toContain('@page { size: A4; margin: 20mm 15mm 20mm 30mm; }');
    expect(html).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).not.toMatch(/\sstyle="/u);
  });

  it('names its blocks by their ids, each once', () => {
    const document = documentOf('crime-report-media');
    const ids = [...renderHtml(document).matchAll(/id="doc-([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const titled = document.blocks.filter(({ kind }) => kind !== 'title').map(({ id }) => id);
    expect(ids).toEqual(titled);
  });

  it('inside another page has no head and a heading of the second level', () => {
    const html = String(documentHtml(documentOf('crime-report-media')));
    expect(html).toMatch(/^<article /u);
    expect(html).toContain('<h2 class="letter-title">');
    expect(elements(html)).not.toContain('h1');
  });

  it('never breaks, whatever the person typed', () => {
    fc.assert(
      fc.property(request, (given) => {
        const document = compose(library, complaintFrom(given));
        const html = renderHtml(document);
        const bdi = html.match(/<bdi[\s>]/gu)?.length ?? 0;
        const own = document.blocks
          .filter(({ kind }) => kind !== 'signature')
          .flatMap(paragraphsOf)
          .flat();
        expect(bdi).toBe(own.filter((run) => run.own).length);
        expect(html.match(/<\/bdi>/gu)?.length ?? 0).toBe(bdi);
        expect(html).not.toMatch(/<script/iu);
      }),
      { numRuns: 25 },
    );
  });
});
