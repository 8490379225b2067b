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

/** Keeps the program, and nothing else, for a visit without a network. */
export function keepProgram(worker: string | undefined): void {
  if (worker === undefined || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(scriptUrl(worker)).catch(() => {}); // a browser that forbids it can do without
}
