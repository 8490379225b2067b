// @ts-check
/** Comforts that every page can do without. */

/** @type {(selector: string) => HTMLElement[]} */
const all = (selector) => Array.from(document.querySelectorAll(selector));

/** @type {WeakSet<Element>} */
const bound = new WeakSet();
/** Those that no script of this file knows yet: a page of the device may come back as it was left. */
/** @type {(selector: string) => HTMLElement[]} */
const fresh = (selector) => all(selector).filter((one) => !bound.has(one) && bound.add(one));

/** On the device a page takes the place of another without a load, and `proverka:page` tells of it. */
document.addEventListener('proverka:page', begin);
begin();
function begin() {
  for (const exit of fresh('a[data-exit]')) exit.addEventListener('click', leaveAtOnce);
  ask();
  for (const field of fresh('[data-max]')) count(/** @type {HTMLInputElement} */ (field));
  for (const button of fresh('[data-copy]')) offerCopy(button);
  for (const text of fresh('[data-link="here"] textarea'))
    complete(/** @type {HTMLTextAreaElement} */ (text));
  for (const form of fresh('form[data-clear]')) form.addEventListener('submit', clearHere);
  for (const done of fresh('[data-cleared]:not([hidden])')) void erase(done);
  fresh('[data-focus]')[0]?.focus();
}

/** The way out: nothing typed is left behind for the back button, and nothing in the tab. */
function leave() {
  const [exit] = all('a[data-exit]');
  const alone = !navigator.onLine || location.protocol === 'file:';
  const away = (!alone && exit?.getAttribute('href')) || 'about:blank';
  document.dispatchEvent(new Event('proverka:exit')); // the program of the device forgets, and does not ask to stay
  stop();
  emptyStorage();
  history.replaceState(null, '');
  for (const field of all('input, textarea')) Object.assign(field, { value: '', checked: false });
  document.body.replaceChildren();
  location.replace(away);
}
/** @param {Event} event */
function leaveAtOnce(event) {
  event.preventDefault();
  leave();
}

function emptyStorage() {
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {} // forbidden to this page, so nothing was stored
}

/** Everything that a script can erase; true where it looked and found nothing left. */
async function emptied() {
  emptyStorage();
  try {
    const store = 'caches' in window ? caches : undefined;
    const workers = navigator.serviceWorker;
    for (const name of (await store?.keys()) ?? []) await store?.delete(name);
    for (const worker of (await workers?.getRegistrations()) ?? []) await worker.unregister();
    for (const { name } of (await indexedDB.databases?.()) ?? []) if (name) await dropped(name);
    const left = [await store?.keys(), await workers?.getRegistrations(), await indexedDB.databases?.()];
    return left.every((found) => !found?.length) && sessionStorage.length + localStorage.length === 0;
  } catch {
    return false;
  }
}

/** @param {string} name */
function dropped(name) {
  const asked = indexedDB.deleteDatabase(name);
  return new Promise((done) => {
    for (const end of ['success', 'error', 'blocked']) asked.addEventListener(end, done);
  });
}

/** Says how it went where the page tells that it is done. @param {HTMLElement} done */
async function erase(done) {
  const how = (await emptied()) ? '[data-cleared-well]' : '[data-cleared-badly]';
  for (const told of done.querySelectorAll(how)) told.removeAttribute('hidden');
}

/** On the device no server erases anything: the program forgets the answers and empties the page, which then says so. */
/** @param {Event} event */
function clearHere(event) {
  event.preventDefault();
  const page = [...document.body.childNodes];
  document.dispatchEvent(new Event('proverka:exit'));
  document.body.replaceChildren(...page);
  if (event.target instanceof HTMLElement) event.target.hidden = true;
  for (const done of fresh('[data-cleared]')) {
    done.hidden = false;
    done.tabIndex = -1;
    done.focus();
    void erase(done);
  }
}

/** Shift three times within five seconds; not one that makes a capital or switches the layout. */
let alone = false;
/** @type {number[]} */
let presses = [];
addEventListener('keydown', ({ key, altKey, ctrlKey }) => {
  alone = key === 'Shift' && !altKey && !ctrlKey;
  if (!alone) presses = [];
});
addEventListener('keyup', ({ key, timeStamp }) => {
  if (key !== 'Shift' || !alone) return;
  presses = [...presses.filter((at) => timeStamp - at < 5000), timeStamp];
  if (presses.length === 3) leave();
});

/** Before you begin: an answer takes away the advice that it rules out; what is unanswered stays in sight. */
document.addEventListener('change', advise);
addEventListener('pageshow', advise);
function ask() {
  for (const questions of fresh('[data-questions]')) {
    questions.hidden = false;
    for (const field of questions.querySelectorAll('input')) field.autocomplete = 'off';
  }
  advise();
}
function advise() {
  if (!document.querySelector('[data-questions]')) return;
  /** @type {(name: string, ...values: string[]) => boolean | undefined} */
  const when = (name, ...values) => {
    const given = document.querySelector(`[name="${name}"]:checked`)?.getAttribute('value');
    return given ? values.includes(given) : undefined;
  };
  const abroad = when('filedFrom', 'abroad');
  const caucasus = when('q-caucasus', 'yes');
  const close = when('q-role', 'witness', 'relative', 'victim');
  const foreigner = when('q-citizen', 'no');
  const others = [abroad, caucasus, close, foreigner];
  const goOn = others.includes(true) ? false : others.every((one) => one === false) || undefined;
  /** @type {Record<string, boolean | undefined>} */
  const fits = { 'go-on': goOn, abroad, caucasus, close, foreigner };
  for (const section of all('[data-advice]')) {
    const fit = fits[section.dataset.advice ?? ''];
    section.hidden = fit === false;
    section.classList.toggle('fits', fit === true);
  }
  const stop = Boolean(caucasus || close);
  for (const area of all('[data-advice-area]')) area.classList.toggle('stop', stop);
  for (const button of all('.buttons [value="next"]')) button.classList.toggle('secondary', stop);
}

/** Length beside its limit; read aloud only near the limit, when typing pauses. @param {HTMLInputElement} field */
function count(field) {
  const max = Number(field.dataset.max);
  const shown = document.createElement('span');
  const spoken = document.createElement('span');
  shown.setAttribute('aria-hidden', 'true');
  spoken.setAttribute('aria-live', 'polite');
  spoken.className = 'unseen';
  document.getElementById(`${field.id}-limit`)?.append(' ', shown, spoken);
  let pause = 0;
  const show = () => {
    const used = field.value.length;
    const text = `${used} / ${max}`;
    shown.textContent = text;
    shown.classList.toggle('over', used > max);
    clearTimeout(pause);
    pause = setTimeout(() => spoken.replaceChildren(used > max * 0.9 ? text : ''), 1000);
  };
  field.addEventListener('input', show);
  show();
}

/** @param {HTMLElement} button */
function offerCopy(button) {
  const text = document.getElementById(button.dataset.copy ?? '');
  const done = button.parentElement?.querySelector('[data-copied]');
  if (!(text instanceof HTMLTextAreaElement) || !(done instanceof HTMLElement)) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    text.focus();
    text.select();
    if (!document.execCommand('copy')) await navigator.clipboard.writeText(text.value);
    button.focus();
    done.hidden = false;
  });
}

/** A page made inside the tab, or behind a proxy, does not know its own address. @param {HTMLTextAreaElement} link */
function complete(link) {
  if (!location.protocol.startsWith('http')) return;
  link.value = location.origin + link.value.replace(/^https?:\/\/[^/]*/, '');
}
