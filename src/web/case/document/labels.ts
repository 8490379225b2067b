/** What each field of the next document is called, on the page and in the list of what has to be mended. */
import type { CaseView } from '../view.ts';

export function documentLabels({ t }: Pick<CaseView, 't'>) {
  return {
    authority: t('walk.authority.legend'),
    date: t('walk.reply.date'),
    'answers.requests': t('walk.requests.legend'),
    'answers.ownWords': t('walk.words.label'),
    'answers.unchecked': t('case.document.unchecked'),
    'answers.ruling': t('case.document.ruling.legend'),
    'answers.court.appeal': t('case.document.appealCourt'),
    'answers.court': t('case.document.court'),
    'applicant.lastName': t('walk.name.lastName'),
    'applicant.firstName': t('walk.name.firstName'),
    'applicant.patronymic': t('walk.name.patronymic'),
    'applicant.gender': t('walk.name.gender.legend'),
    'applicant.address': t('walk.reply.address'),
  } as const;
}
