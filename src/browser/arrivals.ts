/** What may still be loaded while nothing was typed: other languages, and the script that seals. From the first key on, nothing is asked of a network. */
import { scriptUrl } from './trusted.ts';

/** Loads one after the other, and stops before the next when the person has begun. */
export function loadLater(addresses: readonly string[], begun: () => boolean): void {
  const [first, ...others] = addresses;
  if (first === undefined || begun()) return;
  const script = document.createElement('script');
  script.src = scriptUrl(first);
  script.addEventListener('load', () => loadLater(others, begun));
  script.addEventListener('error', () => loadLater(others, begun));
  document.head.append(script);
}

/** Of the languages, English and those that the browser is set to: eight would cost a phone more than all the rest. */
export function worthLoading(addresses: readonly string[], wanted: readonly string[]): string[] {
  const languages = new Set(['en', ...wanted.map((one) => one.slice(0, 2).toLowerCase())]);
  return addresses.filter((address) => {
    const language = /\/([a-z]{2})\.js$/.exec(address)?.[1];
    return language === undefined || languages.has(language);
  });
}

/** Keeps the program, and nothing else, for a visit without a network. */
export function keepProgram(worker: string | undefined): void {
  if (worker === undefined || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(scriptUrl(worker)).catch(() => {}); // a browser that forbids it can do without
}
