/**
 * Russian typography of the documents, in one place for all formats (Мильчин, Чельцова. Справочник издателя и автора).
 * Applied to our own words; what a person typed stays as it is.
 */
const space = '\u00a0';

const before = `(?<=^|[\\s(«„${space}])`;
const shortWords = new RegExp(
  `${before}(а|без|в|во|для|до|за|и|из|из-за|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|про|с|со|у) `,
  'giu',
);
const abbreviations = new RegExp(
  `(?<=^|[\\s(«${space},])(абз|г|гл|д|им|кв|п|пер|пп|см|ст|стр|т|ул|цит|ч|эл)\\. (?=[\\d«А-Яа-яЁё])`,
  'giu',
);
const counted = new RegExp(
  '(?<=[\\d_]) (?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|' +
    'года|году|годов|лет|месяц(?:а|ев)?|дн(?:я|ей)|день|сут(?:ки|ок)|час(?:а|ов)?|человека?|раза?|' +
    'экземпляр(?:а|ов)?|г\\.|гг\\.|л\\.|экз\\.)(?![а-я]))',
  'g',
);

/**
 * Sets non-breaking spaces after short words, abbreviations and №, between a number and what it counts, between initials
 * and their name, and before dashes and particles. Said twice, it changes nothing.
 */
export function typeset(text: string): string {
  return text
    .replace(shortWords, `$1${space}`)
    .replace(abbreviations, `$1.${space}`)
    .replace(/№ /g, `№${space}`)
    .replace(/ (?=—)/g, space)
    .replace(/ (?=(?:бы|ли|же)(?![а-яё]))/g, space)
    .replace(/(?<=(?:^|[\s(])[А-ЯЁ]\.) (?=[А-ЯЁ])/gu, space)
    .replace(counted, space)
    .replace(/(?<=(?:УПК|УК)) (?=РФ)/g, space);
}

/** Puts a title into «», turning quotation marks of its own into „“; a pair around the whole of it is not doubled. */
export function quoted(title: string): string {
  const paired = title
    .replace(/“([^“”]*)”/g, '«$1»')
    .replace(/„([^„“]*)“/g, '«$1»')
    .replace(/"([^"]*)"/g, '«$1»');
  const bare = isOneQuotation(paired) ? paired.slice(1, -1) : paired;
  return `«${bare.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** True for «a «b» c», false for «a» and «b». */
function isOneQuotation(text: string): boolean {
  if (!text.startsWith('«') || !text.endsWith('»')) return false;
  let depth = 0;
  for (const [place, letter] of [...text].entries()) {
    if (letter === '«') depth++;
    if (letter === '»') depth--;
    if (depth === 0 && place < [...text].length - 1) return false;
  }
  return depth === 0;
}
