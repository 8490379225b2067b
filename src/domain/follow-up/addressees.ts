/** Who a follow-up of one case may go to, and how its head names them. */
import type { Authority } from '../authority.ts';
import type { Event } from '../case/event.ts';
import type { Court } from '../court.ts';
import type { Paragraph } from '../document.ts';
import { authoritiesFor, defaultFirst, type Library } from '../library.ts';
import type { FollowUpTemplate, Template } from '../template.ts';
import { typeset } from '../typography.ts';
import type { AddresseeRole } from './circumstances.ts';
import type { FollowUp } from './follow-up.ts';

/** Who has the first document: the office it was sent to, or the one it was sent on to. */
export type Holder = { office: Authority | undefined; typed: string | undefined };

export function holderOf(library: Library, sentTo: Authority, events: readonly Event[]): Holder {
  const moved = events.filter(({ kind }) => kind === 'transferred').at(-1);
  if (!moved) return { office: sentTo, typed: undefined };
  const office = library.authorities.get(moved.to ?? '');
  return { office, typed: office ? undefined : moved.to };
}

/**
 * Offices that may decide `template` in this case, those offered by default first: who has the document, and who stands
 * above or supervises that office and the one it was sent to. Empty for a court.
 */
export function addresseesOf(
  library: Library,
  template: FollowUpTemplate,
  sentTo: Authority,
  events: readonly Event[],
): Authority[] {
  const { office } = holderOf(library, sentTo, events);
  const concerned = office && office !== sentTo ? [office, sentTo] : [sentTo];
  const above = concerned.flatMap(({ reviewedBy }) => reviewedBy);
  const fits = (role: AddresseeRole, one: Authority): boolean => {
    if (role === 'office') return concerned.includes(one);
    if (role === 'higher') return one.kind === 'investigative' && above.includes(one.id);
    if (role === 'prosecutor') return one.kind === 'prosecution' && above.includes(one.id);
    return role === 'ombudsman' && one.kind === 'ombudsman';
  };
  const fitting = authoritiesFor(library, template).filter((one) =>
    template.matter.addressees.some((role) => fits(role, one)),
  );
  // the body complained of decides last, where another may
  const complained = !template.matter.addressees.includes('office');
  const rank = (one: Authority) =>
    (complained && concerned.includes(one) ? above.length : 0) +
    (above.includes(one.id) ? above.indexOf(one.id) : above.length);
  return defaultFirst(fitting.sort((a, b) => rank(a) - rank(b)));
}

/** True where a document goes to a court, which has no entry among the offices: the person names it. */
export function goesToCourt({ matter }: Template): boolean {
  return matter.kind === 'follow-up' && matter.addressees.includes('court');
}

/** Courts of the library that hear complaints about who has the document, or about the office it was sent to. */
export function courtsFor(library: Library, sentTo: Authority, events: readonly Event[]): Court[] {
  const { office } = holderOf(library, sentTo, events);
  const concerned = [office?.id, sentTo.id];
  return [...library.courts.values()].filter((one) => one.offices.some((id) => concerned.includes(id)));
}

/** The court or the office at the head; the office in the dative with its address, where one is known. */
export function head(library: Library, { template, authority, court }: FollowUp): Paragraph[] {
  if (authority) {
    const lines = [authority.dative, authority.address?.text].filter((text) => text !== undefined);
    return lines.map((text) => [{ text: typeset(text) }]);
  }
  const name = court?.name ?? '';
  if (template.matter.procedure !== 'appeal-125')
    return [[{ text: typeset('В ') }, { text: name, own: true }]];
  return [
    [{ text: typeset('В ') }, ...appealCourt(library, name, court?.appeal)],
    [{ text: 'через ' }, { text: name, own: true }],
  ];
}

function appealCourt(library: Library, name: string, typed: string | undefined): Paragraph {
  if (typed !== undefined) return [{ text: typed, own: true }];
  const known = [...library.courts.values()].find((one) => one.name === name);
  return [{ text: typeset(known?.appeal ?? `суд апелляционной инстанции ${'_'.repeat(30)}`) }];
}

/** Whose act or failure to act is challenged: a court summons them (УПК 125 ч. 3). */
export function parties(library: Library, { filed, events }: FollowUp): Paragraph[] {
  const { office, typed } = holderOf(library, filed.authority, events);
  const label = { text: typeset('Орган, решения и действия (бездействие) которого обжалуются: ') };
  if (typed !== undefined) return [[label, { text: typed, own: true }]];
  const known = office ?? filed.authority;
  return [[label, { text: typeset([known.name.ru, known.address?.text].filter(Boolean).join(', ')) }]];
}
