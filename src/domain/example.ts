/** A complete valid request for a template: what the API shows, and what stands in for steps not yet answered. */
import { exampleAnswers } from './follow-up/example.ts';
import { authoritiesFor, episodesFor, type Library } from './library.ts';
import { offeredSources } from './source-check.ts';
import { isReport, type ReportTemplate, type Template } from './template.ts';

/** `date` is the day of the complaint in the example. The person and the address are made up. */
export function exampleBody(library: Library, template: ReportTemplate, date: string): ExampleReport;
export function exampleBody(
  library: Library,
  template: Template,
  date: string,
): ExampleReport | ExampleFollowUp;
export function exampleBody(
  library: Library,
  template: Template,
  date: string,
): ExampleReport | ExampleFollowUp {
  return isReport(template)
    ? { ...bodyOf(template, date), ...exampleReport(library, template) }
    : { ...bodyOf(template, date), ...exampleAnswers(library, template, date) };
}

function bodyOf({ id }: Template, date: string) {
  return { template: id, date, filedFrom: 'russia', applicant: { ...somebody } };
}

const somebody = {
  lastName: 'Иванова',
  firstName: 'Мария',
  patronymic: 'Алексеевна',
  gender: 'female',
  address: '101000, г. Москва, ул. Примерная, д. 1, кв. 1',
};

type Of<Given> = {
  template: string;
  filedFrom: string;
  date: string;
  applicant: typeof somebody;
} & Given;
type ExampleReport = Of<ReturnType<typeof exampleReport>>;
type ExampleFollowUp = Of<ReturnType<typeof exampleAnswers>>;

function exampleReport(library: Library, template: ReportTemplate) {
  const [authority] = authoritiesFor(library, template);
  const [episode] = episodesFor(library, template).sort((a, b) => Number(a.open) - Number(b.open));
  if (!authority || !episode) throw new Error(`no authority or episode for ${template.id}`);
  return {
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

/** The same as a paper sheet: nobody's name, and words that anybody could sign. */
export function blankBody(library: Library, template: ReportTemplate, date: string): BlankOf<ExampleReport>;
export function blankBody(
  library: Library,
  template: Template,
  date: string,
): BlankOf<ExampleReport> | BlankOf<ExampleFollowUp>;
export function blankBody(
  library: Library,
  template: Template,
  date: string,
): BlankOf<ExampleReport> | BlankOf<ExampleFollowUp> {
  if (!isReport(template)) {
    return withoutName({ ...bodyOf(template, date), ...exampleAnswers(library, template, date) });
  }
  const { answers, ...rest } = withoutName(exampleBody(library, template, date));
  return { ...rest, answers: { ...answers, ownWords: 'Прошу проверить изложенные в публикациях сведения.' } };
}

type BlankOf<Body> = Omit<Body, 'applicant'> & { blank: true };

function withoutName<Body extends { applicant: unknown }>({ applicant: _, ...rest }: Body): BlankOf<Body> {
  return { ...rest, blank: true };
}

/** An event that the person describes, with their own publication. */
function described({ matter }: ReportTemplate) {
  return {
    reports: 'Издание сообщило о похищении двух человек.',
    acts: { kinds: matter.acts.slice(0, 1), from: '2024-03-01', to: '2024-03-02' },
    ownSources: [{ title: 'Пропали двое', outlet: 'Городская газета', date: '2024-03-05' }],
  };
}
