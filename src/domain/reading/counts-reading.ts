/** The counts of a report for a reader: each article with its name, and what the limitation clock has to say about it. */
import type { Limitation } from '../limitation.ts';
import { law } from './law.ts';
import type { ReadingWords } from './words.ts';

/** Run-out counts are left out, as in the Russian text. */
export function countsReading(limitations: readonly Limitation[], words: ReadingWords): string {
  return limitations
    .filter(({ state }) => state !== 'expired')
    .map(
      (one) =>
        `${law(one.count.citation, words)} УК РФ (${[nameOf(one, words), ...remarks(one, words)].join(words.stop)})`,
    )
    .join(words.stop);
}

function nameOf({ count }: Limitation, { language }: ReadingWords): string {
  return count.name[language];
}

function remarks({ state, partOfActs, actsFrom, actsTo }: Limitation, { say, day }: ReadingWords): string[] {
  if (state === 'court-decides') return [say('counts.court')];
  return partOfActs ? [say('counts.partly', { from: day(actsFrom), to: day(actsTo) })] : [];
}
