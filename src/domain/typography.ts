/**
 * Russian typography of the documents, in one place for all formats (Мильчин, Чельцова. Справочник издателя и автора).
 * Applied to our own words; what a person typed stays as it is.
 */
const space = '\u00a0';

const shortWords = 'а|без|в|во|для|до|за|и|из|или|к|ко|на|не|ни|о|об|от|по|под|при|с|со|у';
const abbreviations = 'ст|ч|п|пп|г|ул|д|стр|пер|см|им';

/** Sets non-breaking spaces after short words, abbreviations, № and numbers of days, and before dashes. */
export function typeset(text: string): string {
  return text
    .replace(new RegExp(`(?<=^|[\\s(«„${space}])(${shortWords}) `, 'giu'), `$1${space}`)
    .replace(
      new RegExp(`(?<=^|[\\s(«${space},])(${abbreviations})\\. (?=[\\d«А-Яа-яЁё])`, 'gu'),
      `$1.${space}`,
    )
    .replace(/№ /g, `№${space}`)
    .replace(/ —/g, `${space}—`)
    .replace(
      /(?<=\d) (?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|года|лет|суток)(?![а-я]))/g,
      space,
    )
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
