/** A complete valid request for a template: what the API shows, and what stands in for steps not yet answered. */
import { authoritiesFor, episodesFor, type Library } from './library.ts';
import { offeredSources } from './source-check.ts';
import type { Template } from './template.ts';

/** `date` is the day of the complaint in the example. The person and the address are made up. */
export function exampleBody(library: Library, template: Template, date: string) {
  const [authority] = authoritiesFor(library, template);
  const [episode] = episodesFor(library, template).sort((a, b) => Number(a.open) - Number(b.open));
  if (!authority || !episode) throw new Error(`no authority or episode for ${template.id}`);
  return {
    template: template.id,
    authority: authority.id,
    date,
    filedFrom: 'russia',
    applicant: {
      lastName: 'Иванова',
      firstName: 'Мария',
      patronymic: 'Алексеевна',
      gender: 'female',
      address: '101000, г. Москва, ул. Примерная, д. 1, кв. 1',
    },
    answers: {
      episode: episode.id,
      ...(episode.open ? described(template) : {}),
      sources: offeredSources(library, template, episode, 'russia')
        .filter(({ recommended }) => recommended)
        .map(({ id }) => id),
      requests: Object.entries(template.matter.requests)
        .filter(([, { recommended }]) => recommended)
        .map(([id]) => id),
      ownWords: 'Прочитала об этом в указанных публикациях. Прошу проверить изложенные в них сведения.',
    },
  };
}

/** The same as a paper sheet: nobody's name, and words that anybody could sign. */
export function blankBody(library: Library, template: Template, date: string) {
  const { applicant: _, answers, ...rest } = exampleBody(library, template, date);
  return {
    ...rest,
    blank: true,
    answers: { ...answers, ownWords: 'Прошу проверить изложенные в публикациях сведения.' },
  };
}

/** An event that the person describes, with their own publication. */
function described({ matter }: Template) {
  return {
    reports: 'Издание сообщило о похищении двух человек.',
    acts: { kinds: matter.acts.slice(0, 1), from: '2024-03-01', to: '2024-03-02' },
    ownSources: [{ title: 'Пропали двое', outlet: 'Городская газета', date: '2024-03-05' }],
  };
}
