/** Addresses of the settings. */
import type { DeskRoute } from '../view.ts';
import { changeSettings, settingsPage } from './page.ts';

export const settingsRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/settings', operation: 'manage-settings', handler: settingsPage },
  { method: 'post', path: '/settings', operation: 'manage-settings', handler: changeSettings },
];
