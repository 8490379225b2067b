/** A person who has no mouse: goes by Tab to what is called so, types, chooses with the arrows, and presses Enter. */
import type { Page } from 'playwright-core';
import { expectGoodPage } from './person.ts';

/** More than any page has that can be reached. */
const mostPresses = 500;

type Focused = { name: string; group: string[]; checked: boolean };

/** Fails where the keyboard does not reach it. What a label adds in brackets or behind a colon need not be said. */
export async function focusOn(page: Page, name: string): Promise<void> {
  await tabUntil(page, name, (focused) => isCalled(focused.name, name));
}

export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await focusOn(page, name);
  await page.keyboard.type(text); // Tab has marked what stood there
}

/** One of several: Tab reaches the group, the arrows its choices. A box that can be ticked is a group of one. */
export async function choose(page: Page, name: string): Promise<void> {
  await tabUntil(page, name, ({ group }) => group.some((one) => isCalled(one, name)));
  for (let presses = 0; presses < mostPresses; presses++) {
    const { name: here, checked } = await focusedOn(page);
    if (isCalled(here, name)) {
      if (!checked) await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach “${name}”`);
}

/** Where each page has been led to before: what comes of the same press again is not looked at with care again. */
const led = new WeakMap<Page, Set<string>>();

/** A link or a button that leads to another page. */
export async function press(page: Page, name: string): Promise<void> {
  await focusOn(page, name);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const before = led.get(page) ?? new Set();
  if (!before.has(name)) await expectGoodPage(page, name);
  led.set(page, before.add(name));
}

type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

export async function chooseFile(page: Page, name: string, file: ChosenFile): Promise<void> {
  await focusOn(page, name);
  await fileBySpace(page, file);
}

/** The dialog of files is the system's: it opens by the keyboard, and the file is given to it. */
export async function fileBySpace(page: Page, file: ChosenFile): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.title(); // answered after the browser was told that no dialog of the system is to open
  await page.keyboard.press('Space');
  await (await opened).setFiles(file);
}

/** From one thing that can be focused to the next, up to what the selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** By Tab and Enter to a good page. */
export async function enter(page: Page, selector: string, where: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await expectGoodPage(page, where);
}

async function tabUntil(page: Page, name: string, found: (focused: Focused) => boolean): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses++) {
    await page.keyboard.press('Tab');
    if (found(await focusedOn(page))) return;
  }
  throw new Error(`the keyboard does not reach “${name}” at ${new URL(page.url()).pathname}`);
}

function focusedOn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const it = document.activeElement;
    const nameOf = (element: Element | null) => {
      const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      const text = (label && element.labels?.[0]?.textContent) || element?.textContent;
      return (element?.getAttribute('aria-label') ?? text ?? '').replace(/\s+/g, ' ').trim();
    };
    const choice = it instanceof HTMLInputElement && (it.type === 'radio' || it.type === 'checkbox');
    const others =
      choice && it.type === 'radio'
        ? [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(it.name)}"]`)]
        : [it];
    return { name: nameOf(it), group: choice ? others.map(nameOf) : [], checked: choice && it.checked };
  });
}

function isCalled(name: string, wanted: string): boolean {
  return name.startsWith(wanted) && /^\s*([:(]|$)/.test(name.slice(wanted.length));
}
