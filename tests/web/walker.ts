/** A person who walks through the pages as a browser without JavaScript does: fills in fields, presses buttons, reads. */
import type { Hono } from 'hono';
import { postForm } from '../support/site.ts';
import { type Control, type Page, readPage } from './page.ts';

/** Somebody in front of a page: fills in its fields, presses its buttons, and sees the next page. */
export class Walker {
  readonly #app: Hono;
  #page: Page;
  status: number;

  private constructor(app: Hono, page: Page, status: number) {
    this.#app = app;
    this.#page = page;
    this.status = status;
  }

  static async open(app: Hono, path: string): Promise<Walker> {
    return Walker.at(app, await app.request(path));
  }

  /** In front of the page that an answer brought. */
  static async at(app: Hono, response: Response): Promise<Walker> {
    return new Walker(app, readPage(await response.text()), response.status);
  }

  /** Somebody else in front of the same page. */
  copy(): Walker {
    return new Walker(this.#app, readPage(this.html), this.status);
  }

  get html(): string {
    return this.#page.html;
  }

  get page(): Page {
    return this.#page;
  }

  /** The last part of the form's address: `sources`, `name` … */
  get step(): string {
    return this.#page.action.split('/').at(-1) ?? '';
  }

  /** What would be sent under this name if the form were sent now. */
  sent(name: string): string[] {
    return this.#entries().flatMap(([key, value]) => (key === name ? [value] : []));
  }

  type(name: string, text: string): void {
    this.#controls(name).forEach((control) => {
      control.value = text;
    });
  }

  choose(name: string, value: string): void {
    const options = this.#controls(name);
    if (!options.some((one) => one.value === value)) throw new Error(`${name}: no option ${value}`);
    for (const one of options) one.checked = one.value === value;
  }

  tick(name: string, value: string, checked = true): void {
    const box = this.#controls(name).find((one) => one.value === value);
    if (!box) throw new Error(`${name}: no box ${value}`);
    box.checked = checked;
  }

  /** Presses the button whose value (`next`, `change:name`, `docx`) or words these are. */
  async press(button: string): Promise<Response> {
    const pressed = this.#page.buttons.find(({ value, text }) => value === button || text === button);
    if (!pressed) throw new Error(`no button ${button}: ${this.#page.buttons.map(({ value }) => value)}`);
    const fields = pressed.name ? [...this.#entries(), [pressed.name, pressed.value]] : this.#entries();
    const response = await postForm(
      this.#app,
      pressed.formaction ?? this.#page.action,
      fields.map(([name = '', value = '']): [string, string] => [name, value]),
    );
    if (!response.headers.has('Content-Disposition')) {
      this.#page = readPage(await response.clone().text());
      this.status = response.status;
    }
    return response;
  }

  /** Enter in a text field: the first button of the form is pressed. */
  pressEnter(): Promise<Response> {
    return this.press(this.#page.buttons[0]?.value ?? 'no button');
  }

  #controls(name: string): Control[] {
    const controls = this.#page.controls.filter((one) => one.name === name && one.type !== 'hidden');
    if (controls.length === 0) throw new Error(`no field ${name} on ${this.#page.action}`);
    return controls;
  }

  /** The fields that count, as a browser lists them; several lines are sent with CRLF. */
  #entries(): [string, string][] {
    return this.#page.controls
      .filter(({ name, checked }) => name !== '' && checked)
      .map(({ name, value }) => [name, value.replace(/\r?\n/g, '\r\n')]);
  }
}

export type Answer = (walker: Walker) => void;

/** What most people answer; steps that are not here hold as they are shown. */
const usualAnswers: Record<string, Answer> = {
  before: (walker) => walker.choose('filedFrom', 'russia'),
  complaint: (walker) => walker.choose('template', 'crime-report-media'),
  episode: (walker) => walker.choose('answers.episode', '2017'),
  words: (walker) => walker.type('answers.ownWords', 'Прочитала в газете.\nПрошу проверить.'),
  name: (walker) => {
    walker.type('applicant.lastName', 'Иванова');
    walker.type('applicant.firstName', 'Мария');
    walker.choose('applicant.gender', 'female');
  },
  reply: (walker) => walker.type('applicant.address', '101000, г. Москва,\nул. Примерная, д. 1'),
  warning: (walker) => walker.tick('acknowledged', 'yes'),
};

/** Goes on from page to page until `step`, answering as most do or as `answers` say. */
export async function walkTo(
  walker: Walker,
  step: string,
  answers: Record<string, Answer> = {},
): Promise<void> {
  for (let pages = 0; walker.step !== step; pages++) {
    const here = walker.step;
    (answers[here] ?? usualAnswers[here])?.(walker);
    await walker.press('next');
    if (walker.step === here || pages > 20)
      throw new Error(`stuck on ${here}: ${walker.page.errors.join(' ')}`);
  }
}

/** A walker who stands on `step` of the walk. */
export async function standingOn(
  app: Hono,
  step: string,
  answers: Record<string, Answer> = {},
  language = 'ru',
): Promise<Walker> {
  const walker = await Walker.open(app, `/${language}/online`);
  await walkTo(walker, step, answers);
  return walker;
}
