import { expect, it } from 'vitest';
import type { NameCase } from '#domain/names/form.ts';
import { inflectName } from '#domain/names/inflect.ts';
import { caucasian } from './people/caucasian.ts';
import { chechenAndIngush } from './people/chechen-and-ingush.ts';
import { europeanAndKorean } from './people/european-and-korean.ts';
import { hardOther } from './people/hard-other.ts';
import { hardRussian } from './people/hard-russian.ts';
import type { ListedPerson } from './people/person.ts';
import { russian } from './people/russian.ts';
import { tatarAndDagestani } from './people/tatar-and-dagestani.ts';
import { westSlavic } from './people/west-slavic.ts';

const origins: Record<string, readonly ListedPerson[]> = {
  ...russian,
  ...westSlavic,
  ...caucasian,
  ...chechenAndIngush,
  ...tatarAndDagestani,
  ...europeanAndKorean,
  ...hardRussian,
  ...hardOther,
};
const everybody = Object.values(origins).flat();
const cases: readonly NameCase[] = ['genitive', 'dative'];

function nominative({ lastName, firstName, patronymic }: ListedPerson): string {
  return [lastName, firstName, patronymic].filter(Boolean).join(' ');
}

function inflected(person: ListedPerson, grammaticalCase: NameCase) {
  return inflectName({ ...person, patronymic: person.patronymic ?? undefined }, grammaticalCase);
}

/** The undisputed forms of these people, and of them those that came out wrong. */
function score(people: readonly ListedPerson[]): { forms: number; wrong: string[] } {
  const undisputed = people.filter(({ disputed }) => disputed === undefined);
  const wrong = undisputed.flatMap((person) =>
    cases
      .filter((one) => inflected(person, one).text !== person[one])
      .map((one) => `${nominative(person)}: ${inflected(person, one).text}, not ${person[one]}`),
  );
  return { forms: undisputed.length * cases.length, wrong };
}

it('lists at least three hundred different people.', () => {
  expect(new Set(everybody.map(nominative)).size).toBe(everybody.length);
  expect(everybody.length).toBeGreaterThanOrEqual(300);
});

const { forms, wrong } = score(everybody);
const disputed = everybody.filter((person) => person.disputed !== undefined);

it(`gives ${forms - wrong.length} of ${forms} forms that authorities agree on; ${disputed.length} of ${everybody.length} people are disputed.`, () => {
  const lines = [...Object.entries(origins), ['all', everybody] as const].map(([origin, people]) => {
    const of = score(people);
    return `${origin}: ${of.forms - of.wrong.length} of ${of.forms} (${people.length} people)`;
  });
  console.log([...lines, ...wrong].join('\n'));
  expect((forms - wrong.length) / forms, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});

it('knows where it does not know: a disputed name is never certain in both cases.', () => {
  const certain = disputed.filter((person) => cases.every((one) => inflected(person, one).certain));
  expect(certain.map(nominative)).toEqual([]);
});

it('is certain of at least 97 of 100 undisputed names.', () => {
  const undisputed = everybody.filter(({ disputed }) => disputed === undefined);
  const doubted = undisputed.filter((person) => cases.some((one) => !inflected(person, one).certain));
  expect(doubted.length / undisputed.length, doubted.map(nominative).join('\n')).toBeLessThanOrEqual(0.03);
});

it('keeps capitals.', () => {
  for (const person of everybody) {
    const shouted = {
      lastName: person.lastName.toUpperCase(),
      firstName: person.firstName.toUpperCase(),
      patronymic: person.patronymic?.toUpperCase(),
      gender: person.gender,
    };
    expect(inflectName(shouted, 'genitive').text).toBe(inflected(person, 'genitive').text.toUpperCase());
  }
});

it('doubts a patronymic of the other gender.', () => {
  const person = { lastName: 'Ким', firstName: 'Саша', patronymic: 'Иванович' };
  expect(inflectName({ ...person, gender: 'female' }, 'genitive').certain).toBe(false);
  expect(inflectName({ ...person, gender: 'male' }, 'genitive')).toEqual({
    text: 'Кима Саши Ивановича',
    certain: true,
  });
});

it('leaves initials as they are.', () => {
  const person = { lastName: 'Иванов', firstName: 'И.', gender: 'male' } as const;
  expect(inflectName(person, 'dative')).toEqual({ text: 'Иванову И.', certain: true });
});

it('drops the vowel of Воробей and Кравец in its best guess, and says that it is one.', () => {
  const guess = (lastName: string) =>
    inflectName({ lastName, firstName: 'Олег', gender: 'male' }, 'genitive');
  expect(guess('Воробей')).toEqual({ text: 'Воробья Олега', certain: false });
  expect(guess('Кравец')).toEqual({ text: 'Кравца Олега', certain: false });
});
