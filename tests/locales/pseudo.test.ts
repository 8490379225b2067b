/** Nothing that a person reads stands in the source: where every translated word is marked, every word of a page is. */
import { expect, it } from 'vitest';
import { pseudoParts } from '../support/pseudo.ts';
import { bodyOf, library, openService } from '../support/site.ts';
import { fullCase } from '../web/case/every-page.ts';
import { answersOf } from '../web/every-answer.ts';
import { visibleWords } from '../web/visible.ts';

const service = openService(pseudoParts(library));
const answers = await answersOf(service, ['en']);
const forPrograms = await service.app.request('/api', { headers: { 'Accept-Language': 'en' } });
const all = [...answers, { what: '/api', body: await forPrograms.text() }];
const pages = all.filter(({ body }) => /^<!doctype html>\s*<html lang="en"/.test(body));

/** What the person of the examples typed, and how the letter signs it. */
const typed = JSON.stringify([
  bodyOf('crime-report-media'),
  fullCase(),
  'Суд',
  'М. А. Иванова',
  'Иванова Мария Алексеевна',
]);

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2026, month, 15)),
);
/** Days, addresses of sources, names of laws and of formats: the same whoever reads. */
const constant = [
  new RegExp(`\\d{1,2} (?:${months.join('|')}) \\d{4}`, 'g'),
  /https?:\/\/\S+|github\.com\/[^,]+, [\w/-]+\S*( РФ\.txt)?|\b[\w-]+\.(?:io|org)\b/g,
  /\bУК РФ\b|УК РФ/g,
  /\b(?:DOCX|PDF|TXT|HTML|API)\b|&nbsp;/g,
];

/** What is left of a text without marked words, marks within marks too. */
function unmarked(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return less === text ? constant.reduce((left, one) => left.replace(one, ' '), text).trim() : unmarked(less);
}

it('somebody who reads a made-up language meets no word of another', () => {
  expect(pages.length).toBeGreaterThan(80);
  const left = new Map<string, string>();
  for (const { what, body } of pages)
    for (const { text, language, where } of visibleWords(body)) {
      const words = unmarked(text);
      if (language !== 'en' || where === 'code' || !/\p{L}{2,}/u.test(words)) continue;
      if (!typed.includes(words)) left.set(`${where}: ${words}`, what);
    }
  expect([...left].map((one) => one.join(' ← '))).toEqual([]);
});

it('and what is marked as Russian reads from left to right, whatever the page does', async () => {
  const arabic = await answersOf(openService(), ['ar']);
  const wrong = arabic
    .filter(({ body }) => /^<!doctype html>\s*<html lang="ar"/.test(body))
    .flatMap(({ what, body }) => visibleWords(body).map((one) => ({ what, ...one })))
    .filter(({ language, direction }) => (language === 'ar') !== (direction === 'rtl'));
  expect(wrong.map(({ what, text }) => `${text} ← ${what}`)).toEqual([]);
});
