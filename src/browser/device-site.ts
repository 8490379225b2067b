/** The site as it stands on the person's own device: the same library, words and formats as on the server, and no server. */
import type { Language } from '#domain/language.ts';
import { moscowDay } from '#domain/moscow.ts';
import { interfaceTexts, type Locale } from '#i18n.ts';
import { portableFormats, portableParts, portableReadings } from '#renderers/portable.ts';
import type { Site } from '#web/site.ts';
import type { ContentPart, LanguagePart } from './parts.ts';
import { fromPortable } from './portable.ts';

/** With every language whose part has arrived; Russian must be among them, the documents are. */
export function deviceSite(content: ContentPart, arrived: readonly LanguagePart[], now: () => Date): Site {
  const texts: Partial<Record<Language, readonly unknown[]>> = {};
  const locales: Partial<Record<Language, Locale>> = {};
  for (const part of arrived) {
    texts[part.language] = part.texts;
    locales[part.language] = part.locale;
  }
  return {
    place: content.place,
    languages: arrived.filter(({ locale }) => locale.common !== undefined).map(({ language }) => language),
    library: fromPortable(content.content, texts),
    texts: interfaceTexts(locales),
    assets: { files: new Map(), href: (name) => name }, // the page that holds the program has brought them
    operator: content.operator,
    publicUrl: content.publicUrl ?? undefined,
    formats: portableFormats,
    readings: portableReadings,
    ...portableParts,
    today: () => moscowDay(now()),
  };
}
