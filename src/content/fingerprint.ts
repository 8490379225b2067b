/** What a translation was made from, in eight digits: they change when the Russian changes, and then the translation is behind. */
import { createHash } from 'node:crypto';

export function fingerprint(russian: unknown): string {
  return createHash('sha256').update(JSON.stringify(russian)).digest('hex').slice(0, 8);
}
