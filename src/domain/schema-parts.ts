/** What many schemas are made of: a text or a list that is not empty, and a line that a person types. */
import * as z from 'zod/mini';
import { oneLine } from './text.ts';

/** A text of at least one character. */
export const filled = z.string().check(z.minLength(1));

/** A list of at least one entry. */
export function some<Element extends z.core.SomeType>(element: Element): z.ZodMiniArray<Element> {
  return z.array(element).check(z.minLength(1));
}

/** What a person types on one line; they are told where it is empty, and where it is longer than `max`. */
export function line(max: number): z.ZodMiniString {
  return z.string().check(z.overwrite(oneLine), z.minLength(1, { error: 'required' }), z.maxLength(max));
}
