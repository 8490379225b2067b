/** What a person is asked about a letter: sentences to choose from, and the few facts that decide what it was. */
import type { Procedure } from '../procedure.ts';

/** The sentences that a person chooses from; `not-sure` asks what stands in the letter. */
export const sayings = [
  'slip',
  'extended',
  'sent-on',
  'considered',
  'refused',
  'joined',
  'opened',
  'to-court',
  'on-site',
  'not-accepted',
  'cancelled',
  'ruling',
  'nothing',
  'not-sure',
] as const;
export type Saying = (typeof sayings)[number];

/** What is asked about the letter. */
export const questions = [
  'krsp',
  'law',
  'order',
  'date',
  'received',
  'days',
  'to',
  'number',
  'signedBy',
  'grounds',
] as const;
export type Question = (typeof questions)[number];

export const laws = ['upk', 'fz59', 'none', 'unsure'] as const;
export type Law = (typeof laws)[number];
export const numbers = ['krsp', 'incoming', 'none', 'unsure'] as const;
export type NumberKind = (typeof numbers)[number];
/** A decision on paper: «постановление». */
export const orders = ['refusal', 'opening', 'transfer', 'none', 'unsure'] as const;
export type Order = (typeof orders)[number];

const courts: readonly Procedure[] = ['court-125', 'appeal-125'];

/** The sentences that can be an answer to a document of this procedure. */
export function sayingsFor(procedure: Procedure): readonly Saying[] {
  if (courts.includes(procedure)) return ['slip', 'ruling', 'to-court', 'not-accepted', 'nothing'];
  if (procedure === 'crime-report') return sayings;
  return sayings.filter((one) => !['opened', 'ruling', 'joined'].includes(one));
}

/** What has to be known about the letter before it can be decided on; the rest only helps the next document. */
export function questionsFor(saying: Saying, procedure: Procedure): readonly Question[] {
  const report = procedure === 'crime-report';
  const asked: Record<Saying, readonly Question[]> = {
    slip: report ? ['krsp', 'date', 'number'] : ['date', 'number'],
    extended: report ? ['law', 'date', 'days', 'number'] : ['date', 'days', 'number'],
    'sent-on': report ? ['law', 'to', 'date', 'number'] : ['to', 'date', 'number'],
    considered: report
      ? ['krsp', 'law', 'order', 'date', 'received', 'number', 'signedBy']
      : ['date', 'number', 'signedBy'],
    refused: report
      ? ['order', 'grounds', 'date', 'received', 'number', 'signedBy']
      : ['date', 'number', 'signedBy'],
    joined: ['date', 'number', 'signedBy'],
    opened: ['date', 'number'],
    'to-court': ['date', 'number', 'signedBy'],
    'on-site': ['date'],
    'not-accepted': ['date', 'signedBy'],
    cancelled: ['date', 'number', 'signedBy'],
    ruling: ['date', 'received', 'number'],
    nothing: ['received'],
    'not-sure': report
      ? ['order', 'krsp', 'law', 'date', 'received', 'number', 'signedBy']
      : ['date', 'number', 'signedBy'],
  };
  return asked[saying];
}

/** Whether the day on the letter has to be known. */
export function needsDate(saying: Saying): boolean {
  return saying !== 'nothing';
}
