// @ts-check
/** While the program of /write is still loading: a press is remembered, and the program does it when it has come. */
const { dataset } = document.documentElement;
document.addEventListener('submit', (event) => {
  if (dataset.ready !== undefined) return;
  event.preventDefault();
  for (const note of document.querySelectorAll('[data-waiting]')) note.classList.add('caution');
  for (const button of document.querySelectorAll('[data-pressed]')) button.removeAttribute('data-pressed');
  event.submitter?.setAttribute('data-pressed', '');
});
for (const key of ['input', 'change'])
  document.addEventListener(key, () => {
    dataset.begun = ''; // the program loads nothing after this
  });
