/** Any request that must pass: every template, office, episode, gender, day of ten years and whatever a person types. */
import fc from 'fast-check';
import { answerLimits } from '#domain/answers.ts';
import { genders } from '#domain/applicant.ts';
import { readComplaint } from '#domain/complaint.ts';
import { addDays } from '#domain/dates.ts';
import { authoritiesFor, episodesFor } from '#domain/library.ts';
import type { Report } from '#domain/report.ts';
import { offeredSources } from '#domain/source-check.ts';
import { manyLines, oneLine } from '#domain/text.ts';
import { library, templateIds, templateOf, today } from '../support/library.ts';
import { anyText } from './any-text.ts';

const letter = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяёӀІѣ');
const name = fc
  .tuple(fc.constantFrom(...'АБВГДЖИКМНРСТХЭЮЯЁ'), fc.string({ unit: letter, maxLength: 16 }))
  .map(([first, rest]) => first + rest)
  .chain((one) => fc.constantFrom(one, `${one}-${one}`, `${one} оглы`, `О'${one}`, one.toUpperCase()));

/** Anything typed that is not blank, within `max` characters once washed. */
const typed = (max: number) =>
  anyText.filter(
    (text) => oneLine(text) !== '' && manyLines(text).length <= max && oneLine(text).length <= max,
  );

const option = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const ownSource = (until: string) =>
  fc.record({
    title: typed(answerLimits.title),
    outlet: typed(answerLimits.outlet),
    date: fc.nat({ max: 9000 }).map((days) => addDays(until, -days)),
    issue: option(typed(answerLimits.issue)),
    url: option(
      fc.constantFrom('https://gazeta.example/7?a=1&b=<2>'.replace(/[<>]/g, ''), 'http://пример.рф/а б'),
    ),
  });

const applicant = fc.record({
  lastName: name,
  firstName: name,
  patronymic: option(name),
  gender: fc.constantFrom(...genders),
  address: typed(250),
  email: option(fc.constant('maria@example.org')),
  phone: option(fc.constant('+7 495 000-00-00')),
});

const someTemplate = fc.constantFrom(...templateIds);
const someDay = fc.nat({ max: 3651 }).map((days) => addDays('2026-01-01', days));

export const request = fc
  .record({ template: someTemplate, date: someDay, filedFrom: fc.constantFrom('russia', 'abroad') })
  .chain(({ template: id, date, filedFrom }) => {
    const template = templateOf(id);
    return fc.constantFrom(...episodesFor(library, template)).chain((episode) => {
      const offered = offeredSources(
        library,
        template,
        episode,
        filedFrom === 'abroad' ? 'abroad' : 'russia',
      );
      const ownSources = fc.array(ownSource(date), {
        minLength: episode.open ? 1 : 0,
        maxLength: answerLimits.ownSources,
      });
      const sources = fc.subarray(
        offered.map((one) => one.id),
        { minLength: Math.min(1, offered.length) },
      );
      const acts = fc.record({
        kinds: fc.subarray([...template.matter.acts], { minLength: 1 }),
        from: fc.integer({ min: 200, max: 6000 }).map((days) => addDays(date, -days)),
        to: fc.nat({ max: 200 }).map((days) => addDays(date, -days)),
      });
      return fc.record({
        template: fc.constant(id),
        authority: fc.constantFrom(...authoritiesFor(library, template).map((one) => one.id)),
        date: fc.constant(date),
        filedFrom: fc.constant(filedFrom),
        applicant,
        answers: fc.record({
          episode: fc.constant(episode.id),
          sources: episode.open ? fc.constant([]) : option(sources),
          ownSources,
          requests: option(fc.subarray(Object.keys(template.matter.requests), { minLength: 1 })),
          ownWords: option(anyText),
          printouts: fc.boolean(),
          reports: episode.open ? typed(answerLimits.reports) : fc.constant(undefined),
          acts: episode.open ? acts : fc.constant(undefined),
        }),
      });
    });
  });

export type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

export function complaintFrom(given: Request): Report {
  const checked = readComplaint(library, templateOf(given.template), given, today);
  if (checked.ok) return checked.value;
  throw new Error(`refused: ${JSON.stringify(checked.problems)}`);
}
