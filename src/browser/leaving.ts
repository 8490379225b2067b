/** Ways out of the page: the browser's Back, a closed tab, and the exit that forgets. */
import type { Device } from './device.ts';

/**
 * The browser's Back leads one page back inside the walk. For this one entry without content is put into the history, after
 * the first answer; no page, answer or number of a step is written there.
 */
export function takeBack(device: Device): void {
  let guarded = false;
  const guard = () => {
    if (guarded) return;
    history.pushState(null, '');
    guarded = true;
  };
  document.addEventListener('proverka:page', guard);
  addEventListener('popstate', () => {
    if (!guarded) return;
    guarded = false;
    if (device.back()) guard();
    else history.back();
  });
}

/** A closed tab loses what was typed: the browser asks first. */
export function warnBeforeLeaving(device: Device): void {
  addEventListener('beforeunload', (event) => {
    if (device.begun) event.preventDefault();
  });
}

/** The exit of every page says so before it leaves. */
export function forgetOnExit(device: Device): void {
  document.addEventListener('proverka:exit', () => device.wipe());
}
