/** A sheet without a name, in every format that there is: what is to be written by hand can be read and written there. */
import { describe, expect, it } from 'vitest';
import { type Format, formats } from '#renderers/formats.ts';
import { documentText } from '../support/docx-parts.ts';
import { sheetOf, templateIds } from '../support/library.ts';

/** PDF is read by its own tests. */
const read: [string, Format][] = Object.entries(formats).filter(([name]) => name !== 'pdf');
const rows = templateIds.flatMap((id) =>
  read.map(([name, format]): [string, string, Format] => [id, name, format]),
);

describe('a sheet without a name', () => {
  it.each(rows)(
    'of %s as %s asks for the name, the address, the day and the signature, and holds none',
    async (id, _, format) => {
      const output = await format.render(sheetOf(id));
      const text = (typeof output === 'string' ? output : documentText(output)).replaceAll('\u00a0', ' ');
      expect(text).toContain('Заявитель (Ф. И. О. полностью):');
      expect(text).toContain('адрес для ответа (с индексом):');
      expect(text).toContain('Дата, подпись, инициалы и фамилия заявителя:');
      expect(text).toContain('«____» ____________ 20____ г.');
      expect(text).toContain(`/ ${'_'.repeat(20)}`);
      expect(text).not.toMatch(/undefined|\bNaN\b|Иванов|\bот\s+_|тел\.:|эл\. почта/u);
    },
  );

  it.each(templateIds)('of %s as text has two lines for the name and three for the address', (id) => {
    const text = formats.txt.render(sheetOf(id));
    expect(text.replaceAll('\u00a0', ' ')).toMatch(
      /полностью\):\n_{40,}\n_{40,}\nадрес для ответа \(с индексом\):\n_{40,}\n_{40,}\n_{40,}\n/u,
    );
  });

  it.each(templateIds)('of %s as a page has two lines for the name and three for the address', (id) => {
    expect(formats.html.render(sheetOf(id)).match(/letter-fill"/g)).toHaveLength(5);
  });
});
