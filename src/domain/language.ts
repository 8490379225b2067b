/** The languages a person may read the service in. The document itself is always Russian (УПК 18). */
import * as z from 'zod/mini';
import { filled } from './schema-parts.ts';

/** To add one: its code here, its folder in `locales/`, and `<lng>.md` beside each complaint (README § Languages). */
export const languages = ['ru', 'en', 'de', 'fr', 'es', 'uk', 'tr', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The desk of organisations (`locales/<lng>/desk.json`) speaks these; whoever reads another language gets English there. */
export const deskLanguages = ['ru', 'en'] as const satisfies readonly Language[];
export type DeskLanguage = (typeof deskLanguages)[number];

/** A text that lawyers write beside the fact it explains, in every interface language. */
export type Localized = Record<Language, string>;

/** Lawyers write Russian and English; English stands in for the others until `locales/<lng>/content/` says them. */
export const localized = z.pipe(
  z.strictObject({ ru: filled, en: filled }),
  z.transform((given): Localized => {
    const { ru, en } = given;
    return { ru, en, de: en, fr: en, es: en, uk: en, tr: en, ar: en };
  }),
);
