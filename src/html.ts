/** Pages are written with hono's html`` tag, narrowed: only values that are safe to print, so a Promise or a Date does not compile. */
import { html as tag } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString;
type Value = string | number | false | null | undefined | Html | readonly Value[];

/** Every value is escaped but Html itself; false, null and undefined print nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const made = tag(strings, ...values.map(printable));
  if (made instanceof Promise) throw new TypeError('html`` takes no promises');
  return made;
}

/** Nothing, where a part has nothing to print. */
export const nothing: Html = html``;

function printable(value: Value): unknown {
  if (value === false || value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(printable) : value;
}
