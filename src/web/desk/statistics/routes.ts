/** Address of the statistics. */
import type { DeskRoute } from '../view.ts';
import { statisticsPage } from './page.ts';

export const statisticsRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/statistics', operation: 'read-statistics', handler: statisticsPage },
];
