/** A complete valid request for a first document: it stands in for steps of the walk not yet answered, on a phone too. */
import { authoritiesFor, episodesFor, type Library } from './library.ts';
import { offeredSources } from './source-check.ts';
import type { ReportTemplate, Template } from './template.ts';

export type ExampleReport = ReturnType<typeof exampleReport>;

/** `date` is the day of the complaint in the example. The person and the address are made up. */
export function exampleReport(library: Library, template: ReportTemplate, date: string) {
  const [authority] = authoritiesFor(library, template);
  const [episode] = episodesFor(library, template).sort((a, b) => Number(a.open) - Number(b.open));
  if (!authority || !episode) throw new Error(`no authority or episode for ${template.id}`);
  return {
    ...exampleHead(template, date),
    authority: authority.id,
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

/** What every document's example begins with. */
export function exampleHead({ id }: Template, date: string) {
  return { template: id, date, filedFrom: 'russia', applicant: { ...somebody } };
}

const somebody = {
  lastName: 'Иванова',
  firstName: 'Мария',
  patronymic: 'Алексеевна',
  gender: 'female',
  address: '101000, г. Москва, ул. Примерная, д. 1, кв. 1',
};

/** An event that the person describes, with their own publication. */
function described({ matter }: ReportTemplate) {
  return {
    reports: 'Издание сообщило о похищении двух человек.',
    acts: { kinds: matter.acts.slice(0, 1), from: '2024-03-01', to: '2024-03-02' },
    ownSources: [{ title: 'Пропали двое', outlet: 'Городская газета', date: '2024-03-05' }],
  };
}
