import { describe, expect, it } from 'vitest';
import { blockText, documentOf, problemsIn, told } from '../support/library.ts';

const media = 'crime-report-media';

/** The first line under the addressee. */
function lineOf(applicant: object): string | undefined {
  return blockText(documentOf(media, { applicant }), 'applicant').split('\n')[0];
}

const maria = { lastName: 'Иванова', firstName: 'Мария', patronymic: 'Алексеевна', gender: 'female' };
const lavrenty = { lastName: 'Гогия', firstName: 'Лаврентий', patronymic: '', gender: 'male' };
const sasha = { ...maria, gender: 'unstated' };

describe('where nobody chose the line', () => {
  it.each([
    ['a woman whose name the rules know stands after «от»', maria, 'от Ивановой Марии Алексеевны'],
    [
      'a man about whose name the handbooks disagree is the applicant',
      lavrenty,
      'Заявитель: Гогия Лаврентий',
    ],
    ['so is somebody who left the gender open', sasha, 'Заявитель: Иванова Мария Алексеевна'],
    ['who typed the genitive wants it', { ...lavrenty, genitive: 'Гогии Лаврентия' }, 'от Гогии Лаврентия'],
    ['even with the gender open', { ...sasha, genitive: 'Ивановой Марии' }, 'от Ивановой Марии'],
  ])('%s', (_, applicant, line) => {
    expect(lineOf(applicant)).toBe(line);
  });
});

describe('the line that a person chose stands:', () => {
  it.each([
    [
      'the nominative of a name that the rules know',
      maria,
      'nominative',
      'Заявитель: Иванова Мария Алексеевна',
    ],
    ['the genitive of a name they doubt, as the rules have it', lavrenty, 'genitive', 'от Гогии Лаврентия'],
    ['the genitive they typed', { ...sasha, genitive: 'Ивановой М.' }, 'genitive', 'от Ивановой М.'],
    [
      'the nominative, whatever they typed before',
      { ...maria, genitive: 'Ивановой М.' },
      'nominative',
      'Заявитель: Иванова Мария Алексеевна',
    ],
  ])('%s', (_, applicant, heading, line) => {
    expect(lineOf({ ...applicant, heading })).toBe(line);
  });
});

it('asks for the genitive of somebody who wants it and left the gender open', () => {
  expect(told(problemsIn(media, { applicant: { ...sasha, heading: 'genitive' } }))).toEqual([
    'applicant.genitive required',
  ]);
});
