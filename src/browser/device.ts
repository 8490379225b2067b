/** The walk inside one page: every press and every link is answered here, by the same pages that the server has. */
import type { Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { languages } from '#domain/language.ts';
import type { Translate } from '#i18n.ts';
import type { Site } from '#web/site.ts';
import { ask, type Question } from './ask.ts';
import { Frame, type Move } from './frame.ts';
import { fill, isWalk, stepForm, subjectOf, type Typed, typedIn, withAnswers } from './in-sight.ts';
import { showPaper } from './paper-view.ts';
import { saveFile } from './save-file.ts';
import type { Ways } from './ways.ts';

export class Device {
  readonly #ways: Ways;
  readonly #frame: Frame;
  #site: Site;
  #app: Hono;
  #closePaper: (() => void) | undefined;
  /** Something was answered or typed: leaving would lose it. */
  #begun = false;
  /** Nothing is loaded any more. */
  #closed = false;
  /** How often all was forgotten: what was asked for before that is shown no more. */
  #forgotten = 0;
  /** What was typed into forms that the person went back from, by the question of the form. */
  readonly #unsent = new Map<string, Typed>();

  constructor(site: Site, ways: Ways) {
    this.#ways = ways;
    this.#frame = new Frame((does) => this.#button(does), ways.styles);
    this.#site = site;
    this.#app = ways.app(site);
  }

  /** Another language has arrived. */
  extend(site: Site): void {
    this.#site = site;
    this.#app = this.#ways.app(site);
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** True from the first key on. */
  get closed(): boolean {
    return this.#closed;
  }

  /** True where Back leads to another page of these. */
  get hasBefore(): boolean {
    return this.#frame.before !== undefined;
  }

  /** Address of the page in sight, without its language. */
  get address(): string {
    return this.#frame.address;
  }

  /** The first key: from now on there is something to lose, and nothing is loaded any more. */
  begin(): void {
    this.#begun = true;
    if (this.#closed) return;
    this.#closed = true;
    this.#ways.close();
  }

  /** The page at `path` instead of the one in sight, to which nobody goes back. */
  startAt(path: string): Promise<boolean> {
    this.#frame.startOver();
    return this.go({ path });
  }

  /** False where these pages have no such address. */
  async go(question: Question): Promise<boolean> {
    const asked = this.#forgotten;
    try {
      const answer = await ask(this.#app, question);
      if (asked !== this.#forgotten) return true;
      if (!answer) return false;
      if (question.body && !question.arrived) this.#begun = true;
      if (answer.kind === 'file') saveFile(answer.name, answer.content);
      else if (answer.kind === 'paper') this.#showPaper(answer.html);
      else this.#show(answer.html, question);
    } catch (error) {
      this.#sayFailed(error); // what was typed is still in sight
    }
    return true;
  }

  /** The letter of the answers in sight as a file, made and dropped. */
  async makeForNobody(): Promise<void> {
    const question = withAnswers('/online/file', this.#language);
    question?.body?.set('format', 'docx');
    if (question) await ask(this.#app, question).catch(() => {}); // whoever asks for it is told
  }

  /** The page in sight in another language, with what is typed into it. */
  async switchTo(language: string): Promise<boolean> {
    const question = withAnswers(this.address, language);
    const form = stepForm();
    if (!question || !form) return false;
    const typed = typedIn(form);
    const known = await this.go(question);
    const shown = stepForm();
    if (known && shown) fill(shown, typed);
    if (known) document.dispatchEvent(new Event('change')); // advice that depends on an answer
    return known;
  }

  /** One page back; false where there is none. */
  back(): boolean {
    if (this.#closePaper) {
      this.#closePaper();
      return true;
    }
    const { before } = this.#frame;
    if (before === undefined) return false;
    const question = isWalk(before) && isWalk(this.address) ? withAnswers(before, this.#language) : undefined;
    if (question) void this.#backWith(question);
    else this.#backAsLeft();
    return true;
  }

  returnToCase(): void {
    this.#frame.returnToCase();
  }

  /** Forgets everything that the page holds. */
  wipe(): void {
    this.#begun = false;
    this.#forgotten++;
    this.#closePaper = undefined;
    this.#unsent.clear();
    this.#frame.wipe();
  }

  get texts(): Translate {
    return this.#site.texts(this.#language);
  }

  get #language(): Language {
    return languages.find((one) => one === document.documentElement.lang) ?? 'ru';
  }

  #show(html: string, question: Question): void {
    const sent = question.body ? stepForm() : undefined;
    if (sent) this.#unsent.delete(subjectOf(sent));
    this.#frame.show(html, question);
    const form = stepForm();
    const unsent = form && this.#unsent.get(subjectOf(form));
    if (form && unsent) fill(form, unsent);
  }

  async #backWith(question: Question): Promise<void> {
    const asked = this.#forgotten;
    const answer = await ask(this.#app, question).catch(() => undefined);
    if (asked !== this.#forgotten) return;
    if (answer?.kind === 'page') this.#frame.showBefore(answer.html, question);
    else this.#backAsLeft();
  }

  #backAsLeft(): void {
    const form = stepForm();
    if (form && !isWalk(this.address)) this.#unsent.set(subjectOf(form), typedIn(form));
    this.#frame.back();
  }

  #button(does: Move): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'secondary device-move';
    button.dataset[does] = '';
    button.textContent = this.texts(`device.${does}`);
    return button;
  }

  #showPaper(html: string): void {
    showPaper(html, this.texts, () => {
      this.#closePaper = undefined;
    });
    this.#closePaper = () => document.querySelector<HTMLElement>('[data-close]')?.click();
  }

  #sayFailed(error: unknown): void {
    document.querySelector('main [data-failed]')?.remove();
    const note = document.createElement('p');
    note.className = 'caution';
    note.role = 'alert';
    note.dataset.failed = '';
    note.textContent = this.#ways.failed(error, this.texts);
    document.querySelector('main')?.prepend(note);
    note.scrollIntoView({ block: 'nearest' });
  }
}
