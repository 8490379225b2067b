/** The ways to file with each office, and the steps of each checklist: who is told what, and what it rests on. */
import { describe, expect, it } from 'vitest';
import { filingChannels } from '#domain/case/case-file.ts';
import { factsOf, information, numbered, usualChannel, waysTo, wayTo } from '#domain/filing/ways.ts';
import { found } from '#domain/library.ts';
import { library } from '../../support/library.ts';

const offices = [...library.authorities.values()];
const ways = offices.flatMap((office) => waysTo(library, office).map((way) => ({ office, way })));
const office = (id: string) => found(library.authorities, id);
const texts = (id: string, channel: string) => {
  const way = wayTo(library, office(id), channel);
  return way ? numbered(way).map(({ text }) => text.ru) : [];
};

describe('an office', () => {
  it('has post, from abroad too, first of all', () => {
    for (const one of offices.filter(({ channels }) => channels.some(({ kind }) => kind === 'post'))) {
      const ids = waysTo(library, one).map(({ channel }) => channel);
      expect(ids[0], one.id).toBe('post');
      expect(ids, one.id).toContain('post-abroad');
    }
  });

  it('has an electronic form only where one is known', () => {
    expect(wayTo(library, office('sk-central'), 'electronic-form')?.office.where).toBe(
      'https://sledcom.ru/reception',
    );
    for (const id of ['gp-skfo', 'prok-chechnya', 'sk-gsu-skfo', 'sk-su-chechnya'])
      expect(wayTo(library, office(id), 'electronic-form'), id).toBeUndefined();
  });

  it.each(['e-mail', 'drop-box', 'telephone', '', '__proto__', 'constructor'])(
    'has no way called %j',
    (name) => {
      for (const one of offices) expect(wayTo(library, one, name)).toBeUndefined();
    },
  );

  it('keeps its letter box and telephone as information', () => {
    expect(information(office('gp-central')).map(({ kind }) => kind)).toEqual(['drop-box', 'telephone']);
  });
});

describe.each(ways)('$office.id, $way.channel', ({ office: one, way }) => {
  it('says what to prepare, where to go, what to say, what to keep and what can go wrong', () => {
    for (const part of Object.values(way.sections)) expect(part.length).toBeGreaterThan(0);
    expect(way.problems.length).toBeGreaterThan(2);
  });

  it('tells nobody a step of another kind of office', () => {
    for (const step of numbered(way)) expect([undefined, one.kind]).toContain(step.for);
  });

  it('names a source for what is law, and none for usual practice', () => {
    for (const { basis, text } of numbered(way)) {
      const facts = factsOf(library, basis);
      expect(facts.length > 0, text.ru).toBe(basis.kind !== 'practice');
      if (/(?:ст\.|статьи) ?\d|закон требует/iu.test(text.ru))
        expect(basis.kind, text.ru).not.toBe('practice');
    }
  });

  it('holds no mailbox and no unknown address', () => {
    const said = JSON.stringify(way);
    expect(said).not.toMatch(/mailto:|\w@\w/u);
    if (one.address === null) expect(way.office.where).toBeNull();
  });
});

it('somebody who goes to investigators is told of the slip, somebody who goes to prosecutors is not', () => {
  expect(texts('sk-central', 'in-person').join()).toContain('талон-уведомление');
  expect(texts('gp-central', 'in-person').join()).not.toMatch(/талон/iu);
});

it('whoever goes in person, or sends somebody, is told not to go as a group as a step', () => {
  for (const channel of ['in-person', 'representative']) {
    const way = wayTo(library, office('sk-central'), channel);
    expect(way?.sections.go.map(({ text }) => text.ru).join()).toMatch(/не группой/u);
  }
});

it('the usual way is post, and post from abroad for those who are abroad', () => {
  expect([usualChannel('russia'), usualChannel('abroad')]).toEqual(['post', 'post-abroad']);
  expect([...library.guides.keys()]).toEqual([...filingChannels]);
});
