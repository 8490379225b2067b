/** Addresses of the organisation's key. */
import type { DeskRoute } from '../view.ts';
import { askEnding, keepKey, makeKey, showAgain } from './make.ts';
import { changePage, changePassphrase, keyPage, recover, recoverPage } from './page.ts';
import { lock, unlocked, unlockPage } from './unlock.ts';

export const keyRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/unlock', operation: 'read-sealed', handler: unlockPage },
  { method: 'post', path: '/unlock', operation: 'read-sealed', handler: unlocked },
  { method: 'post', path: '/lock', operation: 'any', handler: lock },
  { method: 'get', path: '/key', operation: 'manage-key', handler: keyPage },
  { method: 'post', path: '/key/make', operation: 'manage-key', handler: makeKey },
  { method: 'post', path: '/key/again', operation: 'manage-key', handler: showAgain },
  { method: 'post', path: '/key/ending', operation: 'manage-key', handler: askEnding },
  { method: 'post', path: '/key/keep', operation: 'manage-key', handler: keepKey },
  { method: 'get', path: '/key/change', operation: 'manage-key', handler: changePage },
  { method: 'post', path: '/key/change', operation: 'manage-key', handler: changePassphrase },
  { method: 'get', path: '/key/recover', operation: 'manage-key', handler: recoverPage },
  { method: 'post', path: '/key/recover', operation: 'manage-key', handler: recover },
];
