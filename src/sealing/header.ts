/**
 * The header of a sealed file, without opening it: X25519 keys and nothing else may open it, and few of them, because whoever
 * opens tries every one. No passphrase, which would be somebody's guess and an hour of this machine; of other programs'
 * stanzas only the empty noise that some add (grease).
 */

const bytes32 = '[A-Za-z0-9+/]{43}';
const x25519 = `-> X25519 ${bytes32}\\n${bytes32}\\n`;
const grease =
  '-> [!-~]{1,40}-grease(?: [!-~]{1,80}){0,8}\\n(?:[A-Za-z0-9+/]{64}\\n){0,8}[A-Za-z0-9+/]{0,63}\\n';
const header = new RegExp(
  `^age-encryption\\.org/v1\\n(?:${grease})?(?:${x25519}){1,4}(?:${grease})?--- ${bytes32}\\n`,
);

/** Bytes in which the longest of these headers ends. */
const longest = 4096;

/** A nonce and one authenticated chunk of nothing: every sealed content is at least as long. */
const least = 16 + 16;

/** True where these bytes have the form of something sealed to X25519 keys; whether it opens, only its keys know. */
export function hasSealedForm(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, longest)); // byte by byte: the header is ASCII
  const [found] = header.exec(text) ?? [];
  return found !== undefined && bytes.length >= found.length + least;
}
