/** A sheet without a name: whoever signs it writes name, address, date and signature by hand, and no file knows them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nameByHand } from '#domain/by-hand.ts';
import { type Complaint, complaintSchema, readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { fileName } from '#domain/document.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { defaultLimit, shortVersion } from '#domain/short-version.ts';
import {
  blockText,
  documentText,
  library,
  templateIds,
  templateOf,
  today,
  told,
} from '../support/library.ts';
import { request } from './any-complaint.ts';

function bodyOf(id: string, changes: object = {}) {
  return { ...blankBody(library, templateOf(id), today), ...changes };
}

function read(id: string, body: unknown) {
  return readComplaint(library, templateOf(id), body, today);
}

function complaintOf(id: string, body: unknown): Complaint {
  const checked = read(id, body);
  if (checked.ok) return checked.value;
  throw new Error(`refused: ${JSON.stringify(checked.problems)}`);
}

function documentOf(id: string, changes: object = {}) {
  return compose(library, complaintOf(id, bodyOf(id, changes)));
}

describe.each(templateIds)('somebody who gives no name to %s', (id) => {
  const document = documentOf(id);
  const ids = document.blocks.map((block) => block.id);

  it('gets lines for the name and the address where the name would stand', () => {
    const form = document.blocks.find((block) => block.id === 'applicant');
    expect(form).toMatchObject({ kind: 'form', fields: [{ id: 'name' }, { id: 'address' }] });
    expect(ids.slice(0, 3)).toEqual(['addressee', 'applicant', 'title']);
  });

  it('is asked for nothing that the law does not need', () => {
    expect(blockText(document, 'applicant')).not.toMatch(/телефон|тел\.|электронн|паспорт|рождени/iu);
  });

  it('dates and signs it by hand, beside a line for the name, each with its label', () => {
    expect(blockText(document, 'signature')).toBe(`«____» ____________ 20____ г. / ${'_'.repeat(20)}`);
    expect(ids.slice(-2)).toEqual(['signature-label', 'signature']);
    const signatures = document.blocks.filter(({ kind }) => kind === 'signature').length;
    const labels = documentText(document).match(/одпись, инициалы и фамилия заявителя:/gu);
    expect(labels).toHaveLength(signatures);
  });

  it('reads both endings, and their own words as their own only', () => {
    expect(documentText(document)).not.toMatch(/предупреждён(?!\(а\))|undefined|null|Иванов/u);
    const own = document.blocks
      .flatMap((block) => ('paragraphs' in block ? block.paragraphs.flat() : []))
      .filter((run) => run.own)
      .map(({ text }) => text);
    expect(own).toEqual([bodyOf(id).answers.ownWords]);
  });

  it('gets a short text with a line where the name goes', () => {
    const short = shortVersion(library, complaintOf(id, bodyOf(id)), defaultLimit);
    expect(short.ok && short.value).toContain(`Заявитель: ${nameByHand}.`);
  });

  it('may send it without a name or with one, and a program knows that before it asks', () => {
    const schema = z.fromJSONSchema(
      z.toJSONSchema(complaintSchema(library, templateOf(id)), { io: 'input' }),
    );
    const { applicant, ...named } = exampleBody(library, templateOf(id), today);
    const taken = (body: object) => [schema.safeParse(body).success, read(id, body).ok];
    expect(taken({ ...named, applicant })).toEqual([true, true]);
    expect(taken({ ...named, applicant, blank: false })).toEqual([true, true]);
    expect(taken({ ...named, blank: true })).toEqual([true, true]);
    expect(taken({ ...named, applicant, blank: true })).toEqual([false, false]);
    expect(taken({ ...named, blank: false })).toEqual([false, false]);
    expect(taken(named)).toEqual([false, false]);
    expect(taken({ ...named, blank: 'yes' })).toEqual([false, false]);
  });
});

describe('a request that says both or neither', () => {
  const id = 'crime-report-media';
  const { applicant, ...named } = exampleBody(library, templateOf(id), today);

  it.each<[string, object, string[]]>([
    ['a name beside blank', { ...named, applicant, blank: true }, ['applicant blank-applicant']],
    ['half a name beside blank', { ...named, applicant: {}, blank: true }, ['applicant blank-applicant']],
    ['neither', named, ['applicant required']],
    ['no blank', { ...named, blank: false }, ['applicant required']],
    ['blank of another kind', { ...named, blank: 'yes' }, ['blank type']],
    ['nothing for blank, as a form sends it', { ...named, applicant, blank: '' }, []],
    [
      'blank, and other mistakes with it',
      { ...named, blank: true, date: '31.12.2026', authority: 'nobody' },
      ['authority choice', 'date date'],
    ],
  ])('%s is told by path', (_, body, problems) => {
    const checked = read(id, body);
    expect(checked.ok ? [] : told(checked.problems)).toEqual(problems);
  });
});

it('the law is that of the day of the request, though the day is written by hand', () => {
  const before = documentOf('crime-report-statements', { date: '2027-03-31' });
  const after = documentOf('crime-report-statements', { date: '2027-04-01' });
  expect(documentText(before)).toContain('282 УК РФ');
  expect(documentText(after)).not.toContain('282 УК РФ');
  expect(fileName(before, 'docx')).toBe('zayavlenie-2027-03-31.docx');
  expect(documentText(before)).not.toContain('31 марта 2027');
});

it('any complaint is composed without its name, always the same, and holds nothing of anybody', () => {
  fc.assert(
    fc.property(request, ({ applicant, ...given }) => {
      const complaint = complaintOf(given.template, { ...given, blank: true });
      expect(complaint.applicant).toBeUndefined();
      const document = compose(library, complaint);
      expect(document).toEqual(compose(library, complaint));
      const printed = JSON.stringify(
        document.blocks.filter(({ id }) => !['facts', 'own-words', 'sources'].includes(id)),
      );
      for (const name of [applicant.address, applicant.email, applicant.phone])
        if (name && name.length > 12) expect(printed).not.toContain(JSON.stringify(name).slice(1, -1));
      const short = shortVersion(library, complaint, defaultLimit);
      expect(short).toMatchObject({ ok: true });
    }),
    { numRuns: 40 },
  );
});
