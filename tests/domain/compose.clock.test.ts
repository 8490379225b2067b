import { describe, expect, it } from 'vitest';
import { limitationLastDay } from '#domain/limitation.ts';
import { blockText, countLines, documentOf, documentText, templateOf } from '../support/library.ts';

const media = 'crime-report-media';
const statements = 'crime-report-statements';

/** The counts as the document of that day names them, each with its remark; lawyers may name points or not. */
function counts(template: string, date: string): string[] {
  return countLines(
    blockText(documentOf(template, { date }), 'counts').replace(
      /^.*?(?:в частности: |предусмотренн(?:ых:|ого) )/u,
      '',
    ),
  );
}

/** Those of them that name an article. */
function about(article: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.includes(`ст. ${article} УК РФ`));
}

const grave = ['117', '127', '286', '301', '302'];
const especiallyGrave = ['105', '111', '126', '163'];
const onlyLater = 'в части деяний, совершённых 21 февраля 2017 года и позднее';

describe('a report about 2017', () => {
  it('of 19 February 2027, the last day, rests on every grave count in full', () => {
    const lines = counts(media, '2027-02-19');
    for (const article of [...grave, ...especiallyGrave]) expect(about(article, lines)).toHaveLength(1);
    expect(lines).toContain('ч. 3 ст. 286 УК РФ (превышение должностных полномочий)');
    expect(lines.join()).not.toContain('в части деяний');
    expect(lines.at(-1)).toMatch(/квалификация относится к компетенции следствия\.$/u);
  });

  it('of 20 February 2027 rests abuse of powers only on later acts', () => {
    const lines = counts(media, '2027-02-20');
    expect(lines).toContain(`ч. 3 ст. 286 УК РФ (превышение должностных полномочий) — ${onlyLater}`);
    for (const article of grave) {
      expect(about(article, lines).length).toBeGreaterThan(0);
      for (const line of about(article, lines)) expect(line).toContain(onlyLater);
    }
    for (const line of [...about('105', lines), ...about('126', lines)])
      expect(line).not.toContain('в части');
  });

  it('of 20 February 2027 parts article 111: part 3 in full, part 2 for the later acts', () => {
    const [whole, later, ...more] = about('111', counts(media, '2027-02-20'));
    expect(whole).toBe('ч. 3, 4 ст. 111 УК РФ (умышленное причинение тяжкого вреда здоровью)');
    expect(later).toBe(`ч. 2 ст. 111 УК РФ (умышленное причинение тяжкого вреда здоровью) — ${onlyLater}`);
    expect(more).toEqual([]);
  });

  it('of 30 April 2027 no longer names what has run out, and still rests on what runs till 2032', () => {
    const lines = counts(media, '2027-04-30');
    for (const article of grave) expect(about(article, lines)).toEqual([]);
    for (const article of especiallyGrave) expect(about(article, lines)).toHaveLength(1);
    expect(lines.join()).not.toContain('в части');
    expect(lines.join()).not.toMatch(/ч\. (?:\d, )*2(?:, \d)* ст\. (?:111|163)/u);
  });

  it('never names torture as such (286 ч. 4–5, 302 ч. 3–4): the acts are older than the law', () => {
    for (const date of ['2026-12-01', '2027-02-19', '2027-02-20', '2027-04-30', '2032-01-01']) {
      expect(counts(media, date).join()).not.toMatch(
        /ч\. (?:\d, )*[45](?:, \d)* ст\. 286|ч\. (?:\d, )*[34](?:, \d)* ст\. 302/u,
      );
    }
  });

  it('of 2033 leaves murder to the court and drops the rest', () => {
    const [murder, ...more] = counts(media, '2033-01-01');
    expect(murder).toMatch(/^ч\. 2 ст\. 105 УК РФ \(убийство.*срок[еа] давности решает суд/u);
    expect(more).toEqual([]);
  });

  it('is dated with the day of the complaint, beside the signature', () => {
    expect(blockText(documentOf(media, { date: '2027-02-19' }), 'signature')).toBe(
      '19 февраля 2027 года М. А. Иванова',
    );
  });
});

describe('a report about the statement of 1 April 2017', () => {
  it('of 31 March 2027 rests on 282 ч. 2 «б»', () => {
    expect(blockText(documentOf(statements, { date: '2027-03-31' }), 'counts')).toContain(
      'п. «б» ч. 2 ст. 282 УК РФ',
    );
  });

  it('of 1 April 2027 leaves the question of the period to the investigators', () => {
    const document = documentOf(statements, { date: '2027-04-01' });
    expect(documentText(document)).not.toContain('ст. 282');
    expect(blockText(document, 'no-counts')).toMatch(
      /срок[^.]* давности[^.]* относится к компетенции следствия/u,
    );
  });

  it('quotes the words with their source and asks for a linguistic examination', () => {
    const document = documentOf(statements);
    expect(blockText(document, 'facts')).toContain(
      'нельзя задерживать и притеснять того, кого попросту нет в республике',
    );
    expect(blockText(document, 'facts')).toContain('РБК');
    expect(blockText(document, 'petition')).toMatch(/Назначить [^.]*лингвистическую экспертизу/u);
  });

  it('tells the same last day before the person begins as the clock reckons', () => {
    expect(limitationLastDay('2017-04-01', 10)).toBe('2027-03-31');
    expect(templateOf(statements).matter.limits.join(' ')).toContain('31 марта 2027 года');
  });
});
