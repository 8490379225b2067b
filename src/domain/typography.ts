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

/** Puts a title into «», turning quotation marks of its own into „“. */
export function quoted(title: string): string {
  const bare = title.replace(/^[«"„“”](.*)[»"“”]$/su, '$1');
  const balanced = /[«"„“”]/u.test(bare) || !/»/.test(bare) ? bare : title;
  const inner = balanced
    .replace(/[«„]/g, '„')
    .replace(/[»”]/g, '“')
    .replace(/"([^"]*)"/g, '„$1“');
  return `«${inner}»`;
}
