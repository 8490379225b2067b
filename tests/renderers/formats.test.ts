import { describe, expect, it } from 'vitest';
import { type Format, formats } from '#renderers/formats.ts';
import { documentOf } from '../support/library.ts';

const all: [string, Format][] = Object.entries(formats);

describe('the formats a document comes in', () => {
  it.each(all)('%s has an extension and a media type of its own', (_, { extension, type }) => {
    expect(extension).toMatch(/^[a-z]+$/u);
    expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/u);
    expect(all.filter(([, other]) => other.extension === extension || other.type === type)).toHaveLength(1);
  });

  it('are DOCX first: an office wants paper', () => {
    expect(all[0]?.[0]).toBe('docx');
  });

  it('JSON is the document itself', () => {
    const document = documentOf('crime-report-media');
    expect(JSON.parse(formats.json.render(document))).toEqual(document);
  });
});
