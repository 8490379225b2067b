/** Presses and links of the pages, turned into questions before the browser would ask a network. */

import type { Question } from './ask.ts';
import type { Device } from './device.ts';

export function takePresses(device: Device): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (event.defaultPrevented) return; // a script of the page does it
    event.preventDefault();
    device.begin();
    void device.go(questionOf(form, event.submitter));
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
    const pressed = event.target.closest('a[href], [data-back], [data-to-case]');
    if (pressed instanceof HTMLAnchorElement) follow(device, pressed, event);
    else if (pressed instanceof HTMLButtonElement) goBack(device, pressed);
  });
  document.addEventListener('input', () => device.begin());
  document.addEventListener('change', () => device.begin());
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

function goBack(device: Device, { dataset }: HTMLButtonElement): void {
  if (dataset.toCase !== undefined) device.returnToCase();
  else device.back();
}

function follow(device: Device, link: HTMLAnchorElement, event: MouseEvent): void {
  const href = link.getAttribute('href') ?? '';
  if (link.hasAttribute('download')) return; // a file, saved where the person is
  if (href.startsWith('#')) {
    event.preventDefault(); // the address stays as it is, and history too
    show(href.slice(1));
  } else if (href.startsWith('/')) {
    event.preventDefault();
    void open(device, href, link.hreflang);
  } else if (link.dataset.exit === undefined) {
    link.target = '_blank'; // away from here, but not in place of what was typed
    link.rel = 'noopener noreferrer';
  }
}

/** A page of these pages; one that only the server has opens beside, without what was typed. */
async function open(device: Device, href: string, hreflang: string): Promise<void> {
  const [path = '', id] = href.split('#');
  const keeps = hreflang !== '' && device.begun;
  const known = (keeps && (await device.switchTo(hreflang))) || (await device.go({ path }));
  if (!known && !device.begun) location.assign(href);
  else if (!known) window.open(href, '_blank', 'noopener,noreferrer');
  else if (id) show(id);
}

function show(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  target.scrollIntoView();
  if (!target.matches('input, select, textarea, button, a[href]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
