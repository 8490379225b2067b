/** What somebody at a terminal may ask: how the tool is used, what can be written, a body to begin with. */
import { blankBody, exampleBody } from '#domain/example.ts';
import { type Language, languages } from '#domain/language.ts';
import { authoritiesFor, episodesFor } from '#domain/library.ts';
import { isAbroadOnly, offeredSources } from '#domain/source-check.ts';
import { isReport } from '#domain/template.ts';
import type { Counter } from './desk.ts';
import { wrongUse } from './refusal.ts';

const command = 'npm run -s compose --';

const uses = {
  one: 'answers.json zayavlenie.docx',
  pipe: '- - --format txt < answers.json',
  blank: 'answers.json sheet.docx --blank',
  folder: 'answers/ documents/',
  csv: 'variants.csv documents/ --format docx',
  example: '--example crime-report-media > answers.json',
  list: '--list',
} as const;

const options = {
  format: '--format docx',
  blank: '--blank',
  force: '--force',
  quiet: '--quiet',
  language: `--language ${languages.join('|')}`,
  help: '--help',
} as const;

export function helpText({ t, formats }: Counter): string {
  const names = Object.keys(formats).join(', ');
  return [
    t('cli.help.title'),
    '',
    ...entries(uses).flatMap(([name, words]) => [
      `  ${command} ${words}`,
      ...wrapped(t(`cli.help.use.${name}`)),
    ]),
    '',
    ...entries(options).flatMap(([name, words]) => [
      `  ${words}`,
      ...wrapped(t(`cli.help.option.${name}`, { formats: names })),
    ]),
    '',
    t('cli.help.names.title'),
    ...wrapped(t('cli.help.names.text')),
    '',
    t('cli.help.table.title'),
    ...wrapped(t('cli.help.table.text')),
    '    template;authority;answers.episode;answers.sources;answers.ownWords',
    '',
    t('cli.help.exit.title'),
    ...(['0', '1', '2'] as const).map((code) => `  ${code}  ${t(`cli.help.exit.${code}`)}`),
    '',
  ].join('\n');
}

/** A valid body, of nobody. */
export function exampleText({ library, today }: Counter, id: string, blank: boolean): string {
  const template = library.templates.get(id);
  if (!template) throw wrongUse('cli.use.template', { templates: [...library.templates.keys()].join(', ') });
  const body = blank ? blankBody(library, template, today) : exampleBody(library, template, today);
  return `${JSON.stringify(body, null, 2)}\n`;
}

/** Each id that a body may hold, below its path, with what it means. */
export function listText({ library }: Counter, language: Language): string {
  return [...library.templates.values()]
    .flatMap((template) => {
      const told = template.translations[language];
      const episodes = episodesFor(library, template);
      const sources = isReport(template)
        ? episodes.flatMap((episode) => offeredSources(library, template, episode, 'abroad'))
        : [];
      const requests = Object.entries(template.matter.requests);
      return [
        `${template.id}  ${told?.title ?? template.matter.title}`,
        ...group('authority', authoritiesFor(library, template), ({ name }) => name[language]),
        ...group(
          isReport(template) ? 'answers.episode' : 'answers.filed.episode',
          episodes,
          ({ title }) => title[language],
        ),
        ...group('answers.sources', sources, (one) =>
          isAbroadOnly(library, one) ? 'filedFrom: abroad' : '',
        ),
        '  answers.requests',
        ...requests.map(([id, { label }]) => `    ${id}  ${told?.requests[id] ?? label}`),
        '',
      ];
    })
    .join('\n');
}

function group<T extends { id: string }>(
  path: string,
  all: readonly T[],
  meaning: (one: T) => string,
): string[] {
  return [`  ${path}`, ...all.map((one) => `    ${one.id}  ${meaning(one)}`.trimEnd())];
}

function entries<K extends string>(record: Readonly<Record<K, string>>): [K, string][] {
  return Object.entries(record) as [K, string][]; // the keys of a literal are known
}

/** Lines of a terminal's width, set in below what they explain. */
function wrapped(text: string): string[] {
  return text.match(/\S.{0,70}(?=\s|$)/gu)?.map((line) => `      ${line}`) ?? [];
}
