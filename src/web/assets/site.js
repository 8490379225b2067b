// @ts-check
/** Comforts that every page can do without. */

/** @type {(selector: string) => HTMLElement[]} */
const all = (selector) => Array.from(document.querySelectorAll(selector));

/** The way out: nothing typed is left behind for the back button. */
const [exit] = all('a[data-exit]');
function leave() {
  location.replace(exit?.getAttribute('href') ?? '/');
  for (const field of all('input, textarea')) Object.assign(field, { value: '', checked: false });
  document.body.replaceChildren();
}
exit?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

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
const [questions] = all('[data-questions]');
if (questions) {
  questions.hidden = false;
  for (const field of questions.querySelectorAll('input')) field.autocomplete = 'off';
  advise();
  document.addEventListener('change', advise);
  addEventListener('pageshow', advise);
}
function advise() {
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

/** Length beside its limit; read aloud only near the limit, when typing pauses. */
for (const field of /** @type {HTMLInputElement[]} */ (all('[data-max]'))) {
  const max = Number(field.dataset.max);
  const shown = document.createElement('span');
  const spoken = document.createElement('span');
  shown.setAttribute('aria-hidden', 'true');
  spoken.setAttribute('aria-live', 'polite');
  spoken.className = 'unseen';
  document.getElementById(`${field.id}-limit`)?.append(' ', shown, spoken);
  let pause = 0;
  const count = () => {
    const used = field.value.length;
    const text = `${used} / ${max}`;
    shown.textContent = text;
    shown.classList.toggle('over', used > max);
    clearTimeout(pause);
    pause = setTimeout(() => spoken.replaceChildren(used > max * 0.9 ? text : ''), 1000);
  };
  field.addEventListener('input', count);
  count();
}

for (const button of all('[data-copy]')) {
  const text = document.getElementById(button.dataset.copy ?? '');
  const done = button.parentElement?.querySelector('[data-copied]');
  if (!(text instanceof HTMLTextAreaElement) || !(done instanceof HTMLElement)) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    text.focus();
    text.select();
    if (!document.execCommand('copy')) await navigator.clipboard.writeText(text.value);
    button.focus();
    done.hidden = false;
  });
}

all('[data-focus]')[0]?.focus();
