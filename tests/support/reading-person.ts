/** Somebody who reads a page in their language: on a phone and on a desk, its direction, and every word of it theirs or marked as Russian. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#domain/language.ts';

type Seen = { language: string; direction: string; turned: string[]; english: string[] };

/** What a bystander understands, in any of the languages. */
const telling =
  /Чеч|Chech|Tschetsch|Tchétch|Çeçen|شيشان|гей|gay|schwul|مثلي|пыт|tortur|Folter|işkence|تعذيب|убий|вбив|kill|Mord|meurt|asesin|cinayet|قتل|злоч|преступ|crim|delito|suç|Verbrechen|جريمة/i;

/** On a phone and on a desk: nothing wider than the screen, no word of another language, a title that tells nothing. */
export async function expectRead(page: Page, language: Language, where: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tooWide(page), `${where}: wider than ${width} px`).toEqual([]);
  }
  expect(await page.evaluate(lookAt, language), where).toEqual({
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    turned: [],
    english: [],
  } satisfies Seen);
  expect(await page.title(), `${where}: title`).not.toMatch(telling);
}

/** What reaches beyond the screen; nothing where the page is as wide as the screen. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [`${scrollWidth - clientWidth} px`, ...beyond.map((one) => one.outerHTML.slice(0, 120))];
  });
}

/** Runs in the page: what Russian is turned round, and what stands there in English. */
function lookAt(language: string): Seen {
  const turned = [...document.querySelectorAll('[lang=ru]')].filter(
    (one) => language !== 'ru' && getComputedStyle(one).direction !== 'ltr',
  );
  const english: string[] = [];
  const words = /(?<![\p{L}./@«])(?:the|your|you|with|this|which|have)(?![\p{L}./@»])/iu;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const spoken = node.parentElement?.closest('[lang]')?.getAttribute('lang');
    const itself = node.parentElement?.closest('code, script, style, bdi, textarea');
    const text = (node.textContent ?? '').replace(/«[^»]*»/g, '');
    if (language !== 'en' && spoken === language && !itself && words.test(text)) english.push(text.trim());
  }
  return {
    language: document.documentElement.lang,
    direction: document.documentElement.dir,
    turned: turned.map((one) => one.textContent?.slice(0, 60) ?? ''),
    english,
  };
}
