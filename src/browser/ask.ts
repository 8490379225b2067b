/** A page asked for without a network: a request goes to the same routes as on the server, inside this page. */
import type { Hono } from 'hono';

/** What came back: a page to show, a file to save, or a paper to look at and print. */
export type Answer =
  | { kind: 'page'; html: string }
  | { kind: 'paper'; html: string }
  | { kind: 'file'; name: string; content: Blob };

export type Question = {
  path: string;
  body?: URLSearchParams | FormData;
  /** It came with the address: nobody has answered anything yet. */
  arrived?: true;
};

/** An address that no machine has (RFC 2606): a request needs one, and this one is never asked. */
const nowhere = 'http://device.invalid';

/** Undefined for an address that these pages do not have. */
export async function ask(app: Hono, { path, body }: Question): Promise<Answer | undefined> {
  const request = new Request(nowhere + path, body ? { method: 'POST', body } : {});
  const response = await app.fetch(request);
  const moved = response.headers.get('Location');
  if (moved !== null) return ask(app, { path: moved });
  if (response.status === 404) return undefined;
  const disposition = response.headers.get('Content-Disposition');
  if (disposition === null) return { kind: 'page', html: await response.text() };
  if (disposition === 'inline') return { kind: 'paper', html: await response.text() };
  const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'file';
  return { kind: 'file', name, content: await response.blob() };
}
