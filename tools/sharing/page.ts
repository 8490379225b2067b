/**
 * Sharing a case from the browser: it is read here, its code is made and stretched here, and it is sealed here. The form
 * that is sent holds public facts, the hash that finds the record, the filer's public key and the sealed text.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseFile } from '#domain/case/case-file.ts';
import { asPhones, digitsIn, groupsOf, makeCaseCode } from '#domain/register/case-code.ts';
import { type CaseToShare, caseToShare, withoutPerson } from '#domain/register/case-to-share.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import { codeKeys, type Stretch, seal, stretchCost } from '#sealing/sealing.ts';
import { type Names, readCase } from './read-case.ts';

type Organisation = { key: string; recipient: string; refused: boolean };
type Info = Names & {
  salt: string;
  today: string;
  templates: string[];
  authorities: string[];
  organisations: Organisation[];
};
type Chosen = {
  organisation: Organisation;
  filedFrom: 'russia' | 'abroad';
  facts: SealedFacts;
  shared: CaseToShare;
};

const one = <T extends HTMLElement>(selector: string, type: new () => T): T | undefined => {
  const found = document.querySelector(selector);
  return found instanceof type ? found : undefined;
};
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const painted = () => new Promise((done) => setTimeout(done, 50));
const stretch: Stretch = (secret, salt, bytes) =>
  scryptAsync(utf8ToBytes(secret), salt, { ...stretchCost, dkLen: bytes });

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

  form.addEventListener('submit', async (event) => {
    const isGo = event.submitter instanceof HTMLElement && event.submitter.dataset.shareGo !== undefined;
    const isEnter = event.submitter?.className === 'first-submit' && form.action.endsWith('/code');
    if (event.defaultPrevented) return; // sealing.js opens the file first
    if (!isGo && !isEnter) return withoutFile(form);
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

/** What the person chose and the case, or what has to be mended. */
async function choose(form: HTMLFormElement, info: Info): Promise<Chosen | string[]> {
  const data = new FormData(form);
  const file = data.get('file');
  const typed = (name: string) => String(data.get(name) ?? '').trim();
  const given =
    typed('case') || (file instanceof File && file.size > 0 ? await file.text() : typed('pasted'));
  const read = readCase(given, info);
  const organisation = info.organisations.find(({ key }) => key === data.get('organisation'));
  const wrong: string[] = read.ok ? [] : [read.wrong];
  if (!organisation) wrong.push('organisation');
  if (isTooLong(form)) wrong.push('long');
  if (!read.ok || !organisation || wrong.length > 0) return wrong;
  const filedFrom = read.value.filings.some((one) => one.filedFrom === 'russia') ? 'russia' : 'abroad';
  if (organisation.refused && filedFrom === 'russia') return ['refused'];
  const shared = shareable(read.value, data.get('named') === 'yes', info);
  if (shared.facts.length === 0) return ['not-filed'];
  const [region, contact, note] = [oneLine(typed('region')), oneLine(typed('contact')), typed('note')];
  const facts: SealedFacts = {
    format: 'sealed-facts',
    version: 1,
    case: shared.kept,
    ...(region && { region }),
    ...(contact && { contact }),
    notes: note ? [{ day: info.today, text: note }] : [],
    scans: [],
  };
  return { organisation, filedFrom, shared, facts };
}

function shareable(kept: CaseFile, named: boolean, { templates, authorities }: Info): CaseToShare {
  const library = { templates: new Set(templates), authorities: new Set(authorities) };
  return caseToShare(library, named ? kept : withoutPerson(kept));
}

async function sendSealed(
  { organisation, filedFrom, shared, facts }: Chosen,
  code: string,
  { salt }: Info,
): Promise<void> {
  const form = one('[data-share-sealed]', HTMLFormElement);
  const busy = one('[data-share-sealing]', HTMLElement);
  const button = one('[data-share-seal]', HTMLButtonElement);
  if (!form || !busy || !button) return;
  busy.hidden = false;
  button.disabled = true;
  await painted();
  try {
    const keys = await codeKeys(stretch, code, hexToBytes(salt));
    const sealed = await seal(JSON.stringify(facts), [organisation.recipient, keys.recipient]);
    const fields = {
      organisation: organisation.key,
      filedFrom,
      finder: bytesToHex(sha256(utf8ToBytes(keys.finder))),
      recipient: keys.recipient,
      facts: JSON.stringify(shared.facts),
      sealed,
    };
    for (const [name, value] of Object.entries(fields)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.submit();
  } finally {
    busy.hidden = true;
    button.disabled = false;
  }
}

/** Another language, or keeping it here: nothing that was chosen leaves this page by the way. */
function withoutFile(form: HTMLFormElement): void {
  for (const name of ['file', 'pasted']) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
  }
}

function isTooLong(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>('[data-max]')].some(
    (field) => field.value.length > Number(field.dataset.max),
  );
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
}

function fill(selector: string, texts: readonly string[]): void {
  for (const [at, place] of all(selector).entries()) place.textContent = texts[at] ?? '';
}

function on(selector: string, act: () => unknown): void {
  one(selector, HTMLButtonElement)?.addEventListener('click', () => void act());
}

function twoOfNine(): readonly number[] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const at = first % 9;
  return [at + 1, ((at + 1 + (second % 8)) % 9) + 1];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
