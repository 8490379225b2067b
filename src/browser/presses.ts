/** Presses and links of the pages, turned into questions before the browser would ask a network. */
import type { Device } from './device.ts';
import type { Question } from './device-app.ts';

export function takePresses(device: Device): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (event.defaultPrevented) return; // a script of the page does it
    event.preventDefault();
    void device.go(questionOf(form, event.submitter));
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link instanceof HTMLAnchorElement) follow(device, link, event);
  });
  document.addEventListener('input', () => device.typed());
  document.addEventListener('change', () => device.typed());
}

/** What the browser would have sent, had it been allowed to. */
export function questionOf(form: HTMLFormElement, pressed: HTMLElement | null): Question {
  const button = pressed instanceof HTMLButtonElement ? pressed : undefined;
  const path = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const data = new FormData(form, button);
  if (form.getAttribute('enctype') === 'multipart/form-data') return { path, body: data };
  const fields = [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return { path, body: new URLSearchParams(fields) };
}

function follow(device: Device, link: HTMLAnchorElement, event: MouseEvent): void {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) {
    event.preventDefault(); // the address stays as it is, and history too
    show(href.slice(1));
  } else if (href.startsWith('/') && !link.hasAttribute('download')) {
    event.preventDefault();
    void device.go({ path: href }).then((known) => known || openBeside(href));
  } else if (link.dataset.exit === undefined) {
    link.target = '_blank'; // away from here, but not in place of what was typed
    link.rel = 'noopener noreferrer';
  }
}

function show(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  target.scrollIntoView();
  if (!target.matches('input, select, textarea, button, a[href]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** A page that only the server has. */
function openBeside(path: string): void {
  open(path, '_blank', 'noopener,noreferrer');
}
