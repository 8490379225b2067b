/** The lawyers' files are Markdown; what a person types is not: no link, no picture, no heading of it gets into a letter. */
import { describe, it } from 'vitest';
import { expectInert, expectNoName } from './inert.ts';

describe.each([
  '**жирно** _косо_ ~~нет~~ `код`',
  '[сюда](https://x.example)',
  '![](https://x.example/x.png)',
  '<https://x.example>',
  '# Заголовок ## Ещё',
  '> цитата - * + 1. 2)',
  '```js x ```',
  '| а | б | :--- |',
  '--- *** ___ ===',
  '[^1] [x]: https://x.example',
  'конец строки\\ и\\* ещё\\',
  '&nbsp; &copy; \\u0041 \\x41',
])('somebody types %s', (attack) => {
  it('and every format shows it as it is', () => expectInert(attack));
  it('and it is no name', () => expectNoName(attack));
});
