import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#domain/dates.ts';
import { authoritiesFor, episodesFor, found } from '#domain/library.ts';
import { confidences, type Provenance } from '#domain/provenance.ts';
import { complaintOf, library, templateIds, templateOf } from '../support/library.ts';

type Fact = Pick<Provenance, 'source' | 'checked' | 'edition' | 'confidence'>;

/** Every fact that a lawyer wrote, under the place it stands at. */
const facts: [string, Fact][] = [
  ...[...library.norms.values()].map((one): [string, Fact] => [`norm ${one.id}`, one]),
  ...[...library.organisations.values()].map((one): [string, Fact] => [`organisation ${one.id}`, one]),
  ...library.counts.map((one): [string, Fact] => [`count ${one.id}`, one]),
  ...library.help.map((one): [string, Fact] => [`help ${one.contact}`, one]),
  ...[...library.templates.values()].map((one): [string, Fact] => [`complaint ${one.id}`, one.matter]),
  ...[...library.authorities.values()].flatMap((one): [string, Fact][] => [
    [`office ${one.id}`, one],
    ...(one.address ? [[`address of ${one.id}`, one.address] satisfies [string, Fact]] : []),
    ...one.channels.map((channel): [string, Fact] => [`${channel.kind} of ${one.id}`, channel]),
  ]),
  ...[...library.episodes.values()].flatMap((one): [string, Fact][] => [
    [`episode ${one.id}`, one],
    ...one.facts.map((fact): [string, Fact] => [`fact ${one.id}/${fact.id}`, fact]),
    ...one.sources.map((source): [string, Fact] => [`publication ${source.id}`, source]),
  ]),
];

/** A source is a page, or the name of a text, which may be translated. */
function textOf(source: Fact['source']): string {
  return typeof source === 'string' ? source : `${source.ru} / ${source.en}`;
}

describe('every fact that lawyers wrote', () => {
  it('is many', () => {
    expect(facts.length).toBeGreaterThan(150);
  });

  it.each(facts)('%s tells its source, the day it was checked and how sure it is', (_, fact) => {
    expect(textOf(fact.source).trim()).not.toBe('');
    expect(isIsoDate(fact.checked)).toBe(true);
    expect(fact.checked <= new Date().toISOString().slice(0, 10)).toBe(true);
    expect(confidences).toContain(fact.confidence);
    if (fact.edition !== undefined) expect(fact.edition <= fact.checked).toBe(true);
  });

  it('is called verified only where a page or a text is named', () => {
    for (const [place, { source, confidence }] of facts) {
      if (confidence === 'verified')
        expect([place, textOf(source)]).not.toEqual([
          place,
          expect.stringMatching(/по памяти|from memory/iu),
        ]);
    }
  });
});

describe('addresses of offices', () => {
  it('are never a mailbox: reports by e-mail are not considered since 30 March 2025 (547-ФЗ)', () => {
    for (const { address, channels } of library.authorities.values()) {
      for (const where of [address?.text, ...channels.map((channel) => channel.where)]) {
        expect(where ?? '').not.toMatch(/@|mailto/u);
      }
    }
  });

  it('of local bodies are offered only to those who ask, with the reason', () => {
    for (const one of library.authorities.values()) {
      expect([one.id, one.offByDefault !== undefined]).toEqual([one.id, /chechnya/u.test(one.id)]);
    }
  });

  it('stand first in the list only where they are offered by default', () => {
    for (const id of templateIds) {
      const [first] = authoritiesFor(library, templateOf(id));
      expect(first?.offByDefault).toBeUndefined();
    }
  });
});

describe('publications', () => {
  it('of undesirable organisations are never recommended, and their page says why', () => {
    const undesirable = [...library.episodes.values()]
      .flatMap(({ sources }) => sources)
      .filter(({ publisher }) => found(library.organisations, publisher).statusInRussia === 'undesirable');
    expect(undesirable.length).toBeGreaterThan(0);
    for (const { recommended, note } of undesirable) {
      expect(recommended).toBe(false);
      expect(note?.ru).toMatch(/нежелательн/u);
      expect(note?.en).toMatch(/undesirable/u);
    }
  });

  it('are never published before the acts they report', () => {
    for (const { acts, sources } of library.episodes.values()) {
      const first = acts.map(({ from }) => from).sort()[0] ?? '';
      for (const { date } of sources) expect(date > first).toBe(true);
    }
  });

  it('are enough to complain of every episode without choosing', () => {
    for (const id of templateIds) {
      for (const episode of episodesFor(library, templateOf(id)).filter(({ open }) => !open)) {
        expect(complaintOf(id, { answers: { episode: episode.id } }).sources.length).toBeGreaterThan(0);
      }
    }
  });
});
