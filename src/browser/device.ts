/** The walk inside one page: every press and every link is answered here, by the same pages that the server has. */
import type { Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { languages } from '#domain/language.ts';
import type { Translate } from '#i18n.ts';
import type { Site } from '#web/site.ts';
import { ask, deviceApp, type Question } from './device-app.ts';
import { Frame } from './frame.ts';
import type { Kept } from './keep.ts';
import { showPaper } from './paper-view.ts';
import { saveFile } from './save-file.ts';

export class Device {
  readonly #frame = new Frame();
  readonly #kept: Kept;
  #site: Site;
  #app: Hono;
  /** The question whose answer is in sight; nothing for the page that came with the program. */
  #asked: Question | undefined;
  #closePaper: (() => void) | undefined;
  /** Something was answered or typed: leaving would lose it. */
  #begun = false;

  constructor(site: Site, kept: Kept) {
    this.#site = site;
    this.#app = deviceApp(site);
    this.#kept = kept;
  }

  /** Another language has arrived. */
  extend(site: Site): void {
    this.#site = site;
    this.#app = deviceApp(site);
  }

  get begun(): boolean {
    return this.#begun;
  }

  typed(): void {
    this.#begun = true;
    this.#kept.typed();
  }

  /** False where these pages have no such address. */
  async go(question: Question): Promise<boolean> {
    try {
      const answer = await ask(this.#app, question);
      if (!answer) return false;
      if (question.body) this.#begun = true;
      if (answer.kind === 'file') saveFile(answer.name, answer.content);
      else if (answer.kind === 'paper') this.#showPaper(answer.html);
      else this.#show(answer.html, question);
    } catch {
      this.#say('device.failed'); // what was typed is still in sight
    }
    return true;
  }

  /** One page back; false where there is none. */
  back(): boolean {
    if (this.#closePaper) {
      this.#closePaper();
      return true;
    }
    const button = document.querySelector('main .buttons button[value="back"]');
    if (button instanceof HTMLButtonElement && this.#asked?.body) {
      button.click(); // takes along what was answered since
      return true;
    }
    if (this.#frame.depth === 0) return false;
    this.#frame.back();
    return true;
  }

  /** Forgets everything that the page holds. */
  wipe(): void {
    this.#begun = false;
    this.#asked = undefined;
    this.#kept.stop();
    this.#frame.wipe();
  }

  get texts(): Translate {
    const { lang } = document.documentElement;
    return this.#site.texts(isLanguage(lang) ? lang : 'ru');
  }

  #show(html: string, question: Question): void {
    this.#asked = question;
    this.#frame.show(html);
    this.#kept.shown(question);
  }

  #showPaper(html: string): void {
    showPaper(html, this.texts, () => {
      this.#closePaper = undefined;
    });
    this.#closePaper = () => document.querySelector<HTMLElement>('[data-close]')?.click();
  }

  #say(key: 'device.failed'): void {
    const note = document.createElement('p');
    note.className = 'caution';
    note.role = 'alert';
    note.textContent = this.texts(key);
    document.querySelector('main')?.prepend(note);
  }
}

function isLanguage(name: string): name is Language {
  return languages.some((one) => one === name);
}
