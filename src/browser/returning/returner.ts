/** The pages of a tab that asks a register: one press at a time, and a word while it takes its time. */
import type { Question } from '../ask.ts';
import { Device } from '../device.ts';

/** Milliseconds after which somebody wonders whether the press was taken. */
const soon = 200;

export class Returner extends Device {
  #busy = false;

  /** A second press of the same button would send twice. */
  override async go(question: Question): Promise<boolean> {
    if (this.#busy) return true;
    this.#busy = true;
    const note = document.createElement('p');
    const timer = setTimeout(() => this.#sayBusy(note), soon);
    const typed = document.querySelector<HTMLTextAreaElement>('main textarea[name=code]');
    try {
      document.querySelector('main [data-failed]')?.remove();
      return await super.go(question);
    } finally {
      clearTimeout(timer);
      note.remove(); // from the page that Back leads to as well
      if (typed && document.querySelector('main input[name=case]')) typed.value = ''; // it has opened the case
      this.#busy = false;
    }
  }

  #sayBusy(note: HTMLElement): void {
    note.className = 'caution device-busy';
    note.role = 'status';
    note.dataset.busy = '';
    note.textContent = this.texts('share.tab.working');
    document.querySelector('main')?.prepend(note);
  }
}
