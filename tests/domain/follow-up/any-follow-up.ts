/** Any case at all: every document, office, event and day, possible or not. */
import fc from 'fast-check';
import { genders } from '#domain/applicant.ts';
import { eventKinds, refusalGrounds } from '#domain/case/event.ts';
import { addDays } from '#domain/dates.ts';
import { annexIds } from '#domain/follow-up/annexes.ts';
import { followed, rulings } from '#domain/follow-up/answers.ts';
import { authoritiesFor } from '#domain/library.ts';
import { library, templateIds, templateOf, today } from '../../support/library.ts';
import { anyText } from '../any-text.ts';
import { followUpIds, followUpOf } from './case.ts';

const option = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const offices = [...library.authorities.keys()];
const day = fc.nat({ max: 70 }).map((days) => addDays(today, days - 68));
const short = anyText.map((text) => text.slice(0, 50));

const event = fc.record({
  kind: fc.constantFrom(...eventKinds),
  date: day,
  number: option(short),
  to: option(fc.oneof(fc.constantFrom(...offices), short)),
  signedBy: option(short),
  days: option(fc.constantFrom(3, 10, 30)),
  grounds: option(fc.constantFrom(...refusalGrounds)),
});

/** The first day of the case, so that half of the bodies have their days in order. */
const start = addDays(today, -68);

export const anyFollowUp = fc
  .record({ template: fc.constantFrom(...followUpIds), inOrder: fc.boolean() })
  .chain((one) =>
    fc
      .constantFrom(
        ...(one.inOrder ? followed(library, followUpOf(one.template)).map(({ id }) => id) : templateIds),
      )
      .map((first) => ({ ...one, first })),
  )
  .chain(({ template, inOrder, first }) => {
    const sentTo = inOrder ? authoritiesFor(library, templateOf(first)).map(({ id }) => id) : offices;
    const above = inOrder ? authoritiesFor(library, followUpOf(template)).map(({ id }) => id) : offices;
    const toCourt = followUpOf(template).matter.addressees.includes('court');
    return fc.record({
      template: fc.constant(template),
      authority: toCourt ? fc.constant(null) : fc.constantFrom(...above),
      date: fc.constant(today),
      filedFrom: fc.constantFrom('russia', 'abroad'),
      applicant: fc.record({
        lastName: fc.constant('Иванов'),
        firstName: fc.constant('Пётр'),
        gender: fc.constantFrom(...genders),
        address: fc.constant('101000, г. Москва, ул. Примерная, д. 1'),
      }),
      answers: fc.record({
        filed: fc.record({
          template: fc.constant(first),
          authority: fc.constantFrom(...sentTo),
          sent: inOrder ? fc.constant(start) : day,
          received: inOrder ? fc.constant(undefined) : option(day),
          number: option(short),
          tracking: option(fc.constant('10100012345678')),
          episode: fc.constantFrom(...library.episodes.keys()),
        }),
        events: fc.array(event, { maxLength: 6 }),
        complaints: fc.array(
          fc.record({
            authority: fc.constantFrom(...offices),
            sent: day,
            answered: option(day),
            number: option(short),
          }),
          { maxLength: 2 },
        ),
        unchecked: fc.subarray([...library.unchecked.keys()]),
        annexes: option(fc.subarray([...annexIds])),
        ownWords: option(anyText),
        ...(toCourt
          ? {
              court: fc.record({
                name: fc.constantFrom('Районный суд', 'Басманный районный суд города Москвы'),
              }),
            }
          : {}),
        ...(template === 'appeal-125' ? { ruling: option(fc.constantFrom(...rulings)) } : {}),
      }),
    });
  });
