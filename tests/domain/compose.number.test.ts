/** Words that change with how many there are of something: sources, annexes, days, counts, requests. */
import { describe, expect, it } from 'vitest';
import { shortVersion } from '#domain/short-version.ts';
import {
  blockText,
  complaintOf,
  described,
  documentOf,
  documentText,
  library,
  templateIds,
} from '../support/library.ts';

const media = 'crime-report-media';
const one = { answers: { ...described, sources: [] } };
const two = {
  answers: {
    ...described,
    sources: [],
    ownSources: [
      ...described.ownSources,
      { title: 'Ещё двое', outlet: 'Вечерняя газета', date: '2024-03-06' },
    ],
  },
};

describe('somebody who cites one publication', () => {
  it('reads of one source, of one annex and of one publication', () => {
    const document = documentOf(media, one);
    expect(blockText(document, 'sources-lead')).toBe('Источник сведений');
    expect(blockText(document, 'facts-other')).toMatch(/^Как сообщалось \(источник указан ниже\), /u);
    expect(blockText(document, 'annexes-lead')).toBe('Приложение (распечатка)');
    expect(blockText(document, 'annexes')).toBe('Распечатка источника № 1 на ____ л.');
    expect(documentText(document)).toContain('осмотреть названные в публикации места');
    expect(documentText(document)).not.toMatch(/[Ии]сточники|[Пп]риложения|[Пп]убликаци(?:и|ях) указан/u);
  });
});

describe('somebody who cites two', () => {
  it('reads of several', () => {
    const document = documentOf(media, two);
    expect(blockText(document, 'sources-lead')).toBe('Источники сведений');
    expect(blockText(document, 'facts-other')).toMatch(/^Как сообщалось \(источники указаны ниже\), /u);
    expect(blockText(document, 'annexes-lead')).toBe('Приложения (распечатки)');
    expect(blockText(document, 'annexes')).toBe('Распечатки источников № 1–2 на ____ л.');
  });

  it('after somebody with one: the words of the one are not kept for the other', () => {
    for (const [changes, lead] of [
      [one, 'Источник сведений'],
      [two, 'Источники сведений'],
      [one, 'Источник сведений'],
    ] as const)
      expect(blockText(documentOf(media, changes), 'sources-lead')).toBe(lead);
  });
});

it.each([
  ['one count', '2045-01-01', /признаков преступления, предусмотренного ч\. 2 ст\. 105 УК РФ/u],
  ['several counts', '2026-12-01', /признаков преступлений, предусмотренных: ч\. 2 ст\. 105 УК РФ/u],
])('names %s in its number', (_, date, words) => {
  expect(blockText(documentOf(media, { date }), 'counts')).toMatch(words);
});

it.each([
  ['one day', '2024-03-01', ' 1 марта 2024 года произошло'],
  ['two days', '2024-03-02', ' в период с 1 марта 2024 года по 2 марта 2024 года произошло'],
])('tells %s in its number', (_, to, words) => {
  const answers = { ...described, acts: { ...described.acts, to } };
  expect(blockText(documentOf(media, { answers }), 'facts-other')).toContain(words);
});

it.each(templateIds)('%s: the short text ends its list of cut publications with one full stop', (id) => {
  const short = shortVersion(library, complaintOf(id), 1450);
  expect(short.ok ? short.value : '').not.toMatch(/\.\./u);
});

it.each(templateIds)(
  '%s: only the warning has brackets where the gender is open, and two forms for the rest',
  (id) => {
    const [open, his, hers] = (['unstated', 'male', 'female'] as const).map((gender) =>
      documentText(documentOf(id, { applicant: { gender, genitive: 'Х', heading: 'genitive' } })).split('\n'),
    );
    const differing = (open ?? []).filter((line, at) => line !== his?.[at] || line !== hers?.[at]);
    expect(differing.length).toBe(id === 'prosecutor-appeal' ? 0 : 1);
    for (const line of differing) expect(line).toMatch(/по ст\. 306 УК РФ предупреждён\(а\)\.$/u);
  },
);

it.each([
  ['one request', ['register'], /\nПрошу: зарегистрировать в\u00a0КРСП, сообщить номер\.\n/u],
  ['two requests', ['register', 'decide'], /\nПрошу: 1\) зарегистрировать .*; 2\) принять решение/u],
])('tells %s in the short text with numbers only where there are several', (_, requests, words) => {
  const short = shortVersion(library, complaintOf(media, { answers: { requests } }), 2000);
  expect(short.ok && short.value).toMatch(words);
});
