/**
 * Sealing and opening a case file, or what a helper hands over, in the browser, in the format of age (age-encryption.org/v1). Nothing is sent anywhere:
 * the pages forbid every connection but the form's own. Without this script the pages still work, unsealed.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { bytesIn, contentOf, isSealed, linkWith } from './link.ts';

/** 2^16 rounds of scrypt need 64 MB: an old phone has them. The age command takes up to 2^22. */
const workFactor = 16;
/** What the age command itself writes. */
const mostWork = 18;
const shortest = 12;

const one = <T extends HTMLElement>(selector: string, type: new () => T): T | undefined => {
  const found = document.querySelector(selector);
  return found instanceof type ? found : undefined;
};
/** Lets the browser show what was unhidden before a second of counting. */
const painted = () => new Promise((done) => setTimeout(done, 50));

/** Parts of pages that were offered already: one that comes back into sight keeps what it was given. */
const offered = new WeakSet<HTMLElement>();
offer();
document.addEventListener('proverka:page', offer); // on the person's own device one page takes the place of another

function offer(): void {
  const seal = one('[data-seal]', HTMLElement);
  const given = one('input[name="case"], input[data-seal-text]', HTMLInputElement);
  if (seal && given && isNew(seal)) offerSealing(seal, given);
  const unseal = one('[data-unseal]', HTMLElement);
  const file = one('input[type="file"]', HTMLInputElement);
  const pasted = one('[name="pasted"]', HTMLTextAreaElement);
  if (unseal && file?.form && pasted && isNew(unseal)) offerOpening(unseal, file, pasted, file.form);
}

function isNew(part: HTMLElement): boolean {
  const known = offered.has(part);
  offered.add(part);
  return !known;
}

function offerSealing(section: HTMLElement, held: HTMLInputElement): void {
  const phrase = one('#f-seal', HTMLInputElement);
  const button = one('[data-seal-button]', HTMLButtonElement);
  const short = one('[data-seal-short]', HTMLElement);
  const busy = one('[data-seal-busy]', HTMLElement);
  const done = one('[data-seal-done]', HTMLElement);
  if (!phrase || !button || !short || !busy || !done) return;
  section.hidden = false;
  one('[data-suggest]', HTMLElement)?.addEventListener('click', () => {
    phrase.value = suggestion();
    phrase.select();
  });
  phrase.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // the form itself would send the case, not seal it
    button.click();
  });
  const press = async (make: (encrypter: Encrypter) => Promise<void>) => {
    short.hidden = phrase.value.length >= shortest;
    phrase.toggleAttribute('aria-invalid', !short.hidden);
    if (!short.hidden) return phrase.focus();
    busy.hidden = false;
    done.hidden = true;
    button.disabled = true;
    await painted();
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(workFactor);
    encrypter.setPassphrase(phrase.value);
    await make(encrypter);
    busy.hidden = true;
    button.disabled = false;
  };
  button.addEventListener('click', () =>
    press(async (encrypter) => {
      const text = `${JSON.stringify(JSON.parse(held.value), null, 2)}\n`;
      download(await encrypter.encrypt(text), `${section.dataset.name ?? 'case.json'}.age`);
      done.hidden = false;
    }),
  );
  one('[data-seal-link]', HTMLButtonElement)?.addEventListener('click', () => press(sealLink));
}

/** What the plain link of the page holds, behind a seal. */
async function sealLink(encrypter: Encrypter): Promise<void> {
  const plain = one('[data-link] textarea', HTMLTextAreaElement);
  const sealed = one('[data-sealed-link] textarea', HTMLTextAreaElement);
  const shown = one('[data-sealed-link]', HTMLElement);
  const bytes = plain && bytesIn(plain.value);
  if (!bytes || !sealed || !shown) return;
  sealed.value = linkWith(plain.value, await encrypter.encrypt(bytes));
  shown.hidden = false;
  sealed.focus();
}

function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Twenty characters, a hundred bits; none that is mistaken for another when copied by hand. */
function suggestion(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const random = crypto.getRandomValues(new Uint8Array(20));
  const all = [...random].map((byte) => letters[byte % letters.length]).join('');
  return all.replace(/.{5}(?=.)/g, '$&-');
}

/** A file made to seize the phone: opening it would take more memory than a page may. */
function asksTooMuch(sealed: Uint8Array): boolean {
  const head = new TextDecoder().decode(sealed.slice(0, 200));
  return Number(/^-> scrypt \S+ (\d+)$/m.exec(head)?.[1] ?? 0) > mostWork;
}

function offerOpening(
  section: HTMLElement,
  chosen: HTMLInputElement,
  text: HTMLTextAreaElement,
  form: HTMLFormElement,
): void {
  const phrase = one('#f-unseal', HTMLInputElement);
  const wrong = one('[data-unseal-wrong]', HTMLElement);
  const busy = one('[data-unseal-busy]', HTMLElement);
  if (!phrase || !wrong || !busy) return;
  let sealed: Uint8Array | undefined;
  const look = (bytes: Uint8Array | undefined) => {
    sealed = bytes && isSealed(bytes) ? bytes : undefined;
    section.hidden = sealed === undefined;
    if (sealed) phrase.focus();
  };
  chosen.addEventListener('change', async () =>
    look(new Uint8Array((await chosen.files?.[0]?.arrayBuffer()) ?? new ArrayBuffer(0))),
  );
  text.addEventListener('input', () => look(bytesIn(text.value)));
  if (text.value !== '') look(bytesIn(text.value));
  form.addEventListener('submit', async (event) => {
    if (!sealed) return;
    event.preventDefault();
    wrong.hidden = !asksTooMuch(sealed);
    if (!wrong.hidden) return;
    busy.hidden = false;
    await painted();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(phrase.value);
    try {
      text.value = contentOf(await decrypter.decrypt(sealed));
    } catch {
      wrong.hidden = false;
      phrase.focus();
      return;
    } finally {
      busy.hidden = true;
    }
    chosen.value = '';
    sealed = undefined;
    form.requestSubmit(one('[data-open]', HTMLButtonElement));
  });
}
