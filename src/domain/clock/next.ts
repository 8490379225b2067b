/**
 * The next documents of a case, from what happened and from the state of its terms (УПК 123–125, 144 ч. 5, 148 ч. 5;
 * 59-ФЗ 5; 1-ФКЗ 16, 17). Where there is none, a reason: a case is never "closed".
 */
import type { Authority } from '../authority.ts';
import type { Event } from '../case/event.ts';
import { standing } from '../case/refusals.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { AddresseeRole } from '../follow-up/circumstances.ts';
import type { Library } from '../library.ts';
import type { Procedure } from '../procedure.ts';
import { isArguable } from './arguable.ts';
import type { Deadline } from './deadline.ts';
import type { NextStep } from './next-step.ts';
import { runningProcedures } from './running.ts';
import { byDate } from './window.ts';

export type Next = {
  step: NextStep;
  /** Offices, the first the best; none where the document goes to a court. */
  addressees: readonly Authority[];
  from: IsoDate;
  until: IsoDate | null;
  /** Steps of this list that may run at the same time. */
  alongside: readonly NextStep[];
};

export type Situation = {
  template: string;
  procedure: Procedure;
  /** Undefined for a court. */
  authority: Authority | undefined;
  events: readonly Event[];
  deadlines: readonly Deadline[];
};

export function nextDocuments(library: Library, situation: Situation, today: IsoDate): Next[] {
  const { procedure, events, authority, template } = situation;
  const procedures = runningProcedures(procedure, events, authority === undefined).map(
    (one) => one.procedure,
  );
  const fitting = library.nextSteps
    .filter((step) => step.procedures.some((one) => procedures.includes(one)))
    .filter((step) => step.templates?.includes(template) ?? true)
    .filter((step) => isArguable(library, step.template, situation))
    .flatMap((step) => opened(step, situation, today));
  const told = fitting.filter(({ step }) => !step.otherwise);
  const chosen = told.length > 0 ? onePerTemplate(told) : fitting.slice(0, 1);
  return chosen.map((one) => ({
    ...one,
    addressees: addresseesOf(library, situation, one.step.to),
    alongside: chosen.map(({ step }) => step).filter(({ id }) => one.step.alongside.includes(id)),
  }));
}

/** A document that two rules name stands once, from the earlier day. */
function onePerTemplate<T extends Pick<Next, 'step' | 'from'>>(all: readonly T[]): T[] {
  return all.filter(
    (one, index) =>
      !all.some(
        (other, at) =>
          other.step.template === one.step.template &&
          (other.from < one.from || (other.from === one.from && at < index)),
      ),
  );
}

/** The office that is complained of comes last, and is none where it was silent on a complaint that it was sent. */
function addresseesOf(library: Library, situation: Situation, roles: readonly AddresseeRole[]): Authority[] {
  const offices = roles.flatMap((role) => officesOf(library, situation, role)).filter(isFirst);
  if (roles.includes('office')) return offices;
  const holder = holderOf(library, situation);
  const others = offices.filter((one) => one !== holder);
  const alone = situation.procedure === 'complaint-124' && others.length > 0;
  return alone ? others : [...others, ...offices.filter((one) => one === holder)];
}

function isFirst<T>(one: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(one) === index;
}

/** The step with its days, where its conditions hold today. */
function opened(
  step: NextStep,
  { events, deadlines }: Situation,
  today: IsoDate,
): Pick<Next, 'step' | 'from' | 'until'>[] {
  const { happened, not, notTo, missed, running, wait, within } = step.when;
  const last = happened && byDate(standing(events).filter(({ kind }) => happened.includes(kind))).at(-1);
  if (happened && !last) return [];
  if (last?.kind === 'transferred' && notTo?.includes(last.to ?? '')) return [];
  const of = (ids: readonly string[]) => deadlines.filter(({ term }) => ids.includes(term.id));
  if (running && !of(running).some(({ state }) => state === 'running')) return [];
  const run = missed && of(missed).filter(({ state }) => state !== 'met');
  if (run && (run.length === 0 || run.some(({ state }) => state !== 'missed'))) return [];
  const began = run?.map(({ from: day }) => day).sort()[0] ?? ''; // what came before is of another office
  const stops = ({ kind, date }: Event) =>
    not?.includes(kind) && date >= began && (last === undefined || date > last.date);
  if (events.some(stops)) return [];
  const ran = run?.map(({ latest }) => addDays(latest, 1 + wait)) ?? [];
  if (within !== undefined && run?.some(({ latest }) => addDays(latest, within) < today)) return [];
  const from = [...(last ? [last.date] : []), ...ran].reduce((a, b) => (a > b ? a : b), '') || today;
  const until = deadlines.find(({ term }) => term.id === step.until);
  if (from > today || until?.state === 'met' || (until && until.latest < today)) return [];
  const ends = running ? of(running).filter(({ state }) => state === 'running') : until ? [until] : [];
  return [{ step, from, until: ends.map(({ due }) => due).sort()[0] ?? null }];
}

function holderOf(library: Library, { authority, events }: Situation): Authority | undefined {
  const moved = byDate(events.filter(({ kind }) => kind === 'transferred')).at(-1)?.to;
  return library.authorities.get(moved ?? '') ?? authority;
}

/** Who has the document now, and who decides complaints about them (УПК 39, 124); a local office only where there is no other. */
function officesOf(library: Library, situation: Situation, role: AddresseeRole): readonly Authority[] {
  const holder = holderOf(library, situation);
  const all = (holder?.reviewedBy ?? []).flatMap((id) => library.authorities.get(id) ?? []);
  const above = all.some(({ offByDefault }) => !offByDefault)
    ? all.filter(({ offByDefault }) => !offByDefault)
    : all;
  switch (role) {
    case 'office':
      return [holder?.offByDefault ? (situation.authority ?? holder) : holder].flatMap((one) => one ?? []);
    case 'higher':
      return above.filter(({ kind }) => kind === 'investigative');
    case 'prosecutor':
      return above.filter(({ kind }) => kind === 'prosecution');
    case 'ombudsman':
      return [...library.authorities.values()].filter(({ kind }) => kind === 'ombudsman');
    case 'court':
      return [];
  }
}
