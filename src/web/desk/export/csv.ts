/** A table that opens right in a Russian spreadsheet: semicolons, CRLF, and no cell that it would take for a formula. */

/** One line, its end included. The file begins with U+FEFF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

/** What begins as a formula does gets an apostrophe before it (OWASP, CSV injection). */
export function noFormula(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = noFormula(text);
  return /[";\r\n\t,]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number of a letter, marked so that no spreadsheet makes a day or a power of ten of it. */
export function numberCell(number: string | undefined): string {
  return number === undefined || number === '' ? '' : `№ ${number}`;
}

/** 05.11.2026 in Russian, 2026-11-05 in any other language: spreadsheets of either know it for a day. */
export function dayCell(language: string, date: string): string {
  return language === 'ru' ? date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1') : date;
}
