/** What a field is called on the page, so that an error summary can name it. */
import type { Key, Translate } from '#i18n.ts';
import { comma } from '../parts/punctuation.ts';

const labels: readonly [RegExp, Key][] = [
  [/^filedFrom$/, 'before.place.legend'],
  [/^template$/, 'walk.check.complaint'],
  [/^authority$/, 'walk.check.authority'],
  [/^date$/, 'walk.reply.date'],
  [/^acknowledged$/, 'walk.warning.legend'],
  [/^applicant\.lastName$/, 'walk.name.lastName'],
  [/^applicant\.firstName$/, 'walk.name.firstName'],
  [/^applicant\.patronymic$/, 'walk.name.patronymic'],
  [/^applicant\.gender$/, 'walk.name.gender.legend'],
  [/^applicant\.heading$/, 'walk.nameForm.legend'],
  [/^applicant\.genitive$/, 'walk.nameForm.label'],
  [/^applicant\.address$/, 'walk.reply.address'],
  [/^applicant\.email$/, 'walk.reply.email'],
  [/^applicant\.phone$/, 'walk.reply.phone'],
  [/^answers\.episode$/, 'walk.check.episode'],
  [/^answers\.sources/, 'walk.sources.legend'],
  [/^answers\.requests/, 'walk.requests.legend'],
  [/^answers\.ownWords$/, 'walk.words.label'],
  [/^answers\.reports$/, 'walk.sources.reports.label'],
  [/^answers\.acts\.kinds/, 'walk.sources.kinds.legend'],
  [/^answers\.acts\.to$/, 'walk.sources.acts.to'],
  [/^answers\.acts/, 'walk.sources.acts.from'],
  [/^answers\.ownSources\.\d\.title$/, 'walk.sources.own.headline'],
  [/^answers\.ownSources\.\d\.outlet$/, 'walk.sources.own.outlet'],
  [/^answers\.ownSources\.\d\.date$/, 'walk.sources.own.date'],
  [/^answers\.ownSources\.\d\.issue$/, 'walk.sources.own.issue'],
  [/^answers\.ownSources\.\d\.url$/, 'walk.sources.own.url'],
  [/^answers\.ownSources/, 'walk.sources.own.title'],
];

/** The label of the field at `path`; of a publication of one's own, with its number. */
export function fieldName(t: Translate, path: string): string {
  const label = labels.find(([pattern]) => pattern.test(path))?.[1];
  const number = /^answers\.ownSources\.(\d)/.exec(path)?.[1];
  return [number && t('walk.sources.own.legend', { number: Number(number) + 1 }), label && t(label)]
    .filter(Boolean)
    .join(comma(t));
}
