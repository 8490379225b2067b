/** Which wording of a document was filed, in eight hexadecimal digits: they change when the Russian text changes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Template } from '../template.ts';

const known = new WeakMap<Template, string>();

export function templateVersion(template: Template): string {
  const version =
    known.get(template) ?? bytesToHex(sha256(utf8ToBytes(JSON.stringify(template.blocks)))).slice(0, 8);
  known.set(template, version);
  return version;
}
