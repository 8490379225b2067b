/** The languages a person may read the service in. The document itself is always Russian (УПК 18). */
import * as z from 'zod/mini';
import { filled } from './schema-parts.ts';

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that lawyers write beside the fact it explains, in every interface language. */
export const localized = z.strictObject({
  ru: filled,
  en: filled,
});
export type Localized = z.infer<typeof localized>;
