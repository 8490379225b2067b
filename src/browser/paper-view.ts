/** A paper fills the tab, in its own style and on A4, until it is printed or closed. */
import type { Translate } from '#i18n.ts';
import { parsePage } from './trusted.ts';

const ownStyle = `
.paper-moves { display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem 1rem; background: #eee; font: 1rem/1.4 sans-serif; }
.paper-moves button, .paper-moves a { font: inherit; min-height: 2.75rem; padding: .25rem 1rem; }
.paper-moves a { display: inline-flex; align-items: center; margin-inline-start: auto; background: #1e2427; color: #fff; font-weight: 700; text-decoration: none; }
@media print { .paper-moves { display: none; } }
`;

/** Shows `html`; `close` brings back what was there before. */
export function showPaper(html: string, t: Translate, close: () => void): void {
  const [element = '', style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const paper = parsePage(html.replace(element, '')); // the page's policy takes no style from a text, and complains of an empty one
  const before = {
    title: document.title,
    nodes: [...document.body.childNodes],
    sheets: [...document.adoptedStyleSheets],
  };
  const site = [...document.styleSheets].filter(({ disabled }) => !disabled);
  for (const sheet of site) sheet.disabled = true;
  document.adoptedStyleSheets = [sheetOf(style), sheetOf(ownStyle)];
  const moves = document.createElement('div');
  moves.className = 'paper-moves';
  moves.role = 'navigation';
  moves.ariaLabel = t('common.nav.label');
  const closing = move(t('device.paper.close'), () => {
    for (const sheet of site) sheet.disabled = false;
    document.adoptedStyleSheets = before.sheets;
    document.title = before.title;
    document.body.replaceChildren(...before.nodes);
    close();
  });
  closing.dataset.close = '';
  moves.append(
    closing,
    move(t('device.paper.print'), () => print()),
    ...exitLike(document.querySelector('a[data-exit]')),
  );
  document.title = paper.title; // a saved PDF is named by it
  document.body.replaceChildren(moves, ...[...paper.body.childNodes].map((node) => document.adoptNode(node)));
  closing.focus();
}

/** Sheets made by script need no permission of the page's policy: what they hold is our own. */
function sheetOf(style: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}

/** The way out that every page has; pressing it presses that of the page below. */
function exitLike(exit: HTMLAnchorElement | null): Node[] {
  const copy = exit?.cloneNode(true);
  copy?.addEventListener('click', (event) => {
    event.preventDefault();
    exit?.click();
  });
  return copy ? [copy] : [];
}

function move(label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', press);
  return button;
}
