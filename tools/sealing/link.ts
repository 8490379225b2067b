/** Sealed bytes as the end of a link, in the letters of base64url, and back. */

const mark = '#draft=';
const seal = 'age-encryption.org/v1\n';

/** The same link with `bytes` behind its mark. */
export function linkWith(link: string, bytes: Uint8Array): string {
  return `${link.split('#')[0]}${mark}${lettersOf(bytes)}`;
}

/** What stands behind the mark of a link. */
export function bytesIn(text: string): Uint8Array<ArrayBuffer> | undefined {
  const letters = new RegExp(`${mark}([\\w-]+)`).exec(text)?.[1] ?? /^\s*([\w-]+)\s*$/.exec(text)?.[1];
  if (letters === undefined) return undefined;
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined; // a letter is missing
  }
}

export function isSealed(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.slice(0, seal.length)) === seal;
}

/** What was sealed: the text of a file, or the letters of a link. */
export function contentOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.startsWith('{')) return text;
  } catch {} // deflated, so no text
  return lettersOf(bytes);
}

function lettersOf(bytes: Uint8Array): string {
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
