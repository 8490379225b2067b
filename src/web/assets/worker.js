// @ts-check
/// <reference lib="webworker" />
/**
 * Keeps the program of /write on the device, and nothing else: its page, the scripts and styles that the page names, its
 * manifest. No other page, no form, no address with a question in it, no answer. It listens to nobody. The server writes
 * `kept` in front: the addresses to keep, those of the whole program, the name of the store, and the page that says that something is not here.
 */

/** @type {{ store: string, addresses: string[], known: string[], page: string, missing: Record<string, string> }} */
const { store, addresses, known, page, missing } = /** @type {any} */ (self).kept; // set by the line that the server wrote
/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);

/** Milliseconds that the network may take where the program is kept already. */
const patience = 3000;

worker.addEventListener('install', (event) => event.waitUntil(keepProgram()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (addresses.includes(pathname + search)) event.respondWith(heldFirst(request, pathname + search));
  else if (search === '' && /^\/[a-z]{2}\/write$/.test(pathname))
    event.respondWith(freshFirst(event, pathname));
  else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => notHere(pathname)));
});

/** All of it or nothing: half a program would not start, and what a hotel or a provider answers in its name is none. */
async function keepProgram() {
  const all = await Promise.all([page, ...addresses].map(fetched));
  const cache = await caches.open(store);
  for (const { address, answer } of all) await cache.put(address, answer);
}

/** @type {(address: string) => Promise<{ address: string, answer: Response }>} */
async function fetched(address) {
  const answer = await fetch(new Request(address, { credentials: 'omit' }));
  if (!(await isAsNamed(address, answer.clone()))) throw new TypeError('not a part of the program');
  return { address, answer };
}

/** Addresses of assets begin with the SHA-256 of what they hold. @type {(address: string, answer: Response) => Promise<boolean>} */
async function isAsNamed(address, answer) {
  if (address === page) return isPage(answer);
  if (!isFrom(answer, address.startsWith('/assets/') ? '' : 'application/manifest+json')) return false;
  const [, version] = /^\/assets\/([0-9a-f]+)\//.exec(address) ?? [];
  if (version === undefined) return true;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .startsWith(version);
}

/** The page of a program may send nothing, and says so; what may send is another page. @type {(answer: Response) => boolean} */
function isPage(answer) {
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  const closed = ["connect-src 'none'", "form-action 'none'"].every((one) => policy.includes(one));
  return closed && isFrom(answer, 'text/html');
}

/** This site's own answer, at its own address. @type {(answer: Response, type: string) => boolean} */
function isFrom({ ok, redirected, type: from, headers }, type) {
  return ok && !redirected && from === 'basic' && (headers.get('Content-Type') ?? '').startsWith(type);
}

async function forgetOlder() {
  for (const name of await caches.keys()) if (name !== store) await caches.delete(name);
}

/** @type {(address: string) => Promise<Response | undefined>} */
const held = (address) => caches.match(address, { cacheName: store, ignoreVary: true });

/** Names of assets change with their content, so what is held is never out of date. */
/** @type {(request: Request, address: string) => Promise<Response>} */
async function heldFirst(request, address) {
  return (await held(address)) ?? fetch(request);
}

/** The page as the server has it today; where that fails, takes too long or is another's page, as it was kept. */
/** @type {(event: FetchEvent, path: string) => Promise<Response>} */
async function freshFirst(event, path) {
  const before = await held(path);
  const asked = fetch(event.request);
  if (!before) return asked.catch(() => notHere(path));
  const late = new Promise((done) => setTimeout(done, patience));
  /** @type {Response | undefined} */
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  asked.catch(() => {}); // too late to matter
  if (!answer || !isPage(answer)) return before;
  event.waitUntil(renew(path, answer.clone()));
  return answer;
}

/** A page of a newer program is left to the newer worker, which keeps its scripts too. */
/** @type {(path: string, answer: Response) => Promise<void>} */
async function renew(path, answer) {
  const named = (await answer.clone().text()).match(/\/assets\/[\w./-]+/g) ?? [];
  const ours = named.length > 0 && named.every((address) => known.includes(address));
  if (ours && (await caches.has(store))) await (await caches.open(store)).put(path, answer);
}

/** @type {(path: string) => Response} */
function notHere(path) {
  const text = missing[path.slice(1, 3)] ?? missing.ru;
  return new Response(text, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  });
}
