/** Fills one paragraph of a copy to read: the values of the Russian document, as the reader's language writes them. */
import { fullName } from '../applicant.ts';
import { nameByHand } from '../by-hand.ts';
import type { Paragraph, Run } from '../document.ts';
import type { Acts } from '../episode.ts';
import type { Filling } from '../fill.ts';
import { followUpValue } from '../follow-up/words.ts';
import { found } from '../library.ts';
import { citeNorms } from '../norm.ts';
import { spanOf } from '../report-words.ts';
import type { TemplatePart, TemplateText } from '../template.ts';
import { countsReading } from './counts-reading.ts';
import { lawRuns } from './law.ts';
import type { ReadingWords } from './words.ts';

export function fillReading(text: TemplateText, given: Filling, words: ReadingWords): Paragraph {
  return text.flatMap((part) => fillPart(part, given, words)).filter((run) => run.text !== '');
}

function fillPart(part: TemplatePart, given: Filling, words: ReadingWords): Run[] {
  switch (part.kind) {
    case 'text':
      return [{ text: part.text }];
    case 'gender':
      return [{ text: part[given.complaint.applicant?.gender ?? 'unstated'] }];
    case 'number':
      return [{ text: part[given.number[part.of] ?? 'several'] }];
    case 'norms': {
      const norms = part.ids.map((id) => found(given.library.norms, id));
      return lawRuns(citeNorms(norms), words);
    }
    case 'value':
      return withWords(part, value(part.name, given, words));
    default:
      return part satisfies never;
  }
}

/** The words before a value stand only where there is one. */
function withWords({ before }: Extract<TemplatePart, { kind: 'value' }>, run: Run): Run[] {
  if (before === undefined || run.text === '') return [run];
  const gap = /^[,;:.،؛]/u.test(before) ? '' : ' ';
  return [{ text: `${gap}${before} ` }, run];
}

function value(name: string, given: Filling, words: ReadingWords): Run {
  const { complaint } = given;
  if (name === 'authority.name') return { text: complaint.authority?.name[words.language] ?? '' };
  if (name === 'applicant.name')
    return complaint.applicant ? { text: fullName(complaint.applicant), own: true } : { text: nameByHand };
  if (given.kind === 'follow-up')
    return followUpValue(name, given, {
      day: words.day,
      office: (authority) => ({ text: authority?.name[words.language] ?? '' }),
    });
  if (name === 'acts.when') return { text: when(given.complaint.acts, words) };
  if (name === 'counts') return { text: countsReading(given.limitations, words) };
  throw new Error(`no copy to read has the value ${name}`);
}

function when(acts: readonly Acts[], { say, day }: ReadingWords): string {
  const { from, to } = spanOf(acts);
  return from === to ? day(from) : say('period', { from: day(from), to: day(to) });
}
