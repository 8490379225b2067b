/** Nobody can fill the memory: more than a megabyte is refused on every route, with and without a declared length. */
import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, openService, postForm, postJson } from '../support/site.ts';

const { app } = openService();
const limit = 1024 * 1024;
const routes = ['/api/complaints', '/api/nowhere', '/ru/online/name', '/en/online/file', '/nowhere', '/'];

/** A body in pieces, as a program sends that does not say how long it will be. */
function inPieces(size: number): ReadableStream<Uint8Array> {
  const piece = new TextEncoder().encode('x'.repeat(64 * 1024));
  let left = size;
  return new ReadableStream({
    pull: (controller) => {
      if (left <= 0) return controller.close();
      controller.enqueue(piece.subarray(0, Math.min(left, piece.length)));
      left -= piece.length;
    },
  });
}

describe.each(routes)('somebody who sends more than a megabyte to %s is refused', (path) => {
  const headers = { 'Content-Type': 'application/json' };

  it('where the length is declared', async () => {
    const declared = { ...headers, 'Content-Length': String(limit + 1) };
    const response = await app.request(path, {
      method: 'POST',
      headers: declared,
      body: 'x'.repeat(limit + 1),
    });
    expect(response.status).toBe(413);
  });

  it('where it is not', async () => {
    const init = {
      method: 'POST',
      headers,
      body: inPieces(limit + 1),
      duplex: 'half',
    } satisfies RequestInit & {
      duplex: 'half';
    };
    expect((await app.request(path, init)).status).toBe(413);
  });
});

it('somebody whose answers are too large reads what to do, in their language', async () => {
  const response = await postForm(app, '/en/online/name', 'x'.repeat(limit + 1));
  expect(response.status).toBe(413);
  const page = await response.text();
  expect(page).toContain('<html lang="en"');
  expect(page).toContain('one megabyte');
});

it('a program with a full megabyte is heard', async () => {
  const body = JSON.stringify(bodyOf('crime-report-media'));
  expect((await postJson(app, body + ' '.repeat(limit - new TextEncoder().encode(body).length))).status).toBe(
    200,
  );
});

describe.each([
  '/ru/online/name',
  '/en/handover/open',
  '/ru/case',
  '/ru/share/code',
  '/en/desk/sign-in',
  '/ru/desk/register',
  '/ru/nowhere',
])('nobody holds up the others with fields without number, sent to %s', (path) => {
  it.each([
    ['application/x-www-form-urlencoded', 'a&'.repeat(500_000)],
    ['text/plain', 'a&'.repeat(500_000)],
    ['multipart/form-data; boundary=x', 'a&'.repeat(500_000)],
    [
      'multipart/form-data; boundary=x',
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(20_000)}--x--\r\n`,
    ],
  ])('as %s', async (type, body) => {
    const response = await postForm(app, path, body, {
      'Content-Type': type,
      'Sec-Fetch-Site': 'same-origin',
    });
    expect(response.status).toBe(413);
  });
});

it('a thousand fields are read', async () => {
  const response = await postForm(app, '/en/case', `${'a=b&'.repeat(1000)}pasted=nothing&move=open`);
  expect(response.status).toBe(422);
});

describe('over a real connection', () => {
  const { promise: port, resolve } = Promise.withResolvers<number>();
  const own = { Request, Response }; // a server puts its own in their place, for whatever runs after this file too
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  beforeAll(() => port);
  afterAll(() => {
    Object.assign(globalThis, own);
    return new Promise((done) => server.close(done));
  });

  /** Sends `text` and keeps sending `more`; resolves with what came back before the connection ended. */
  async function send(text: string, more: string, times: number): Promise<string> {
    const socket = connect(await port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('error', () => {}); // a server that has answered may hang up on the rest
    socket.write(text);
    for (let sent = 0; sent < times && !answer && !socket.destroyed; sent++) {
      socket.write(more);
      await new Promise((next) => setImmediate(next));
    }
    for (let waited = 0; !answer.includes('\r\n\r\n') && !socket.closed && waited < 200; waited++)
      await new Promise((next) => setTimeout(next, 10));
    socket.destroy();
    return answer;
  }

  const head = (rest: string) =>
    `POST /api/complaints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${rest}\r\n\r\n`;

  it('a declared length alone is enough to be refused', async () => {
    expect(await send(head(`Content-Length: ${10 * limit}`), '', 0)).toMatch(/^HTTP\/1\.1 413/);
  });

  it('a body without end is refused when it passes the limit', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    expect(await send(head('Transfer-Encoding: chunked'), chunk, 1000)).toMatch(/^HTTP\/1\.1 413/);
  });

  it.each(['Content-Length: -1', 'Content-Length: 5, 6', 'Content-Length: 5\r\nTransfer-Encoding: chunked'])(
    'a length that contradicts itself (%o) is refused',
    async (length) => {
      expect(await send(head(length), '{}', 1)).toMatch(/^HTTP\/1\.1 400/);
    },
  );
});
