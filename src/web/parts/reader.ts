/** Who reads a page, in which language, on which day. */
import type { IsoDate } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { Translate } from '#i18n.ts';
import type { Site } from '../site.ts';

export type Reader = { site: Site; language: Language; t: Translate; today: IsoDate };
