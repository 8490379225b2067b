/** The pages on which the register is worked with: today, the register, cases, entry, import, export. */
import type { DeskRoute } from './view.ts';

export const workRoutes: readonly DeskRoute[] = [];
