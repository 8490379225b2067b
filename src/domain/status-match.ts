/**
 * Finds organisations in a text without knowing their names: the list holds only hashes, so that the program,
 * its pages and its offline copies never carry a name that is dangerous to hold in Russia.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Organisation } from './organisation.ts';

const longestPhrase = 7;
/** Labels of a domain that anybody owns; a host may have as many before them as it likes. */
const longestDomain = 6;

/** What an organisation is known by: hashes of its domains and of phrases that name it. */
type Marks = Pick<Organisation, 'domains' | 'phrases' | 'wholeFields'>;

/** The organisations that `text` names, or links to. */
export function statusMatch<T extends Marks>(text: string, organisations: readonly T[]): T[] {
  const visible = withoutMarks(text);
  const beginnings = beginningsOf(organisations);
  const domains = new Set(domainsIn(visible).map(hashOfDomain));
  const phrases = new Set(phrasesIn(visible, beginnings));
  const wholeField = hashOfName(visible);
  return organisations.filter(
    (organisation) =>
      organisation.domains.some((hash) => domains.has(hash)) ||
      organisation.phrases.some((hash) => phrases.has(hash)) ||
      organisation.wholeFields.includes(wholeField),
  );
}

/** Hash of a name, blind to case, ё, quotation marks, punctuation and Russian case endings. */
export function hashOfName(name: string): string {
  return hash(stems(name).join(' '));
}

/** Hash of a bare domain: `www.example.org` and `example.org` give the same. */
export function hashOfDomain(domain: string): string {
  return hash(domain.toLowerCase().replace(/^www\./, ''));
}

/** A stress mark or a joiner inside a word would hide it. */
function withoutMarks(text: string): string {
  return text.normalize('NFC').replace(/[\p{M}\u200c\u200d]/gu, '');
}

/** First four bytes of every known hash: nearly every phrase differs there, and is spared the rest. */
function beginningsOf(organisations: readonly Marks[]): ReadonlySet<number> {
  const known =
    beginnings.get(organisations) ??
    new Set(
      organisations.flatMap(({ phrases }) => phrases.map((one) => Number.parseInt(one.slice(0, 8), 16))),
    );
  beginnings.set(organisations, known);
  return known;
}

const beginnings = new WeakMap<readonly Marks[], ReadonlySet<number>>();

/** Hashes of those phrases of `text` that begin like a known one. */
function phrasesIn(text: string, known: ReadonlySet<number>): string[] {
  const words = stems(text);
  const found: string[] = [];
  for (let start = 0; start < words.length; start++) {
    let phrase = '';
    for (const word of words.slice(start, start + longestPhrase)) {
      phrase = phrase === '' ? word : `${phrase} ${word}`;
      if (known.has(beginningOf(phrase))) found.push(hash(phrase));
    }
  }
  return found;
}

const untouched = sha256.create();
const hasher = sha256.create();
const digest = new DataView(new ArrayBuffer(untouched.outputLen));
const digestBytes = new Uint8Array(digest.buffer);

/** First four bytes of the hash; one hasher for all phrases, because a new one for each costs five times as much. */
function beginningOf(phrase: string): number {
  untouched._cloneInto(hasher);
  hasher.update(utf8ToBytes(phrase)).digestInto(digestBytes);
  return digest.getUint32(0);
}

/** Every host in the text, with each of its parents: `ru.example.org` also gives `example.org`. */
function domainsIn(text: string): string[] {
  const hosts = text.toLowerCase().match(/(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? [];
  return hosts.flatMap((host) => {
    const labels = host.split('.').slice(-longestDomain);
    return labels.slice(0, -1).map((_, skip) => labels.slice(skip).join('.'));
  });
}

function stems(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (/^[а-я]{4,}$/.test(word) ? word.replace(/[аеиоуыэюяйьмх]{1,3}$/, '') : word));
}

/**
 * The first 64 bits of SHA-256: every phone is sent the list, and the rest of a hash cannot be compressed. A few hundred
 * hashes meet a few thousand phrases of a text; chance takes one for another in one letter of ten million million.
 */
function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 8));
}
