/** The box "keep my answers in this tab", off until it is ticked, and the way back to what was kept. */
import type { Device } from './device.ts';
import type { Kept } from './keep.ts';

export function offerKeeping(device: Device, kept: Kept): void {
  const draw = () => {
    for (const box of document.querySelectorAll<HTMLInputElement>('input[data-keep]')) box.checked = kept.on;
    for (const note of document.querySelectorAll<HTMLElement>('[data-keep-offer]')) note.hidden = false;
  };
  document.addEventListener('proverka:page', draw);
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.keep === undefined) return;
    if (target.checked) kept.start();
    else kept.stop();
  });
  draw();
  const found = kept.found();
  if (found) void device.go(found);
}
