/**
 * The code by which a filer, and nobody else, comes back to a shared case: 25 random digits (83 bits) and two that catch a
 * mistake of copying (ISO 7064, mod 97-10). As three numbers of nine digits it can stand among the contacts of a phone.
 */

const randomDigits = 25;
const length = 27;

/** 27 digits, made of `random`: bytes from 0 to 249 each give one digit, the rest are passed over, so none is likelier. */
export function makeCaseCode(random: (bytes: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < randomDigits) {
    for (const byte of random(randomDigits * 2)) {
      if (byte < 250 && digits.length < randomDigits) digits += String(byte % 10);
    }
  }
  return digits + checkOf(digits);
}

/**
 * The code in what a person typed: spaces, dashes and digits of other scripts (Arabic-Indic, Persian) are understood, and
 * three phone numbers (+7 9…, 8 9…, 9…) as well, in a list with numbers too. Undefined where it is none, or a digit is wrong.
 */
export function readCaseCode(typed: string): string | undefined {
  return codeIn(typed) ?? codeIn(typed.replace(/(^|\s)\p{Nd}[.)]/gu, '$1'));
}

function codeIn(typed: string): string | undefined {
  const digits = digitsIn(typed);
  const code = digits.length > length ? fromPhones(digits) : digits;
  if (code?.length !== length) return undefined;
  return checkOf(code.slice(0, randomDigits)) === code.slice(randomDigits) ? code : undefined;
}

/** The decimal digits of a text, of whatever script, as ours. */
export function digitsIn(typed: string): string {
  return [...typed.normalize('NFKC')].flatMap(digitOf).join('');
}

/** Nine groups of three. */
export function groupsOf(code: string): readonly string[] {
  return code.match(/\d{3}/g) ?? [];
}

/** The same digits as three mobile numbers of Russia. */
export function asPhones(code: string): readonly string[] {
  return (code.match(/\d{9}/g) ?? []).map((nine) =>
    nine.replace(/^(\d{2})(\d{3})(\d{2})(\d{2})$/, '+7 9$1 $2-$3-$4'),
  );
}

function fromPhones(digits: string): string | undefined {
  const phones = [/^(?:[78]9\d{9}){3}$/, /^(?:9\d{9}){3}$/].some((three) => three.test(digits));
  return phones ? digits.replace(/[78]?9(\d{9})/g, '$1') : undefined;
}

function checkOf(digits: string): string {
  const rest = [...`${digits}00`].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  return String(98 - rest).padStart(2, '0');
}

/** A decimal digit of any script as one of ours; its ten stand one after another in Unicode. */
function digitOf(letter: string): string[] {
  if (!/^\p{Nd}$/u.test(letter)) return [];
  const point = letter.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return [String((point - zero) % 10)];
}
