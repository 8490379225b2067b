/** What the tab shows: one page at a time, and those before it, so that the browser's Back leads back. Nothing of it is stored. */
import { parsePage } from './trusted.ts';

type Shown = { title: string; language: string; direction: string; nodes: Node[]; scroll: number };

/** Pages further back than this are forgotten. */
const longest = 40;

export class Frame {
  readonly #trail: Shown[] = [];

  /** How many pages the person can go back. */
  get depth(): number {
    return this.#trail.length;
  }

  show(html: string): void {
    this.#remember();
    const page = parsePage(html);
    const { lang, dir } = page.documentElement;
    const nodes = [...page.body.childNodes].map((node) => document.adoptNode(node));
    this.#set({ title: page.title, language: lang, direction: dir, nodes, scroll: 0 });
    focusOnTop();
  }

  /** The page before, as it was left. */
  back(): void {
    const before = this.#trail.pop();
    if (before) this.#set(before);
  }

  /** Nothing is left, neither in sight nor in memory. */
  wipe(): void {
    this.#trail.length = 0;
    document.body.replaceChildren();
  }

  #remember(): void {
    if (document.body.dataset.first !== undefined) {
      delete document.body.dataset.first; // what stood there while the kit opened is no page to go back to
      return;
    }
    this.#trail.push({
      title: document.title,
      language: document.documentElement.lang,
      direction: document.documentElement.dir,
      nodes: [...document.body.childNodes],
      scroll: scrollY,
    });
    if (this.#trail.length > longest) this.#trail.shift();
  }

  #set({ title, language, direction, nodes, scroll }: Shown): void {
    document.title = title;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    document.body.replaceChildren(...nodes);
    document.dispatchEvent(new Event('proverka:page'));
    scrollTo(0, scroll);
  }
}

/** Readers of the screen hear the new page from its beginning; a list of errors takes the focus itself. */
function focusOnTop(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const heading = document.querySelector('main h1') ?? document.querySelector('main');
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
