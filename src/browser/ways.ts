/** What differs between the page that asks nothing of anybody and the tab that asks a register. */
import type { Hono } from 'hono';
import type { Translate } from '#i18n.ts';
import type { Site } from '#web/site.ts';

export type Ways = {
  /** The pages that are answered here. */
  app: (site: Site) => Hono;
  /** Ends what may be loaded. */
  close: () => void;
  /** What is said where a page could not be made. */
  failed: (error: unknown, t: Translate) => string;
  /** Styles of the page that was loaded, by name. */
  styles?: readonly string[];
};
