import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { fileName, plain } from '#domain/document.ts';
import { exampleBody } from '#domain/example.ts';
import { authoritiesFor, found } from '#domain/library.ts';
import { limitationLastDay } from '#domain/limitation.ts';
import {
  blockText,
  complaintOf,
  countLines,
  described,
  documentOf,
  documentText,
  itemsOf,
  library,
  templateIds,
  templateOf,
} from '../support/library.ts';

const media = 'crime-report-media';
const statements = 'crime-report-statements';
const appeal = 'prosecutor-appeal';

/** The counts as the document of that day names them, each with its remark; lawyers may name points or not. */
function counts(template: string, date: string): string[] {
  return countLines(blockText(documentOf(template, { date }), 'counts').replace(/^[^:]*: /u, ''));
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

describe('every crime report (УПК 141)', () => {
  it.each([media, statements])('%s carries the warning of УК 306 with a signature of its own', (id) => {
    const document = documentOf(id);
    expect(blockText(document, 'warning306')).toMatch(
      /заведомо ложный донос .*ст\. 306 УК РФ.* предупреждена\.$/u,
    );
    expect(blockText(document, 'warning306-signature')).toBe('М. А. Иванова');
  });

  it.each([
    ['male', 'предупреждён'],
    ['female', 'предупреждена'],
    ['unstated', 'предупреждён(а)'],
  ])('in the gender of the person: %s, %s', (gender, expected) => {
    const text = blockText(documentOf(media, { applicant: { gender } }), 'warning306');
    expect(text).toMatch(new RegExp(`${expected.replaceAll(/[()]/g, '\\$&')}\\.$`, 'u'));
  });

  it('says that it asserts nobody’s guilt and rests on what was published (УПК 148 ч. 2, УК 306)', () => {
    for (const id of [media, statements]) {
      expect(blockText(documentOf(id), 'basis')).toContain(
        'не содержит утверждений о виновности конкретных лиц',
      );
    }
  });

  it('asks for a decision under УПК 145, not for an answer under 59-ФЗ', () => {
    for (const id of [media, statements]) {
      const text = blockText(documentOf(id), 'petition');
      expect(text).toMatch(/не рассматрива[^.]* обращени/u);
      expect(text).toContain('ст. 145 УПК РФ');
    }
  });

  it('asks, whatever office it goes to, that those below do not check themselves', () => {
    for (const id of templateIds) {
      for (const { id: authority } of authoritiesFor(library, templateOf(id))) {
        const document = documentOf(id, { authority });
        const petition = document.blocks.find((block) => block.id === 'petition');
        const items =
          petition?.kind === 'list' ? petition.items.filter((item) => item.id === 'elsewhere') : [];
        expect([id, authority, items.length]).toEqual([id, authority, 1]);
        expect(plain(items[0]?.text ?? [])).toMatch(
          /не\u00a0передавать|не\u00a0следственным органам|вышестоящ/iu,
        );
      }
    }
  });
});

describe('an appeal to the prosecutor', () => {
  it('carries no warning of УК 306 and asks for no case to be opened', () => {
    const document = documentOf(appeal);
    expect(document.blocks.map(({ id }) => id)).not.toContain('warning306');
    expect(documentText(document)).not.toContain('возбудить уголовное дело');
    expect(blockText(document, 'petition')).toContain('п. 2 ч. 2 ст. 37');
  });
});

describe('the head of a document', () => {
  it('is addressed to the office in the dative, with its address', () => {
    expect(blockText(documentOf(media), 'addressee')).toBe(
      'Председателю Следственного комитета Российской Федерации\n105005, г. Москва, Технический переулок, д. 2',
    );
  });

  it('has no address line where none was found', () => {
    expect(blockText(documentOf(media, { authority: 'sk-gsu-skfo' }), 'addressee')).toBe(
      'Руководителю Главного следственного управления Следственного комитета Российской Федерации по ' +
        'Северо-Кавказскому федеральному округу',
    );
  });

  it('names the applicant in the genitive after «от»', () => {
    expect(blockText(documentOf(media), 'applicant')).toBe(
      'от Ивановой Марии Алексеевны\nадрес для ответа: 101000, г. Москва, ул. Примерная, д. 1, кв. 1',
    );
  });

  it('names the applicant in the nominative where the gender is not stated', () => {
    expect(blockText(documentOf(media, { applicant: { gender: 'unstated' } }), 'applicant')).toMatch(
      /^Заявитель: Иванова Мария Алексеевна\n/u,
    );
  });

  it('takes the genitive that the person corrected', () => {
    const applicant = { gender: 'unstated', genitive: 'Ивановой Марии' };
    expect(blockText(documentOf(media, { applicant }), 'applicant')).toMatch(/^от Ивановой Марии\n/u);
  });

  it('gives telephone and e-mail only where they were given', () => {
    const applicant = { phone: '+7 495 000-00-00', email: 'maria@example.org' };
    expect(blockText(documentOf(media, { applicant }), 'applicant')).toMatch(
      /\nтел\.: \+7 495 000-00-00\nэл\. почта: maria@example\.org$/u,
    );
  });
});

describe('the body of a document', () => {
  it('tells only facts of the kinds the complaint is about', () => {
    expect(itemsOf(documentOf(statements), 'facts')).toContain('spokesman');
    expect(itemsOf(documentOf(statements), 'facts')).not.toContain('killings');
    expect(itemsOf(documentOf(media), 'facts')).toContain('killings');
    expect(itemsOf(documentOf(media), 'facts')).not.toContain('spokesman');
  });

  it('tells a fact only where a publication that reports it is cited', () => {
    const { facts, sources } = found(library.episodes, '2017');
    const fitting = sources.filter(({ kinds }) => kinds.includes('torture'));
    expect(fitting.length).toBeGreaterThan(3);
    for (const { id } of fitting) {
      const document = documentOf(media, { filedFrom: 'abroad', answers: { sources: [id] } });
      const told = facts.filter((fact) => itemsOf(document, 'facts').includes(fact.id));
      expect(told.length).toBeGreaterThan(0);
      const bound = told.filter(({ publications }) => publications);
      for (const fact of bound)
        expect([fact.id, fact.publications]).toEqual([fact.id, expect.arrayContaining([id])]);
    }
  });

  it('reports every fact as reported, never as known', () => {
    for (const episode of library.episodes.values()) {
      for (const { id, text } of episode.facts) {
        const asReported =
          /сообщ|публикаци|указыва|доклад|заявил|высказал/iu.test(text.ru) &&
          /report|publication|stat|said|according|conclu/iu.test(text.en);
        expect([episode.id, id, asReported]).toEqual([episode.id, id, true]);
      }
    }
  });

  it('leaves out the person’s own words, title and all, where there are none', () => {
    const ids = documentOf(media, { answers: { ownWords: '' } }).blocks.map(({ id }) => id);
    expect(ids).not.toContain('own-words');
    expect(ids).not.toContain('own-words-lead');
  });

  it('keeps the person’s own words verbatim, a paragraph a line, and never reads them as markup', () => {
    const ownWords = 'Первая :v[counts] <b>строка</b>\n\n«вторая» и не — так, ст. 5';
    const block = documentOf(media, { answers: { ownWords } }).blocks.find(({ id }) => id === 'own-words');
    expect(block).toMatchObject({
      kind: 'text',
      paragraphs: [
        [{ text: 'Первая :v[counts] <b>строка</b>', own: true }],
        [{ text: '«вторая» и не — так, ст. 5', own: true }],
      ],
    });
  });

  it('lists the printouts of all sources by number, and leaves room for the number of sheets', () => {
    const document = documentOf(media, { answers: { ownSources: described.ownSources } });
    const sources = itemsOf(document, 'sources');
    expect(sources.at(-1)).toBe('own-1');
    expect(blockText(document, 'annexes')).toMatch(new RegExp(`№ 1–${sources.length} на _+ л\\.$`, 'u'));
    const one = documentOf(media, { answers: { sources: ['ng-2017-04-01'] } });
    expect(blockText(one, 'annexes')).toMatch(/источника № 1 на _+ л\.$/u);
  });

  it('lists none where nothing is printed out', () => {
    const ids = documentOf(media, { answers: { printouts: false } }).blocks.map(({ id }) => id);
    expect(ids).not.toContain('annexes');
    expect(ids).not.toContain('annexes-lead');
  });

  it('names an undesirable publisher, from abroad, without a link', () => {
    const document = documentOf(media, { filedFrom: 'abroad', answers: { sources: ['hrw-2017-05-26'] } });
    expect(blockText(document, 'sources')).toMatch(/^Human Rights Watch.* 26 мая 2017 года/u);
    expect(documentText(document)).not.toMatch(/hrw\.org/);
  });

  it('about a case of the person’s own tells what they reported, and rests on its own dates', () => {
    const document = documentOf(media, { answers: described });
    expect(blockText(document, 'facts')).toBe(described.reports);
    expect(blockText(document, 'facts-other')).toContain('Как сообщалось');
    expect(blockText(document, 'counts')).toContain('ст. 126');
    expect(documentText(document)).not.toContain('гомосексуальной');
    expect(document.blocks.map(({ id }) => id)).not.toContain('motive');
  });
});

describe('the same complaint', () => {
  it.each(templateIds)('%s always makes the same document', (id) => {
    const once = documentOf(id);
    expect(documentOf(id)).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
    expect(once).toMatchObject({ template: id, language: 'ru', date: '2026-12-01' });
  });

  it('does not change the library or the answers it is made from', () => {
    const complaint = complaintOf(media);
    const before = JSON.stringify([complaint, [...library.episodes], [...library.templates], library.counts]);
    compose(library, complaint);
    expect(JSON.stringify([complaint, [...library.episodes], [...library.templates], library.counts])).toBe(
      before,
    );
  });

  it('is saved under a name that tells nothing about it', () => {
    expect(fileName({ date: '2027-02-19' }, 'docx')).toBe('zayavlenie-2027-02-19.docx');
    const names = templateIds.map((id) => fileName(documentOf(id), 'txt'));
    expect(new Set(names).size).toBe(1);
  });
});

describe('an example', () => {
  it.each(templateIds)(
    'of %s goes to an office that is offered by default, and names no real person',
    (id) => {
      const example = exampleBody(library, templateOf(id), '2026-12-01');
      expect(found(library.authorities, example.authority).offByDefault).toBeUndefined();
      expect(example.applicant.address).toContain('Примерная');
    },
  );
});
