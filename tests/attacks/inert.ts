/** An attack typed into every field: each format must show it as words, and nothing else of the letter may change. */
import { expect } from 'vitest';
import { documentText, parts } from '../support/docx-parts.ts';
import { bodyOf, openService, ownEpisode, postForm, postJson } from '../support/site.ts';
import { flat } from '../web/every-answer.ts';
import { tagsOf, textOf } from '../web/page.ts';
import { readXml } from './well-formed.ts';

export const { app } = openService();

/** Every word a person may type but their name, with `text` in it; short enough for the shortest field. */
function typed(text: string) {
  return {
    applicant: { address: `г. Москва ${text}` },
    answers: { ...ownEpisode, reports: `Сообщено ${text}`, ownWords: `Прошу ${text}` },
    ownSource: { title: `Статья ${text}`, outlet: `Газета ${text}`, issue: `№ ${text}`, date: '2024-03-05' },
  };
}

/** A valid request with `text` wherever words may stand. */
export function bodyWith(text: string) {
  const { applicant, answers, ownSource } = typed(text);
  return bodyOf('crime-report-media', { applicant, answers: { ...answers, ownSources: [ownSource] } });
}

/** The same as the form of a page whose lists have been seen. */
export function pageForm(text: string): [string, string][] {
  const { applicant, answers, ownSource } = typed(text);
  const { ownSources: _, sources: __, ...given } = answers;
  const { template, ...body } = bodyOf('crime-report-media', { applicant });
  return [
    ...flat({ template, ...body, answers: given }),
    ...flat(ownSource, 'answers.ownSources.0'),
    ['sourcesFor', `${template}/other/russia`],
    ['requestsFor', template],
    ...flat({ answers: { requests: body.answers.requests } }),
    ['move', 'stay'],
  ];
}

type Letter = { words: string; structure: string[] };

/** The letter in every format: what a reader reads, and what it is built of. */
async function lettersWith(text: string): Promise<Record<'docx' | 'txt' | 'html' | 'json' | 'page', Letter>> {
  const body = bodyWith(text);
  const get = async (format: string) => {
    const response = await postJson(app, body, `format=${format}`);
    expect(
      response.status,
      `${format}: ${response.status === 422 ? await response.clone().text() : ''}`,
    ).toBe(200);
    return response;
  };
  const docx = await (await get('docx')).bytes();
  const [txt, html, json] = await Promise.all(
    ['txt', 'html', 'json'].map(async (name) => (await get(name)).text()),
  );
  const page = await (await postForm(app, '/ru/online/check', pageForm(text))).text();
  return {
    docx: { words: documentText(docx), structure: xmlStructure(docx) },
    txt: { words: txt ?? '', structure: [String(txt?.split('\n').length)] },
    html: { words: textOf(html ?? ''), structure: htmlStructure(html ?? '') },
    json: { words: wordsOf(JSON.parse(json ?? '')).join('\n'), structure: shapeOf(JSON.parse(json ?? '')) },
    page: { words: textOf(page), structure: htmlStructure(page) },
  };
}

const harmless = await lettersWith('слово');

/** `shown` is what a reader must find where it differs from what was typed. */
export async function expectInert(attack: string, shown = attack): Promise<void> {
  const letters = await lettersWith(attack);
  for (const [format, letter] of Object.entries(letters)) {
    const [, { structure }] = Object.entries(harmless).find(([name]) => name === format) ?? ['', letter];
    expect(letter.structure, format).toEqual(structure);
    const words = letter.words.replace(/\s+/g, ' ');
    for (const place of ['г. Москва', 'Сообщено', 'Прошу'])
      expect(words, format).toContain(`${place} ${shown}`.trim().replace(/\s+/g, ' '));
  }
}

/** A name is refused that holds it, in every field of the name, and the answer does not repeat it. */
export async function expectNoName(attack: string): Promise<void> {
  for (const field of ['lastName', 'firstName', 'patronymic', 'genitive']) {
    const body = bodyOf('crime-report-media', { applicant: { [field]: `Иванова${attack}` } });
    const response = await postJson(app, body);
    expect(response.status, field).toBe(422);
    expect(await response.text(), field).not.toContain(JSON.stringify(attack).slice(1, -1));
  }
}

/** Element names of every part; a part that is no XML fails. */
function xmlStructure(docx: Uint8Array): string[] {
  return [...parts(docx)].flatMap(([name, xml]) => {
    const { elements, fault } = readXml(xml);
    expect(fault, name).toBeUndefined();
    return [name, ...elements];
  });
}

/** Every tag with its attributes, but for what is typed into fields. */
function htmlStructure(html: string): string[] {
  return tagsOf(html).map(({ name, attributes }) =>
    [
      name,
      ...[...attributes].map(([key, value]) =>
        key === 'value' && name === 'input' ? key : `${key}=${value}`,
      ),
    ].join(' '),
  );
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
}
