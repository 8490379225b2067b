/** Addresses of whoever is signed in, whatever their role. */
import { deleteCookie } from 'hono/cookie';
import { cookieName } from '../staff.ts';
import { type DeskRoute, deskHref } from '../view.ts';
import { changeFactor, factorPage } from './factor.ts';
import { accountPage, changePassword, endOthers } from './page.ts';

export const accountRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/account', operation: 'any', handler: accountPage },
  { method: 'post', path: '/account/password', operation: 'any', handler: changePassword },
  { method: 'get', path: '/account/factor', operation: 'any', handler: factorPage },
  { method: 'post', path: '/account/factor', operation: 'any', handler: changeFactor },
  { method: 'post', path: '/account/others', operation: 'any', handler: endOthers },
  {
    method: 'post',
    path: '/sign-out',
    operation: 'any',
    handler: async (c, view) => {
      const { site, staff, following } = view;
      const { sessions, audit } = following.register;
      await sessions.end(staff.session.token);
      await audit.write(staff.actor.organisation, { person: staff.actor.person, action: 'signed-out' });
      const secure = site.publicUrl?.startsWith('https:') ?? false;
      deleteCookie(c, cookieName(site), { path: '/', secure });
      return c.redirect(deskHref(view, ''), 303);
    },
  },
];
