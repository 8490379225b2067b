/**
 * Sharing a case from the browser: it is read here, its code is made and stretched here, and it is sealed here. The server
 * gets neither the case nor the code from this page.
 */
import { asPhones, digitsIn, groupsOf, makeCaseCode } from '#domain/register/case-code.ts';
import { type Chosen, choose, type Info } from './choose.ts';
import { all, fill, on, one } from './elements.ts';
import { sendSealed } from './send-sealed.ts';

const form = one('[data-share]', HTMLFormElement);
const info = one('[data-share-info]', HTMLInputElement);
if (form && info) offer(form, JSON.parse(info.value));

function offer(form: HTMLFormElement, info: Info): void {
  const parts = ['[data-share-code]', '[data-share-confirm]'].map((one) => all(one)[0]);
  const [codePart, confirmPart] = parts;
  if (!codePart || !confirmPart) return;
  let chosen: Chosen | undefined;
  let code = '';
  let asked: readonly number[] = [];
  const show = (part: HTMLElement) => {
    for (const other of [form, codePart, confirmPart]) other.hidden = other !== part;
    for (const told of all('[data-share-told]')) told.hidden = part !== form;
    const title = part.querySelector<HTMLElement>('h2');
    (title ?? part).focus();
    (title ?? part).scrollIntoView();
  };
  const showCode = () => {
    fill('[data-code-group]', groupsOf(code));
    fill('[data-code-phone]', asPhones(code));
    show(codePart);
  };

  for (const there of all('[data-share-there]')) there.remove();
  for (const go of form.querySelectorAll<HTMLButtonElement>('[data-share-go]')) {
    go.hidden = false;
    go.disabled = false;
  }
  form.addEventListener('submit', async (event) => {
    const isGo = event.submitter instanceof HTMLElement && event.submitter.dataset.shareGo !== undefined;
    if (event.defaultPrevented) return; // sealing.js opens the file first
    if (!isGo) return withoutFile(form);
    event.preventDefault();
    tell([]);
    const read = await choose(form, info).catch((): string[] => ['failed']);
    if (Array.isArray(read)) return tell(read);
    chosen = read;
    code ||= makeCaseCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
    showCode();
  });

  on('[data-share-kept]', () => {
    fill('[data-code-group], [data-code-phone]', []);
    asked = twoOfNine();
    for (const group of all('[data-group]')) {
      group.hidden = !asked.includes(Number(group.dataset.group));
      for (const field of group.querySelectorAll('input')) field.value = '';
    }
    wrongGroup(false);
    show(confirmPart);
  });
  on('[data-share-again]', showCode);
  on('[data-share-stop]', () => {
    code = '';
    fill('[data-code-group], [data-code-phone]', []);
    show(form);
  });
  const press = async () => {
    const groups = groupsOf(code);
    const isRight = asked.every((number) => {
      const field = one(`#f-group-${number}`, HTMLInputElement);
      return field !== undefined && digitsIn(field.value) === groups[number - 1];
    });
    wrongGroup(!isRight);
    if (!isRight) one(`#f-group-${asked[0]}`, HTMLInputElement)?.focus();
    if (!isRight || !chosen) return;
    await sendSealed(chosen, code, info).catch(() => {
      show(form);
      tell(['failed']);
    });
  };
  on('[data-share-seal]', press);
  confirmPart.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void press();
  });
}

/** Another language, or keeping it here: nothing that was chosen leaves this page by the way. */
function withoutFile(form: HTMLFormElement): void {
  for (const name of ['file', 'pasted']) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
  }
}

/** The sentences stand in the page already. */
function tell(wrong: readonly string[]): void {
  const summary = one('[data-share-wrong]', HTMLElement);
  if (!summary) return;
  for (const line of all('[data-wrong]')) line.hidden = !wrong.includes(line.dataset.wrong ?? '');
  summary.hidden = wrong.length === 0;
  if (wrong.length > 0) summary.focus();
}

function wrongGroup(isWrong: boolean): void {
  const told = one('[data-share-group-wrong]', HTMLElement);
  if (told) told.hidden = !isWrong;
  for (const field of all('[data-group] input')) field.setAttribute('aria-invalid', String(isWrong));
}

function twoOfNine(): readonly number[] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const at = first % 9;
  return [at + 1, ((at + 1 + (second % 8)) % 9) + 1];
}
