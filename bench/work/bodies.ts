/** Fifty complaints about one episode by fifty made-up people, no two alike: no cache of results could help anybody. */
import type { IsoDate } from '../../src/domain/dates.ts';
import { exampleBody } from '../../src/domain/example.ts';
import { authoritiesFor, type Library, reportTemplate } from '../../src/domain/library.ts';
import type { ExampleReport } from '../../src/domain/report-example.ts';
import type { ReportTemplate } from '../../src/domain/template.ts';

export const template = 'crime-report-media';
/** The day of the complaints: most counts of 2017 still run. */
export const today: IsoDate = '2026-12-01';
const people = 50;

const women = {
  lastNames: ['Иванова', 'Петрова', 'Сидоренко', 'Кузнецова', 'Белая', 'Цой', 'Магомедова'],
  firstNames: ['Мария', 'Анна', 'Ольга', 'Екатерина', 'Зарема'],
  patronymics: ['Алексеевна', 'Ивановна', 'Руслановна'],
};
const men = {
  lastNames: ['Смирнов', 'Попов', 'Ковальчук', 'Высоцкий', 'Ким', 'Алиев', 'Жук'],
  firstNames: ['Пётр', 'Илья', 'Андрей', 'Руслан', 'Лев'],
  patronymics: ['Сергеевич', 'Ильич', 'Магомедович'],
};

export type Body = ExampleReport;

/** The first is the example of the product as it stands. */
export function bodies(library: Library): Body[] {
  const example = exampleBody(library, reportOf(library, template), today);
  return Array.from({ length: people }, (_, index) =>
    index === 0 ? example : changed(library, example, index),
  );
}

function changed(library: Library, example: Body, index: number): Body {
  const authorities = authoritiesFor(library, reportOf(library, template));
  const names = index % 2 === 0 ? women : men;
  const { sources, requests } = example.answers;
  return {
    ...example,
    authority: pick(authorities, index).id,
    date: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}`,
    applicant: {
      lastName: pick(names.lastNames, index),
      firstName: pick(names.firstNames, index >> 1),
      patronymic: pick(names.patronymics, index >> 2),
      gender: index % 2 === 0 ? 'female' : 'male',
      address: `${101000 + index * 7}, г. Москва, ул. Примерная, д. ${index}, кв. ${index * 3}`,
      ...(index % 3 === 0 ? { email: `person${index}@example.org` } : {}),
      ...(index % 4 === 0 ? { phone: `+7 900 000-00-${String(index).padStart(2, '0')}` } : {}),
    },
    answers: {
      ...example.answers,
      sources: sources.length > 2 && index % 3 === 1 ? sources.slice(1) : sources,
      requests: index % 5 === 1 ? requests.slice(0, -1) : requests,
      ownWords: `${example.answers.ownWords}${'\nСведения о ходе проверки прошу направить мне.'.repeat(index % 3)} № ${index}.`,
    },
  };
}

/** The first document of an id. */
export function reportOf(library: Library, id: string): ReportTemplate {
  const found = reportTemplate(library, id);
  if (!found) throw new Error(`not a first document: ${id}`);
  return found;
}

function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
