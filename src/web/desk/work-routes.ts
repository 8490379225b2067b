/** The pages on which the register is worked with: today, the register, cases, entry, import, export. */
import { registerPage } from './register/list.ts';
import { todayPage } from './today/today.ts';
import type { DeskRoute } from './view.ts';

export const workRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/today', operation: 'read-register', handler: todayPage },
  { method: 'get', path: '/register', operation: 'read-register', handler: registerPage },
];
