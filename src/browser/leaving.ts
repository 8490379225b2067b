/** Ways out of the page: the browser's Back, a closed tab, and the exit that forgets. */
import type { Device } from './device.ts';
import type { Kept } from './keep.ts';

/**
 * The browser's Back leads one page back inside the walk. For this the history holds this page twice, the second entry as empty
 * as the first: Back goes to the first, a page is gone back, and the second is returned to. No page, answer or number of a step
 * is written there, and it grows by no more than that one. (Returned to, not written anew: browsers pass over entries that a
 * page adds while nobody touches it.)
 */
export function takeBack(device: Device): void {
  let onSecond = wasOnSecond();
  document.addEventListener('proverka:page', () => {
    if (onSecond || !device.hasBefore) return;
    history.pushState(null, '');
    onSecond = true;
  });
  addEventListener('popstate', () => {
    onSecond = location.hash !== '' || !onSecond; // a fragment typed into the address is an entry of its own
    if (onSecond) return;
    if (device.back()) history.forward();
    else history.back();
  });
}

/** After a reload the second entry is there already. */
function wasOnSecond(): boolean {
  const { navigation } = globalThis as { navigation?: Entries }; // younger than many browsers
  const at = navigation?.currentEntry?.index ?? 0;
  return navigation?.entries()[at - 1]?.sameDocument ?? false;
}

type Entries = {
  currentEntry: { index: number } | null;
  entries: () => readonly { sameDocument: boolean }[];
};

/** A closed tab loses what was typed: the browser asks first. */
export function warnBeforeLeaving(device: Device): void {
  addEventListener('beforeunload', (event) => {
    if (!device.begun) return;
    event.preventDefault();
    event.returnValue = true; // what browsers before 2023 look at
  });
}

/** The exit of every page, and the page that clears, say so before they do it. */
export function forgetOnExit(device: Device, kept: Pick<Kept, 'stop'>): void {
  document.addEventListener('proverka:exit', () => {
    kept.stop();
    device.wipe();
  });
}
