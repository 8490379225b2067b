/** Any writing of the world, in any length: it is printed as it is, or refused by its length, and the letter keeps its shape. */
import { describe, expect, it } from 'vitest';
import { documentText } from '../support/docx-parts.ts';
import { bodyOf, postForm, postJson } from '../support/site.ts';
import { stepIds } from '../web/every-answer.ts';
import { app, expectInert, expectNoName } from './inert.ts';

describe.each([
  ['emoji of several characters', '👩‍👩‍👧 🏳️‍🌈 👍🏽 🇷🇺 1️⃣'],
  ['a character outside the first plane', '𝔘𝔫𝔦 𐍈 𠮷'],
  ['Arabic', 'السلام عليكم'],
  ['Hebrew with points', 'שָׁלוֹם (עולם)'],
  ['Arabic and Russian in one line', 'до العربية 123 после'],
  ['Chinese', '漢字とかな'],
  ['marks upon marks', `З${'\u0301\u0302\u0303'.repeat(10)}`],
  ['Chechen', 'Нохчийчоь Ӏуьйре дика'],
  ['spaces of all kinds', 'а\u2003б\u3000в', 'а б в'],
])('somebody types %s', (_, text, shown = text) => {
  it('and every format shows it', () => expectInert(text, shown.normalize('NFC')));
});

it.each(['😀', 'العربية', '漢字', 'Ελλάδα', '𝔘'])('%s is no Russian name', (text) => expectNoName(text));

it('a line of another direction cannot turn the rest of the page around', async () => {
  const html = await (
    await postJson(app, bodyOf('crime-report-media', { applicant: { address: 'العربية' } }), 'format=html')
  ).text();
  expect(html).toContain('<bdi class="own">العربية</bdi>');
});

describe('a word of 100 kB', () => {
  const word = 'ж'.repeat(50_000);

  it('is refused in every field with the limit of that field', async () => {
    for (const field of ['lastName', 'firstName', 'patronymic', 'genitive', 'address', 'email', 'phone']) {
      const response = await postJson(app, bodyOf('crime-report-media', { applicant: { [field]: word } }));
      expect(response.status, field).toBe(422);
      const text = await response.text();
      expect(text, field).toContain('"code":"too-long"');
      expect(text.length, field).toBeLessThan(2000);
    }
  });

  it('passes through every page and stays in its field', async () => {
    for (const step of stepIds)
      for (const name of [
        'applicant.lastName',
        'applicant.address',
        'answers.ownWords',
        'answers.ownSources.0.title',
      ]) {
        const form = {
          template: 'crime-report-media',
          'answers.episode': '2017',
          [name]: word,
          move: 'stay',
        };
        const response = await postForm(app, `/ru/online/${step}`, form);
        expect(response.status, `${step} ${name}`).toBe(200);
        expect(await response.text(), `${step} ${name}`).toContain(word);
      }
  });
});

it('the longest words that are allowed stand in the letter whole', async () => {
  const lines = { address: 'ж'.repeat(250), lastName: 'Ж'.repeat(60), firstName: 'И'.repeat(60) };
  const body = bodyOf('crime-report-media', { applicant: lines, answers: { ownWords: 'щ'.repeat(2000) } });
  const docx = documentText(await (await postJson(app, body, 'format=docx')).bytes());
  expect(docx).toContain(lines.address);
  expect(docx).toContain('щ'.repeat(2000));
  expect(docx).toContain(lines.lastName);
});
