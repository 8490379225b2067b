/** What stands between the entries of a line, in the script of the page. */
import type { Translate } from '#i18n.ts';

export function comma(t: Translate): string {
  return t('common.language.dir') === 'rtl' ? '، ' : ', ';
}

export function semicolon(t: Translate): string {
  return `${t('reading.stop')} `;
}
