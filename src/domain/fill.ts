/** Fills one template text with the values of one complaint. */
import { fullName, type Gender } from './applicant.ts';
import { factsBriefly, requestsBriefly, sourcesBriefly } from './brief.ts';
import { nameByHand } from './by-hand.ts';
import type { Complaint } from './complaint.ts';
import { countsBriefly, countsText } from './counts-text.ts';
import { type IsoDate, longRussianDate } from './dates.ts';
import type { Paragraph, Run } from './document.ts';
import type { Acts } from './episode.ts';
import { found, type Library } from './library.ts';
import { type Limitation, limitations } from './limitation.ts';
import { citeNorms } from './norm.ts';
import { standing } from './standing.ts';
import type { Condition, CountedName, TemplatePart, TemplateText, ValueName } from './template.ts';
import { typeset } from './typography.ts';

/** A complaint with what is worked out from it once; `briefSources` and `briefLength` only cut the short version. */
export type Filling = {
  library: Library;
  complaint: Complaint;
  limitations: readonly Limitation[];
  number: Readonly<Record<CountedName, 'one' | 'several'>>;
  /** Words without values are the same for all complaints of one variant. */
  variant: string;
  briefSources: number;
  briefLength: number;
};

/** For the whole document: every source, and nothing cut. */
export function filling(library: Library, complaint: Complaint): Filling {
  const held = limitationsOn(complaint.date, library, complaint.acts);
  const running = held.filter(({ state }) => state !== 'expired');
  const sources = complaint.sources.length + complaint.ownSources.length;
  const number = { sources: oneOrSeveral(sources), counts: oneOrSeveral(running.length) };
  const variant = [genderOf(complaint), number.sources, number.counts].join();
  const uncut = { briefSources: Number.POSITIVE_INFINITY, briefLength: 300 };
  return { library, complaint, limitations: held, number, variant, ...uncut };
}

function oneOrSeveral(count: number): 'one' | 'several' {
  return count === 1 ? 'one' : 'several';
}

/** What was worked out last for these acts: on one day it is the same for everybody. */
const lastWorkedOut = new WeakMap<
  readonly Acts[],
  { library: Library; date: IsoDate; held: readonly Limitation[] }
>();

function limitationsOn(date: IsoDate, library: Library, acts: readonly Acts[]): readonly Limitation[] {
  const last = lastWorkedOut.get(acts);
  if (last?.date === date && last.library === library) return last.held;
  const held = limitations(library.counts, acts, date);
  lastWorkedOut.set(acts, { library, date, held });
  return held;
}

/** The paragraph, with our words typeset and the person's marked as theirs. */
export function fillText(text: TemplateText, given: Filling): Paragraph {
  return text.some(({ kind }) => kind === 'value')
    ? text
        .map((part): Run => fillPart(part, given))
        .filter((run) => run.text !== '')
        .map(withoutSecondStop)
    : paragraphWithoutValues(given.library, text, given.variant, () => [
        { text: text.map((part) => fillPart(part, given).text).join('') },
      ]);
}

/** «и др.» at the end of a sentence has its full stop already. */
function withoutSecondStop(run: Run, at: number, runs: readonly Run[]): Run {
  const second = run.text.startsWith('.') && runs[at - 1]?.text.endsWith('.');
  return second ? { ...run, text: run.text.slice(1) } : run;
}

const paragraphWithoutValues = standing<Paragraph>();
const wordsBetweenValues = standing<Run>();
const countsOnADay = standing<Run>();

/** Whether a block stands in this complaint. */
export function holds(condition: Condition | undefined, given: Filling): boolean {
  if (!condition) return true;
  const value = conditionValue(condition.name, given);
  const met = condition.values.length > 0 ? condition.values.includes(value) : value !== '';
  return met !== condition.negated;
}

function fillPart(part: TemplatePart, given: Filling): Run {
  switch (part.kind) {
    case 'text':
    case 'gender':
    case 'number':
    case 'norms':
      return wordsBetweenValues(given.library, part, given.variant, () => ({
        text: typeset(standingWords(part, given)),
      }));
    case 'value':
      return value(part.name, given);
    default:
      return part satisfies never;
  }
}

function standingWords(part: Exclude<TemplatePart, { kind: 'value' }>, given: Filling): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'gender':
      return part[genderOf(given.complaint)];
    case 'number':
      return part[given.number[part.of]];
    case 'norms':
      return citeNorms(part.ids.map((id) => found(given.library.norms, id)));
    default:
      return part satisfies never;
  }
}

/** A sheet to fill in by hand says nothing of who signs it. */
function genderOf(complaint: Complaint): Gender {
  return complaint.applicant?.gender ?? 'unstated';
}

function value(name: ValueName, given: Filling): Run {
  const { complaint } = given;
  switch (name) {
    case 'authority.name':
      return { text: typeset(complaint.authority.name.ru) };
    case 'acts.when':
      return { text: typeset(when(complaint.acts)) };
    case 'applicant.name':
      return complaint.applicant ? { text: fullName(complaint.applicant), own: true } : { text: nameByHand };
    case 'counts':
      return countsOf(given);
    case 'counts.short':
      return { text: typeset(countsBriefly(given.limitations)) };
    case 'requests.short':
      return { text: typeset(requestsBriefly(complaint)) };
    case 'sources.short':
      return { text: sourcesBriefly(given) };
    case 'facts.short':
      return factsBriefly(given);
    default:
      return name satisfies never;
  }
}

function conditionValue(name: Condition['name'], { complaint, limitations: held }: Filling): string {
  switch (name) {
    case 'episode':
      return complaint.episode.id;
    case 'filedFrom':
      return complaint.filedFrom;
    case 'authority':
      return complaint.authority.id;
    case 'own-words':
      return complaint.ownWords ?? '';
    case 'counts':
      return held.some(({ state }) => state !== 'expired') ? 'some' : '';
    case 'facts':
      return complaint.episode.open ? '' : 'some';
    case 'printouts':
      return complaint.printouts ? 'yes' : '';
    default:
      return name satisfies never;
  }
}

const countsTexts = new WeakMap<readonly Limitation[], Run>();

/** Much text, and the same for everybody on most days. */
function countsOf({ library, limitations: held }: Filling): Run {
  const known = countsTexts.get(held);
  if (known) return known;
  const text = countsText(held);
  const made = countsOnADay(library, library.counts, text, () => ({ text: typeset(text) }));
  countsTexts.set(held, made);
  return made;
}

/** «1 апреля 2017 года» or «в период с … по …». */
function when(acts: readonly Acts[]): string {
  const from = acts.map((one) => one.from).sort()[0] ?? '';
  const to =
    acts
      .map((one) => one.to)
      .sort()
      .at(-1) ?? '';
  return from === to
    ? longRussianDate(from)
    : `в период с ${longRussianDate(from)} по ${longRussianDate(to)}`;
}
