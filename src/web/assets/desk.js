// @ts-check
/** The one-time token of a link stands behind #, where no server sees it: here it moves into the form and out of the address. */

function takeToken() {
  const token = location.hash.slice(1);
  const field = document.getElementById('f-token');
  if (!/^[0-9a-f]{64}$/.test(token) || !(field instanceof HTMLInputElement)) return;
  field.value = token;
  history.replaceState(null, '', location.pathname);
  for (const link of document.querySelectorAll('a[hreflang]'))
    if (link instanceof HTMLAnchorElement) link.hash = token;
}

takeToken();
addEventListener('hashchange', takeToken); // the link was put into the address of this page
