/** Papers for the way: what stands on a label, an inventory and a mark of receipt, and what must never stand there. */
import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicant.ts';
import { inLatin } from '#domain/filing/latin.ts';
import { type Dispatch, type Paper, paperKinds } from '#domain/filing/paper.ts';
import { papersOf } from '#domain/filing/papers.ts';
import { found } from '#domain/library.ts';
import { renderPapers } from '#renderers/paper-html.ts';
import { renderPapersTxt } from '#renderers/paper-txt.ts';
import { library } from '../../support/library.ts';

const maria: Applicant = {
  lastName: 'Щукина',
  firstName: 'Мария',
  patronymic: 'Юрьевна',
  gender: 'female',
  address: '101000, г. Москва, ул. Примерная, д. 1',
};

function dispatch(changes: Partial<Dispatch> = {}, office = 'sk-central'): Dispatch {
  const authority = found(library.authorities, office);
  const usual = { crimeReport: true, annexes: true, fromAbroad: false, date: '2026-12-01' };
  return { authority, applicant: maria, ...usual, ...changes };
}

function textOf(papers: readonly Paper[]): string {
  const sheet = { language: 'ru', direction: 'ltr', tab: 'Лист', title: 'Лист', hints: [], papers };
  return renderPapersTxt(sheet).replaceAll('\u00a0', ' ');
}

describe('a label', () => {
  it('inside Russia: to whom, where, the postcode apart, from whom in the genitive', () => {
    const text = textOf(papersOf('envelope', dispatch()));
    expect(text).toContain('Кому: Председателю Следственного комитета Российской Федерации');
    expect(text).toContain('Куда: г. Москва, Технический переулок, д. 2');
    expect(text).toContain('Индекс: 105005');
    expect(text).toContain('От кого: Щукиной Марии Юрьевны');
    expect(text).not.toMatch(/RUSSIA|From/u);
  });

  it('from abroad: both scripts, the country last, the name as in a passport', () => {
    const [abroad, inside] = papersOf('envelope', dispatch({ fromAbroad: true }));
    const text = textOf(abroad ? [abroad] : []);
    expect(text).toContain('From: Shchukina Mariia Iurevna');
    expect(text).toContain('To: Investigative Committee of the Russian Federation');
    expect(text).toContain('g. Moskva, Tekhnicheskii pereulok, d. 2\n105005 RUSSIA');
    expect(text).toContain('г. Москва, Технический переулок, д. 2\n105005 РОССИЯ');
    expect(inside?.id).toBe('envelope');
  });

  it('an address typed in Latin letters stays as it is', () => {
    const address = 'Musterstraße 12, 10115 Berlin';
    const text = textOf(
      papersOf('envelope', dispatch({ fromAbroad: true, applicant: { ...maria, address } })),
    );
    expect(text).toContain(`Address: ${address}`);
  });

  it('invents no address: lines wait for it', () => {
    for (const one of library.authorities.values()) {
      const text = textOf(papersOf('envelope', dispatch({}, one.id)));
      if (one.address === null) expect(text, one.id).toMatch(/Куда: _+/u);
      else expect(text, one.id).not.toMatch(/Куда: _+/u);
    }
  });
});

describe('an inventory', () => {
  it('comes twice, counts its items and leaves sheets and value open', () => {
    const [paper] = papersOf('inventory', dispatch());
    expect(paper?.copies).toBe(2);
    const text = textOf(paper ? [paper] : []);
    expect(text).toContain('1 | Заявление от 1 декабря 2026 года на ______ л. | 1 | ____');
    expect(text).toContain('Общий итог | 2 | ____');
  });

  it('says «обращение» of an appeal, and lists no printouts where there are none', () => {
    const text = textOf(papersOf('inventory', dispatch({ crimeReport: false, annexes: false })));
    expect(text).toContain('1 | Обращение от');
    expect(text).toContain('Общий итог | 1 |');
    expect(text).not.toMatch(/заявлени|распечатк/iu);
  });
});

describe('a mark of receipt', () => {
  it('asks investigators for the slip and the register, prosecutors for the incoming number alone', () => {
    expect(textOf(papersOf('second-copy', dispatch()))).toMatch(/КРСП[\s\S]*талона-уведомления/u);
    const appeal = textOf(papersOf('second-copy', dispatch({ crimeReport: false }, 'gp-central')));
    expect(appeal).toContain('Входящий №');
    expect(appeal).not.toMatch(/КРСП|талон/u);
  });
});

describe.each(paperKinds)('%s', (kind) => {
  it('tells nobody who carries or sorts it what the document is about', () => {
    const text = textOf(papersOf(kind, dispatch({ fromAbroad: true })));
    expect(text).not.toMatch(/преступлени|Чеч|гомосекс|ориентац|пыт|убийств|похищ/iu);
  });

  it('without a name waits for a pen, day and all', () => {
    const text = textOf(papersOf(kind, dispatch({ applicant: undefined, fromAbroad: true })));
    expect(text).toMatch(/_{30}/u);
    expect(text).not.toMatch(/undefined|Щукин|Shchukin|2026/u);
  });

  it('shows markup as it was typed', () => {
    const attack = '</bdi><script>alert(1)</script><img src=x onerror=y>"\'&';
    const applicant = { ...maria, address: attack, lastName: attack, firstName: attack };
    const papers = papersOf(kind, dispatch({ applicant, fromAbroad: true }));
    const page = renderPapers({
      language: 'ru',
      direction: 'ltr',
      tab: attack,
      title: attack,
      hints: [attack],
      papers,
    });
    const plain = renderPapers({
      language: 'ru',
      direction: 'ltr',
      tab: 'а',
      title: 'а',
      hints: ['а'],
      papers: papersOf(kind, dispatch({ fromAbroad: true })),
    });
    const tags = (html: string) => html.match(/<[a-z/!][^>]*>/giu);
    expect(tags(page)).toEqual(tags(plain));
  });
});

describe('Latin letters by ICAO Doc 9303', () => {
  it.each([
    ['Щукина Юлия', 'Shchukina Iuliia'],
    ['Объездная ул.', 'Obieezdnaia ul.'],
    ['Большая', 'Bolshaia'],
    ['ГСП-3', 'GSP-3'],
    ['ЩЁКИНО', 'SHCHEKINO'],
    ['Хасавюрт, д. 1Я', 'Khasaviurt, d. 1Ia'],
    ['Эльбрус Ы Ъ', 'Elbrus Y Ie'],
    ['Ӏела Straße', 'Ӏela Straße'],
  ])('%s → %s', (russian, latin) => {
    expect(inLatin(russian)).toBe(latin);
  });
});
