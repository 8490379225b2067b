import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { fileName } from '#domain/document.ts';
import { exampleBody } from '#domain/example.ts';
import { found } from '#domain/library.ts';
import {
  blockText,
  complaintOf,
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
