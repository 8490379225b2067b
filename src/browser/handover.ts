/**
 * What a helper handed over by a link stands after the `#` of the address. It is taken out of the address and of the
 * history at once, before anything is shown, and goes nowhere but to the pages inside this tab.
 */
import { linkMark } from '#domain/handover/packed.ts';
import { languages } from '#domain/language.ts';
import type { Question } from './ask.ts';

/** The link's content as the question that opens it; undefined where the address holds none. */
export function handedOver(): Question | undefined {
  if (!location.hash.startsWith(linkMark)) return undefined;
  const pasted = location.hash;
  history.replaceState(null, '', location.href.replace(/#.*/, ''));
  const language = languages.find((one) => one === document.documentElement.lang) ?? 'ru';
  return {
    path: `/${language}/online/handover/open`,
    body: new URLSearchParams({ pasted, move: 'next' }),
    arrived: true,
  };
}

/** A link pasted into the bar of a tab that is here already loads no page. */
export function whenHandedOver(open: (question: Question) => void): void {
  addEventListener('hashchange', () => {
    const question = handedOver();
    if (question) open(question);
  });
}
