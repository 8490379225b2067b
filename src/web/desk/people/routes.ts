/** Addresses of the organisation's people. */
import type { DeskRoute } from '../view.ts';
import { changeActive, changeRole, invite, resetPerson } from './changes.ts';
import { peoplePage, personPage } from './page.ts';

export const peopleRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/people', operation: 'manage-people', handler: peoplePage },
  { method: 'post', path: '/people/invite', operation: 'manage-people', handler: invite },
  { method: 'get', path: '/people/:person', operation: 'manage-people', handler: personPage },
  { method: 'post', path: '/people/:person/role', operation: 'manage-people', handler: changeRole },
  { method: 'post', path: '/people/:person/active', operation: 'manage-people', handler: changeActive },
  { method: 'post', path: '/people/:person/reset', operation: 'manage-people', handler: resetPerson },
];
