/** What the device gets of the library is the library. */
import { expect, it } from 'vitest';
import { fromPortable, toPortable } from '../../src/browser/portable.ts';
import { library } from '../support/site.ts';

it('the library that arrives on a device with every language is the one that was sent', () => {
  const { content, texts } = JSON.parse(JSON.stringify(toPortable(library)));
  expect(fromPortable(content, texts)).toEqual(library);
});

it('a device that loads Russian alone has no English texts, and every Russian one', () => {
  const { content, texts } = JSON.parse(JSON.stringify(toPortable(library)));
  const russian = fromPortable(content, { ru: texts.ru });
  const [norm, ours] = [[...library.norms.values()][0], [...russian.norms.values()][0]];
  expect(ours?.gist).toEqual({ ru: norm?.gist.ru });
  expect([...russian.templates.values()][0]).not.toHaveProperty('translations.en');
});
