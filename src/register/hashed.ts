/** What is looked up by something that must not lie in the table: a key of a request, a name, an address. */
import { createHash } from 'node:crypto';

export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
