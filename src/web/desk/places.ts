/** Where one can go in the desk: the places of its navigation, each for those who may do what is done there. */
import type { Operation } from '#domain/register/roles.ts';
import { staffMay } from './staff.ts';
import type { DeskView } from './view.ts';

const places = [
  { id: 'today', path: '/today', operation: 'read-register' },
  { id: 'register', path: '/register', operation: 'read-register' },
  { id: 'statistics', path: '/statistics', operation: 'read-statistics' },
  { id: 'people', path: '/people', operation: 'manage-people' },
  { id: 'settings', path: '/settings', operation: 'manage-settings' },
  { id: 'key', path: '/key', operation: 'manage-key' },
  { id: 'audit', path: '/audit', operation: 'read-audit' },
] as const satisfies readonly { id: string; path: string; operation: Operation }[];

export function placesFor({ t, staff }: Pick<DeskView, 't' | 'staff'>): { path: string; name: string }[] {
  return places
    .filter(({ operation }) => staffMay(staff, operation))
    .map(({ id, path }) => ({ path, name: t(`desk.frame.places.${id}`) }));
}

/** Where the day begins: the first of them. */
export function homeOf({ staff }: Pick<DeskView, 'staff'>): string {
  return places.find(({ operation }) => staffMay(staff, operation))?.path ?? '/account';
}
