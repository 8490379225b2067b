/** What stands in the page in sight: whose form it is, what is typed into it, and how to ask for it again. */
import type { Question } from './ask.ts';
import { questionOf } from './presses.ts';

export type Typed = readonly (readonly [name: string, value: string])[];

/** The one form of a page that carries answers. */
export function stepForm(root: ParentNode = document): HTMLFormElement | undefined {
  const form = root.querySelector('main form#step');
  return form instanceof HTMLFormElement ? form : undefined;
}

/** Address of a page without its language: that of its form, as the switch of languages asks for it; else how it was asked for. */
export function addressOf(root: ParentNode, path: string): string {
  const asked = root.querySelector('.languages button[formaction]')?.getAttribute('formaction');
  const address = stepForm(root) ? (asked ?? stepForm(root)?.getAttribute('action') ?? path) : path;
  return address.replace(/^\/[^/]+/, '').replace(/#.*/, '');
}

/** Pages of the walk hold every answer in their form, so any of them can be asked for with the answers of another; one only opens a file. */
export function isWalk(address: string): boolean {
  return address.startsWith('/online/') && address !== '/online/handover/open';
}

export function isCase(address: string): boolean {
  return /^(?:\/share)?\/case(?:\/|$)/.test(address) || /^\/share\/(?!open$)/.test(address);
}

/** The page at `address`, with every answer in sight; nothing where the page in sight has no form. */
export function withAnswers(address: string, language: string): Question | undefined {
  const form = stepForm();
  if (!form) return undefined;
  const { body } = questionOf(form, null);
  body?.set('move', 'stay');
  if (address === '/online/check') body?.delete('return'); // back from a change, not on the way to one
  return { path: `/${language}${address}`, ...(body && { body }) };
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What can be typed or chosen on the page of a form; no hidden field, and no file, which nobody may choose but the person. */
function fieldsOf(form: HTMLFormElement): Field[] {
  return [...(form.closest('main') ?? form).querySelectorAll('input, textarea, select')].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement && one.type !== 'hidden' && one.type !== 'file') ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement,
  );
}

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

/** What stands in the fields; of choices those that are made. */
export function typedIn(form: HTMLFormElement): Typed {
  return fieldsOf(form)
    .filter((field) => field.name !== '' && (!isChoice(field) || field.checked))
    .map(({ name, value }) => [name, value]);
}

/** Puts it there again. */
export function fill(form: HTMLFormElement, typed: Typed): void {
  const texts = new Map<string, string[]>();
  for (const [name, value] of typed) texts.set(name, [...(texts.get(name) ?? []), value]);
  for (const field of fieldsOf(form)) {
    if (isChoice(field)) field.checked = texts.get(field.name)?.includes(field.value) ?? false;
    else field.value = texts.get(field.name)?.shift() ?? field.value;
  }
}

/** The question that a form puts, apart from the answer: two forms with the same are filled in alike. */
export function subjectOf(form: HTMLFormElement): string {
  const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
  return JSON.stringify([form.getAttribute('enctype'), ...hidden.map(({ name, value }) => [name, value])]);
}
