/** Who a follow-up may go to, and what must have happened before it has anything to say. */
import { eventKinds } from '../case/event.ts';

/**
 * office: the one that has the first document · higher: the head of a higher investigative body · prosecutor: who supervises
 * it (both УПК 124) · court: a court, which the person names · ombudsman.
 */
export const addresseeRoles = ['office', 'higher', 'prosecutor', 'court', 'ombudsman'] as const;
export type AddresseeRole = (typeof addresseeRoles)[number];

/** Events, and two that follow from them: the time limit has run out; an earlier complaint was answered. */
export const circumstances = [...eventKinds, 'overdue', 'complaint-answered'] as const;
export type Circumstance = (typeof circumstances)[number];
