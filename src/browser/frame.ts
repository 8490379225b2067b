/** What the tab shows: one page at a time, and those before it, so that the browser's Back leads back. Nothing of it is stored. */
import type { Question } from './ask.ts';
import { addressOf, isCase } from './in-sight.ts';
import { parsePage } from './trusted.ts';

type Shown = {
  title: string;
  language: string;
  direction: string;
  nodes: Node[];
  scroll: number;
  focused: Element | null;
  styles: readonly string[];
  address: string;
};

/** Buttons that no page of the server has. */
export type Move = 'back' | 'toCase';

/** Pages further back than this are forgotten. */
const longest = 40;

export class Frame {
  readonly #trail: Shown[] = [];
  #address = addressOf(document, location.pathname);
  #styles: readonly string[];
  /** The case that the person went back from: it stays at hand, for it lies nowhere else. */
  #left: Shown | undefined;
  /** The page in sight is none to go back to. */
  #passing = false;
  readonly #button: (does: Move) => Element;

  /** `button` makes the buttons that lead back and forth; `styles` are those of the page in sight. */
  constructor(button: (does: Move) => Element, styles: readonly string[] = []) {
    this.#button = button;
    this.#styles = styles;
    wear(styles);
  }

  /** Of the page in sight, without its language. */
  get address(): string {
    return this.#address;
  }

  /** Of the page that Back leads to. */
  get before(): string | undefined {
    return this.#trail.at(-1)?.address;
  }

  /** What comes next is the first page. */
  startOver(): void {
    this.#passing = true;
  }

  show(html: string, { path, body }: Question): void {
    const page = parsePage(html);
    const address = addressOf(page, path);
    if (this.#passing) this.#passing = false;
    else if (address !== this.#address) this.#leave(body ? address : undefined, pressedIn(body));
    const isRead = body === undefined && this.#trail.length > 0; // a page reached by a link has no button that leads back
    if (isRead) page.querySelector('main')?.prepend(this.#button('back'));
    this.#replace(page, address);
  }

  /** The page before, made anew with the answers of the one in sight. */
  showBefore(html: string, { path }: Question): void {
    this.#trail.pop();
    const page = parsePage(html);
    this.#replace(page, addressOf(page, path));
  }

  /** The page before, as it was left. */
  back(): void {
    const before = this.#trail.pop();
    if (!before) return;
    const holdsCase = document.querySelector('main form#step input[name=case]');
    if (holdsCase && !isCase(before.address)) this.#left = this.#inSight();
    this.#set(before);
  }

  /** The case again, as it was left. */
  returnToCase(): void {
    const left = this.#left;
    if (!left) return;
    this.#left = undefined;
    this.#trail.push(this.#inSight());
    this.#set(left);
  }

  /** Nothing is left, neither in sight nor in memory. */
  wipe(): void {
    this.#trail.length = 0;
    this.#left = undefined;
    document.body.replaceChildren();
  }

  /** A step that was passed already is gone back to; what came after it is asked anew. */
  #leave(address: string | undefined, pressed: string): void {
    const passed = pressed.startsWith('change:') ? -1 : this.#lastAt(address);
    if (passed >= 0) this.#trail.length = passed;
    else this.#trail.push(this.#inSight());
    if (this.#trail.length > longest) this.#trail.shift();
  }

  /** Where among the forms before this one; a page reached by a link ends the search, for what lies before it is another story. */
  #lastAt(address: string | undefined): number {
    const form = (one: string) => /^\/(?:online|case|share)(?:\/|$)/.test(one);
    const start = this.#trail.findLastIndex((one) => !form(one.address)) + 1;
    const place = this.#trail.slice(start).findLastIndex((one) => one.address === address);
    return place < 0 ? place : place + start;
  }

  #inSight(): Shown {
    return {
      title: document.title,
      language: document.documentElement.lang,
      direction: document.documentElement.dir,
      nodes: [...document.body.childNodes],
      scroll: scrollY,
      focused: document.activeElement,
      styles: this.#styles,
      address: this.#address,
    };
  }

  #replace(page: Document, address: string): void {
    const { lang, dir } = page.documentElement;
    const styles = [...page.querySelectorAll('link[rel=stylesheet]')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    const nodes = [...page.body.childNodes].map((node) => document.adoptNode(node));
    const shown = { title: page.title, language: lang, direction: dir, nodes, styles, address };
    this.#set({ ...shown, scroll: 0, focused: null });
  }

  #set({ title, language, direction, nodes, scroll, focused, styles, address }: Shown): void {
    document.title = title;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    document.body.replaceChildren(...nodes);
    this.#address = address;
    this.#styles = styles;
    wear(styles);
    document.querySelector('[data-to-case]')?.remove();
    const toCase = this.#left && !isCase(address) ? this.#button('toCase') : undefined;
    if (toCase) document.querySelector('main')?.prepend(toCase);
    document.dispatchEvent(new Event('proverka:page'));
    scrollTo(0, toCase ? 0 : scroll);
    if (toCase instanceof HTMLElement)
      toCase.focus(); // whoever went back by accident finds the way at once
    else if (focused instanceof HTMLElement && focused !== document.body)
      focused.focus({ preventScroll: true });
    focusOnTop();
  }
}

/** The head has the styles of every page, so that none is loaded later; in force are those that the page in sight asks for. */
function wear(styles: readonly string[]): void {
  for (const sheet of document.styleSheets) {
    const { ownerNode } = sheet;
    const inKit = ownerNode instanceof HTMLElement ? ownerNode.dataset.sheet : undefined;
    const name = sheet.href?.split('/').at(-1) ?? inKit;
    if (name !== undefined && name !== 'site.css') sheet.disabled = !styles.includes(name);
  }
}

function pressedIn(body: Question['body']): string {
  const move = body?.get('move');
  return typeof move === 'string' ? move : '';
}

/** Readers of the screen hear the new page from its beginning; a list of errors takes the focus itself. */
function focusOnTop(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const top = ['main [data-focus]', 'main h1', 'main']
    .map((one) => document.querySelector(one))
    .find(Boolean);
  if (!(top instanceof HTMLElement)) return;
  top.tabIndex = -1;
  top.focus({ preventScroll: true });
}
