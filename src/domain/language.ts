/** The languages a person may read the service in. The document itself is always Russian (УПК 18). */
import { z } from 'zod';

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that lawyers write beside the fact it explains, in every interface language. */
export const localized = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localized>;
