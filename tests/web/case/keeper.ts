/** A person without JavaScript who keeps a case: from the walk into it, and the case as it stands in their form. */
import type { Hono } from 'hono';
import type { CaseFile } from '#domain/case/case-file.ts';
import { openCase } from '#domain/case/open-case.ts';
import type { Page } from '../page.ts';
import { type Answer, standingOn, type Walker } from '../walker.ts';

/** On the case page, with the document of the walk in it. */
export async function keeping(
  app: Hono,
  answers: Record<string, Answer> = {},
  language = 'ru',
  named = false,
): Promise<Walker> {
  const walker = await standingOn(app, 'files', answers, language);
  if (named) walker.tick('keepNamed', 'yes');
  await pressTo(walker, '/case/keep');
  return walker;
}

/** The case that the page carries. */
export function caseOf({ controls }: Page): CaseFile {
  const opened = openCase(controls.find(({ name }) => name === 'case')?.value ?? '');
  if (!opened.ok) throw new Error(`the page carries no case: ${opened.reason}`);
  return opened.value;
}

/** Presses the button that leads to this address; of several, the one whose value begins so. */
export async function pressTo(walker: Walker, address: string, value = ''): Promise<Response> {
  const button = walker.page.buttons.find(
    (one) =>
      (one.formaction ?? '').endsWith(address) &&
      one.value.startsWith(value) &&
      !one.formaction?.includes('online'),
  );
  if (!button)
    throw new Error(`no button to ${address} ${value}: ${walker.page.buttons.map((one) => one.formaction)}`);
  return walker.press(button.text);
}

/** "I have filed it", by post. */
export async function file(walker: Walker, date: string): Promise<void> {
  await pressTo(walker, '/case/filed');
  walker.choose('channel', 'post');
  walker.type('date', date);
  walker.type('number', '10100012345678');
  await walker.press('next');
}

/** Says what came; facts are choices or texts by name. */
export async function say(
  walker: Walker,
  saying: string,
  facts: Record<string, string>,
  at = 0,
): Promise<void> {
  const id = caseOf(walker.page).filings[at]?.id ?? '';
  await pressTo(walker, '/case/answer', `open:${id}`);
  walker.choose('saying', saying);
  await walker.press('next');
  for (const [name, value] of Object.entries(facts)) {
    const radio = walker.page.controls.some((one) => one.name === name && one.type === 'radio');
    if (radio) walker.choose(name, value);
    else walker.type(name, value);
  }
  await walker.press('next');
}
