/** The box "keep my answers in this tab", off until it is ticked, and the way back to what was kept. */
import type { Device } from './device.ts';
import { fill, stepForm } from './in-sight.ts';
import type { Found, Kept } from './keep.ts';

export function offerKeeping(device: Device, kept: Kept): void {
  const draw = () => {
    for (const box of document.querySelectorAll<HTMLInputElement>('input[data-keep]')) box.checked = kept.on;
    for (const note of document.querySelectorAll<HTMLElement>('[data-keep-offer]')) note.hidden = false;
  };
  document.addEventListener('proverka:page', () => {
    draw();
    kept.changed(device.address);
  });
  document.addEventListener('input', () => kept.changed(device.address));
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.keep === undefined)
      kept.changed(device.address);
    else if (target.checked) kept.start(device.address);
    else kept.stop();
  });
  draw();
}

/** What was kept is in sight again, step and words; false where it is of no use any more. */
export async function restore(device: Device, { questions, typed }: Found): Promise<boolean> {
  let shown = false;
  for (const question of questions) {
    shown = (await device.go(question)) || shown;
    const form = question.body && stepForm();
    if (form) fill(form, typed);
  }
  return shown;
}
