/** While the person reads their answers through, one file is made and dropped: on a slow phone the first costs ten times the next. */
import type { Device } from './device.ts';

/** Milliseconds that a page is left alone before. */
const pause = 500;

export function rehearse(device: Device): void {
  let done = false;
  document.addEventListener('proverka:page', () => {
    if (done || device.address !== '/online/check') return;
    done = true;
    setTimeout(() => void device.makeForNobody(), pause);
  });
}
