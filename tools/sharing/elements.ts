/** Parts of the page, found by what they are marked with. */

export const one = <T extends HTMLElement>(selector: string, type: new () => T): T | undefined => {
  const found = document.querySelector(selector);
  return found instanceof type ? found : undefined;
};
export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

export function fill(selector: string, texts: readonly string[]): void {
  for (const [at, place] of all(selector).entries()) place.textContent = texts[at] ?? '';
}

export function on(selector: string, act: () => unknown): void {
  one(selector, HTMLButtonElement)?.addEventListener('click', () => void act());
}
