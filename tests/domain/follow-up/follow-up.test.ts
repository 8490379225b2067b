import { describe, expect, it } from 'vitest';
import { shortVersion } from '#domain/short-version.ts';
import { blockText, documentText, itemsOf, library, told } from '../../support/library.ts';
import { madeUp, withBanned } from '../made-up-ban.ts';
import { documentOf, followUp, followUpIds, problemsIn } from './case.ts';

const idsOf = (id: string, changes = {}) => documentOf(id, changes).blocks.map((block) => block.id);
const registered = { kind: 'registered', date: '2026-10-22', number: '77-26' };
const refused = { kind: 'refused', date: '2026-11-19', grounds: 'no-event' };
const copy = { kind: 'refusal-received', date: '2026-11-23' };

describe('somebody whose report was answered as a letter', () => {
  it('reads when they wrote, when it came, and what the answer said', () => {
    const text = documentText(documentOf('complaint-treated-as-appeal'));
    expect(text).toContain('12 октября 2026 года я направила в Следственный комитет Российской Федерации');
    expect(text).toContain('получено адресатом 19 октября 2026 года');
    expect(text).toContain(
      'Как следует из ответа от 11 ноября 2026 года № 214-457-26, заявление рассмотрено',
    );
  });

  it('says that no number was told only where none was', () => {
    const event = { kind: 'treated-as-appeal', date: '2026-11-11' };
    expect(idsOf('complaint-treated-as-appeal', { answers: { events: [event] } })).toContain('silence');
    const known = documentOf('complaint-treated-as-appeal', { answers: { events: [event, registered] } });
    expect(blockText(known, 'registered')).toContain('22 октября 2026 года за № 77-26');
    expect(known.blocks.map(({ id }) => id)).not.toContain('silence');
  });

  it('answers with the Code, and with the instruction by its date, never by a paragraph', () => {
    const text = documentText(documentOf('complaint-treated-as-appeal'));
    expect(text).toContain('приказом СК России от 11.10.2012 № 72');
    expect(text).not.toMatch(/п\. 20|пункт/u);
  });
});

describe('somebody who hears nothing', () => {
  it('names the last day of the law’s clock where the day of receipt is known', () => {
    const text = documentText(documentOf('complaint-no-answer'));
    expect(text).toContain(
      'Срок принятия решения, установленный ч. 1 ст. 144 УПК РФ, истёк 22 октября 2026 года',
    );
  });

  it('is moved by the clock off a day off: a report of Wednesday has until Monday', () => {
    const changes = { filed: { received: '2026-10-21' } };
    expect(documentText(documentOf('complaint-no-answer', changes))).toContain('истёк 26 октября 2026 года');
  });

  it('names no day where the day of receipt is not known', () => {
    const text = documentText(documentOf('complaint-no-answer', { filed: { received: undefined } }));
    expect(text).toContain('День, с которого исчисляется срок, мне неизвестен');
    expect(text).not.toMatch(/истёк \d/u);
  });

  it('is told the last day while the time still runs', () => {
    expect(
      problemsIn('complaint-no-answer', { date: '2026-10-22' }).map(({ path, code, params }) => [
        path,
        code,
        params,
      ]),
    ).toEqual([['date', 'term-runs', { until: '2026-10-22' }]]);
  });

  it('of an appeal to a prosecutor argues from the law on appeals', () => {
    const filed = { template: 'prosecutor-appeal', authority: 'gp-central' };
    const document = documentOf('complaint-no-answer', { filed, authority: 'gp-central' });
    expect(documentText(document)).toContain('ст. 12 Федерального закона от 02.05.2006 № 59-ФЗ');
    expect(documentText(document)).not.toContain('ст. 124');
  });
});

describe('somebody whose report was refused', () => {
  it('lists what does not follow from the decision, and ends it with a full stop', () => {
    const document = documentOf('complaint-refusal', { answers: { unchecked: ['editors', 'places'] } });
    expect(itemsOf(document, 'unchecked')).toEqual(['editors', 'places']);
    expect(blockText(document, 'unchecked')).toMatch(/сведения;\n.*публикациях\.$/u);
    expect(blockText(document, 'unchecked-lead')).toContain('Из постановления не следует');
  });

  it('without the copy does not say what the decision says', () => {
    const document = documentOf('complaint-refusal', { answers: { events: [refused] } });
    expect(blockText(document, 'unchecked-lead-unknown')).toContain('не располагаю');
    expect(blockText(document, 'no-copy')).toContain('24 часов');
    expect(itemsOf(document, 'annexes')).not.toContain('refusal');
  });

  it.each([
    ['no-event', 'за отсутствием события преступления (п. 1 ч. 1 ст. 24 УПК РФ)'],
    ['no-elements', 'за отсутствием состава преступления (п. 2 ч. 1 ст. 24 УПК РФ)'],
    ['limitation', 'в связи с истечением сроков давности (п. 3 ч. 1 ст. 24 УПК РФ)'],
  ])('on the ground %s reads it with its norm', (grounds, words) => {
    const events = [{ ...refused, grounds }, copy];
    expect(documentText(documentOf('complaint-refusal', { answers: { events } }))).toContain(words);
  });

  it('asks a head to cancel, a prosecutor to call up and cancel, a court to find it unlawful', () => {
    expect(blockText(documentOf('complaint-refusal', { authority: 'sk-central' }), 'petition')).toContain(
      'ст. 39',
    );
    const prosecutor = documentOf('complaint-refusal', { authority: 'gp-central' });
    expect(blockText(prosecutor, 'petition')).toContain('п. 5.1 ч. 2 ст. 37');
    expect(blockText(prosecutor, 'petition')).not.toContain('Возбудить уголовное дело');
    expect(blockText(documentOf('court-125'), 'petition')).toContain('п. 1 ч. 5 ст. 125');
  });
});

describe('somebody who goes to court', () => {
  it('names the court, whose act it is, and the copies', () => {
    const document = documentOf('court-125');
    expect(blockText(document, 'addressee')).toBe('В Басманный районный суд города Москвы');
    expect(blockText(document, 'parties')).toContain('обжалуются: Следственный комитет');
    expect(itemsOf(document, 'annexes')).toContain('copies');
  });

  it('appeals through that court to the one above, or leaves room for a court nobody knows', () => {
    expect(blockText(documentOf('appeal-125'), 'addressee')).toBe(
      'В судебную коллегию по уголовным делам Московского городского суда\nчерез Басманный районный суд города Москвы',
    );
    const other = documentOf('appeal-125', { answers: { court: { name: 'Районный суд' } } });
    expect(blockText(other, 'addressee')).toMatch(/апелляционной инстанции _+/u);
  });

  it('has to name a court, and nobody else may', () => {
    expect(told(problemsIn('court-125', { answers: { court: undefined } }))).toEqual([
      'answers.court required',
    ]);
    expect(told(problemsIn('complaint-refusal', { answers: { court: { name: 'Суд' } } }))).toEqual([
      'answers.court unknown-field',
    ]);
  });

  it('gets no short text: a court has no portal for it', () => {
    const short = shortVersion(library, followUp('court-125'), 2000);
    expect(short.ok ? [] : told(short.problems)).toEqual(['limit no-short-text']);
  });
});

describe('a document that has nothing to argue from is refused with the reason', () => {
  it.each([
    ['complaint-refusal', { answers: { events: [registered] } }, 'answers.events missing-event'],
    ['complaint-transfer', { answers: { events: [] } }, 'answers.events missing-event'],
    ['appeal-125', { answers: { events: [] } }, 'answers.events missing-event'],
    ['complaint-not-registered', { answers: { events: [registered] } }, 'answers.events excluded-event'],
    ['complaint-refusal', { authority: 'gp-skfo' }, 'authority wrong-addressee'],
    ['complaint-refusal', { authority: 'sk-gsu-skfo' }, 'authority wrong-addressee'],
    [
      'complaint-refusal',
      { answers: { events: [refused, { kind: 'refusal-received', date: '2026-11-18' }] } },
      'answers.events.1.date event-order',
    ],
    [
      'complaint-refusal',
      { answers: { events: [{ ...refused, date: '2026-10-11' }, copy] } },
      'answers.events.0.date event-before-sent',
    ],
    [
      'complaint-refusal',
      { answers: { events: [refused, { kind: 'refusal-received', date: '2026-12-02' }] } },
      'answers.events.1.date date-after-complaint',
    ],
    [
      'inquiry-status',
      { filed: { sent: '2026-12-02', received: undefined } },
      'answers.filed.sent date-after-complaint',
    ],
    [
      'inquiry-status',
      { filed: { authority: 'gp-central' }, authority: 'gp-central' },
      'answers.filed.authority choice',
    ],
  ])('%s %#', (id, changes, problem) => {
    expect(told(problemsIn(id, changes))).toContain(problem);
  });
});

describe('a banned name, and nothing of it in the problem', () => {
  const name = 'Движение «Синяя ромашка»';
  it.each([
    ['answers.ownWords', { answers: { ownWords: `Писала ${name}.` } }],
    ['answers.filed.number', { filed: { number: name } }],
    ['answers.filed.tracking', { filed: { tracking: name } }],
    ['answers.events.0.number', { answers: { events: [{ ...refused, number: name }, copy] } }],
    ['answers.events.0.to', { answers: { events: [{ ...refused, to: name }, copy] } }],
    ['answers.events.0.signedBy', { answers: { events: [{ ...refused, signedBy: name }, copy] } }],
    [
      'answers.complaints.0.number',
      { answers: { complaints: [{ authority: 'sk-central', sent: '2026-11-20', number: name }] } },
    ],
    ['applicant.address', { applicant: { address: `Офис ${name}` } }],
  ])('at %s', (path, changes) => {
    const problems = problemsIn('complaint-refusal', changes, withBanned);
    expect(told(problems)).toEqual([`${path} banned-name`]);
    expect(JSON.stringify(problems)).not.toContain('ромашка');
    expect(madeUp.statusInRussia).toBe('extremist');
  });

  it.each(['name', 'appeal'])('in the %s of a court', (field) => {
    const court = { name: 'Районный суд', [field]: name };
    expect(told(problemsIn('court-125', { answers: { court } }, withBanned))).toEqual([
      `answers.court.${field} banned-name`,
    ]);
  });
});

it('no follow-up warns of УК 306: that belongs to a report of a crime', () => {
  for (const id of followUpIds) expect(documentText(documentOf(id))).not.toContain('306');
});

describe('somebody whose report was refused more than once', () => {
  const again = { kind: 'refused', date: '2026-11-24', number: '2' };

  it('argues against the last refusal, without the copy of the one before', () => {
    const document = documentOf('complaint-refusal', { answers: { events: [refused, copy, again] } });
    expect(documentText(document)).toContain('24 ноября 2026 года вынесено постановление № 2 об отказе');
    expect(documentText(document)).not.toContain('23 ноября 2026 года');
    expect(document.blocks.map(({ id }) => id)).toContain('no-copy');
    expect(itemsOf(document, 'annexes')).not.toContain('refusal');
  });

  it('cannot complain of a refusal that was cancelled, and asks what the new check is to find', () => {
    const events = [refused, copy, { kind: 'cancelled', date: '2026-11-24' }];
    expect(problemsIn('complaint-refusal', { answers: { events } }).map(({ code }) => code)).toEqual([
      'missing-event',
    ]);
    const text = documentText(documentOf('inquiry-status', { answers: { events } }));
    expect(text).toContain('отменено 24 ноября 2026 года');
    expect(text).toContain('какой срок установлен для дополнительной проверки');
  });
});

describe('somebody whose report was moved or joined', () => {
  const moved = { kind: 'transferred', date: '2026-11-16', to: 'sk-gsu-skfo' };

  it('does not say that no decision was told, where the transfer was', () => {
    const ids = idsOf('complaint-deadline', { answers: { events: [registered, moved] } });
    expect(ids).toContain('silence-moved');
    expect(ids).not.toContain('silence');
  });

  it('says when each office got it', () => {
    const events = [moved, { kind: 'received', date: '2026-11-18' }];
    const text = documentText(documentOf('complaint-no-answer', { answers: { events } }));
    expect(text).toContain('получено адресатом 19 октября 2026 года');
    expect(text).toContain('получено там 18 ноября 2026 года');
    expect(text).toContain('истёк 23 ноября 2026 года');
  });

  it('tells of the joining and adds the letter', () => {
    const events = [{ kind: 'joined', date: '2026-11-11', number: '12' }];
    const document = documentOf('complaint-deadline', { answers: { events } });
    expect(blockText(document, 'joined')).toContain('приобщено к другим материалам, номер 12');
    expect(itemsOf(document, 'annexes')).toContain('joined');
  });
});
