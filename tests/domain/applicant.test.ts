import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicant, applicantLimits, fullName, genitiveForm } from '#domain/applicant.ts';

const person = {
  lastName: 'Иванова',
  firstName: 'Мария',
  address: '101000, г. Москва, ул. Примерная, д. 1',
};

/** What is wrong with a person who differs from the example, as codes; nothing is an empty list. */
function wrong(changes: object): string[] {
  const read = applicant.safeParse({ ...person, ...changes });
  return read.success ? [] : read.error.issues.map(({ message }) => message);
}

function lastNameAs(typed: string): string {
  return applicant.parse({ ...person, lastName: typed }).lastName;
}

describe('the name of the person who signs', () => {
  it.each([
    'Ахматова',
    'Римская-Корсакова',
    'Ахмад Кади',
    "Д'Артаньян",
    'О’Генри',
    'Ӏовлаев',
    'Їжакевич',
    'Ёлкина',
  ])('may be %s', (name) => {
    expect(wrong({ lastName: name })).toEqual([]);
  });

  it.each(['Ivanova', 'Иvанова', 'Ivanова', 'Мuller', 'İbrahim'])(
    'is asked for again in Russian letters where it is «%s»',
    (name) => {
      expect(wrong({ lastName: name })).toEqual(['latin-name']);
    },
  );

  it.each([
    'Иванова1',
    '-Иванова',
    'Иванова!',
    '<Иванова>',
    'Иванова, Мария',
    'Иванова/Петрова',
    '漢字',
    '***',
  ])('has no other characters: «%s»', (name) => {
    expect(wrong({ lastName: name })).toEqual(['name-characters']);
  });

  it('is as long as names are', () => {
    expect(wrong({ lastName: 'А'.repeat(applicantLimits.name) })).toEqual([]);
    expect(wrong({ lastName: 'А'.repeat(applicantLimits.name + 1) })).toHaveLength(1);
  });

  it.each([
    ['ХIава', 'ХӀава', 'a Latin capital I'],
    ['Х|ава', 'ХӀава', 'a vertical bar'],
    ['МуслиIмов', 'МуслиӀмов', 'a Latin capital I in the middle'],
    ['Iиса', 'Ӏиса', 'a Latin capital I at the beginning'],
    ['ХӀава', 'ХӀава', 'itself'],
  ])('%s means %s: a palochka is often typed as %s', (typed, meant) => {
    expect(lastNameAs(typed)).toBe(meant);
  });

  it('does not take the I of a Latin name for a palochka', () => {
    expect(wrong({ lastName: 'ХIava' })).toEqual(['latin-name']);
  });

  it('is written last name first', () => {
    expect(fullName({ lastName: 'Иванова', firstName: 'Мария', patronymic: 'Алексеевна' })).toBe(
      'Иванова Мария Алексеевна',
    );
    expect(fullName({ lastName: 'Мюллер', firstName: 'Анна' })).toBe('Мюллер Анна');
  });
});

describe('«от» and the genitive', () => {
  it.each([
    ['female', 'Иванова Мария Алексеевна', 'Ивановой Марии Алексеевны'],
    ['male', 'Магомедов Ахмед Исаевич', 'Магомедова Ахмеда Исаевича'],
    ['female', 'Шмидт Анна', 'Шмидт Анны'],
    ['male', 'Шмидт Павел', 'Шмидта Павла'],
    ['male', 'Шевченко Олег', 'Шевченко Олега'],
    ['male', 'Белых Пётр Ильич', 'Белых Петра Ильича'],
    ['female', 'Достоевская Любовь Юрьевна', 'Достоевской Любови Юрьевны'],
    ['female', 'Иванова-Петрова Эсфирь', 'Ивановой-Петровой Эсфири'],
    ['male', 'Коваль Лев', 'Коваля Льва'],
    ['male', 'Кадыров Ислам Магомед-Эминович', 'Кадырова Ислама Магомед-Эминовича'],
    ['female', 'ХӀажиева ХӀава', 'ХӀажиевой ХӀавы'],
    ['male', 'ИВАНОВ ИВАН ИВАНОВИЧ', 'ИВАНОВА ИВАНА ИВАНОВИЧА'],
  ] as const)('%s: %s → %s', (gender, name, expected) => {
    const [lastName = '', firstName = '', patronymic] = name.split(' ');
    expect(genitiveForm({ lastName, firstName, gender, ...(patronymic ? { patronymic } : {}) })?.text).toBe(
      expected,
    );
  });

  it('is not guessed where the person did not say whether it is a man’s or a woman’s name', () => {
    expect(genitiveForm({ ...person, gender: 'unstated' })).toBeUndefined();
    expect(applicant.parse(person).gender).toBe('unstated');
  });

  it('never fails on a name that was accepted', () => {
    const letters = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяёӀѣ -\u2019.');
    const name = fc
      .string({ unit: letters, minLength: 1, maxLength: 20 })
      .filter((text) => wrong({ lastName: text }).length === 0)
      .map(lastNameAs);
    fc.assert(
      fc.property(name, name, fc.constantFrom('male', 'female'), (lastName, firstName, gender) => {
        expect(genitiveForm({ lastName, firstName, patronymic: firstName, gender })?.text).toMatch(
          /^\p{Script=Cyrillic}/u,
        );
      }),
    );
  });
});

describe('the address for the answer', () => {
  it('is required, for without one there is no answer (59-ФЗ ст. 11)', () => {
    expect(wrong({ address: '' })).toEqual(['required']);
    expect(wrong({ address: undefined })).toHaveLength(1);
  });

  it('is not made of characters that nobody sees', () => {
    expect(wrong({ address: '\u200d' })).toEqual(['required']);
  });

  it('may be in any script: the person may live abroad', () => {
    expect(wrong({ address: '12 Rue de l’Église, 75001 Paris, ქართული' })).toEqual([]);
  });
});

describe('telephone and e-mail', () => {
  it.each(['+7 495 000-00-00', '8 (800) 000 00 00', '0049.30.1234567'])('%s is a number', (phone) => {
    expect(wrong({ phone })).toEqual([]);
  });

  it.each(['позвоните мне', '12', '+7 495 000-00-00 доб. 5', '<b>'])('%s is none', (phone) => {
    expect(wrong({ phone })).toEqual(['phone']);
  });

  it.each(['maria@example.org', 'мария@пример.рф', 'm.i+x@sub.example.co'])('%s is an address', (email) => {
    expect(wrong({ email })).toEqual([]);
  });

  it.each(['maria', 'maria@example', 'a@b@c.de', 'maria@example.org>', 'm a@example.org', '@example.org'])(
    '%s is none',
    (email) => {
      expect(wrong({ email })).toEqual(['email']);
    },
  );
});
