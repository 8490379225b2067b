/** What a copy to read needs of its language beside the text itself: phrases that the program puts between the values. */

import type { IsoDate } from '../dates.ts';
import type { AnnexId } from '../follow-up/annexes.ts';
import type { Language } from '../language.ts';

/** Keys of `locales/<lng>/reading.json`. */
export type Phrase =
  | 'applicant'
  | 'address'
  | 'phone'
  | 'email'
  | 'toCourt'
  | 'through'
  | 'appealCourt'
  | 'party'
  | 'period'
  | 'counts.court'
  | 'counts.partly'
  | 'law.article'
  | 'law.part'
  | 'law.point'
  | 'law.and'
  | 'printouts.one'
  | 'printouts.several'
  | 'sheets'
  | 'complaint'
  | 'complaintAnswered'
  | 'byHand.name'
  | 'byHand.address'
  | 'byHand.signature'
  | 'byHand.datedSignature'
  | 'annex.filedReport'
  | 'annex.filedAppeal'
  | `annex.${Exclude<AnnexId, 'filed'>}`;

export type ReadingWords = {
  language: Language;
  say: (phrase: Phrase, params?: Record<string, string | number>) => string;
  day: (date: IsoDate) => string;
  /** Between the entries of a long list: «; » */
  stop: string;
  /** «1 May and 2 June» */
  list: (entries: readonly string[]) => string;
};
