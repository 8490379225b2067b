/** What the caller asks for: language and format, by header (RFC 9110 § 12). */
import Negotiator from 'negotiator';
import { type Language, languages } from '#domain/language.ts';

/** The reader's language; Russian where none of ours is asked for by name. */
export function languageOf(headers: Headers): Language {
  const [best] = negotiator(headers, 'accept-language').languages([...languages]);
  return languages.find((one) => one === best) ?? 'ru';
}

/** The first of `types` that the caller accepts, or undefined. */
export function acceptedType(headers: Headers, types: readonly string[]): string | undefined {
  return negotiator(headers, 'accept').mediaTypes([...types])[0];
}

/** Whether the answer may be compressed with Brotli (RFC 7932). */
export function acceptsBrotli(headers: Headers): boolean {
  return negotiator(headers, 'accept-encoding').encodings(['br']).includes('br');
}

function negotiator(headers: Headers, name: string): Negotiator {
  return new Negotiator({ headers: { [name]: headers.get(name) ?? undefined } });
}
