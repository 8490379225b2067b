/** The real program: it starts or says why not, tells nothing of anybody, and stops when told to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bodyOf } from './support/site.ts';
import { canary, canaryBody, traceIn } from './web/canary.ts';

const main = join(import.meta.dirname, '../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'proverka-start-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

type Program = { child: ChildProcess; said: () => string; exit: Promise<number | null> };

function launch(environment: Record<string, string>, ...flags: string[]): Program {
  const child = spawn(process.execPath, [...flags, main], { env: environment, cwd: folder });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += String(data);
    });
  const exit = once(child, 'close').then(([code]: (number | null)[]) => {
    running.delete(child);
    return code ?? null;
  });
  return { child, said: () => said, exit };
}

/** Started and listening, with its address. */
async function start(environment: Record<string, string> = {}, ...flags: string[]) {
  const program = launch({ PORT: '0', DATA_DIR: join(folder, 'data'), ...environment }, ...flags);
  for (;;) {
    const port = /^Proverka: http:\/\/127\.0\.0\.1:(\d+)$/m.exec(program.said())?.[1];
    if (port) return { ...program, port: Number(port), url: `http://127.0.0.1:${port}` };
    if (program.child.exitCode !== null) throw new Error(`not started: ${program.said()}`);
    await new Promise((next) => setTimeout(next, 10));
  }
}

/** A connection that gathers what it is told. */
async function open(
  port: number,
  text: string,
): Promise<{ socket: Socket; heard: () => string; closed: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => {
    heard += String(data);
  });
  socket.on('error', () => {}); // a server that stops may hang up
  const closed = new Promise((done) => socket.once('close', done));
  await once(socket, 'connect');
  socket.write(text);
  return { socket, heard: () => heard, closed };
}

const post = (body: string, headers = '') =>
  `POST /ru/online/name HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n${headers}\r\n`;
/** Answered as soon as the server has read so far. */
const askFirst = 'Expect: 100-continue\r\n';

/** The register is made empty at the start; nothing else is written, and nothing of a person into it. */
function expectOnlyTheRegister(): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  expect(files.filter((name) => !/^data\/register\.db(?:-wal|-shm)?$/.test(name))).toEqual([]);
  for (const name of files) expect(traceIn(readFileSync(join(folder, name), 'utf8')), name).toBeUndefined();
}

describe.concurrent('the program is told to stop', () => {
  it('answers the request in flight, takes no other, and ends well', async ({ expect }) => {
    const { child, port, exit } = await start();
    const asking = await open(port, `${post('move=stay', askFirst)}move`);
    await expect.poll(asking.heard).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    child.kill('SIGTERM');
    const tryAgain = () =>
      open(port, '').then(
        ({ socket }) => {
          socket.destroy();
          return 'taken';
        },
        () => 'refused',
      );
    await expect.poll(tryAgain).toBe('refused');
    asking.socket.write('=stay');
    await asking.closed;
    expect(asking.heard()).toMatch(/\r\n\r\nHTTP\/1\.1 200 /);
    expect(asking.heard()).toMatch(/<\/html>/);
    expect(await exit).toBe(0);
  });

  it('and does not wait for ever for people who say nothing, or never finish', async ({ expect }) => {
    const { child, port, exit } = await start();
    for (const text of ['', 'GET /ru HTT']) await open(port, text);
    const asking = await open(port, `${post('move=stay', askFirst)}move`);
    await expect.poll(asking.heard).toContain('100 Continue'); // came last: the others are there too
    child.kill('SIGINT');
    expect(await exit).toBe(0);
  });
});

describe.concurrent('the program refuses to start', () => {
  it('with every variable that has to be mended, and without its value', async () => {
    const values = {
      PORT: 'Canary',
      HOST: 'Canary Canary',
      PUBLIC_URL: 'https://example.org/?Canary',
      OPERATOR_NAME: ' ',
      OPERATOR_CONTACT: 'Canary'.repeat(50),
    };
    const { said, exit } = launch(values);
    expect(await exit).toBe(1);
    for (const name of Object.keys(values)) expect(said()).toMatch(new RegExp(`^${name}: `, 'm'));
    expect(traceIn(said())).toBeUndefined();
    expect(said()).not.toMatch(/^\s+at /m);
  });

  it('on a port that is taken, and names the variable', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const { said, exit } = launch({ PORT: String(typeof address === 'object' ? address?.port : 0) });
    expect(await exit).toBe(1);
    taken.close();
    expect(said()).toContain('PORT');
    expect(said(), 'a sentence, not a stack').not.toMatch(/^\s+at /m);
  });

  it('on a host that this machine has not, and names the variable', async () => {
    const { said, exit } = launch({ PORT: '0', HOST: '203.0.113.7' });
    expect(await exit).toBe(1);
    expect(said()).toContain('HOST');
    expect(said()).not.toMatch(/^\s+at /m);
  });
});

it('the program says its address and nothing else while people use it', async () => {
  const { child, said, exit, url, port } = await start();
  const { lastName, firstName, address, latin } = canary;
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const valid = bodyOf('crime-report-media', { applicant: { lastName, firstName, address } });
  const answers = [
    await fetch(`${url}/healthz?name=${latin}`),
    await fetch(`${url}/api/complaints`, { ...json, body: JSON.stringify(valid) }),
    await fetch(`${url}/api/complaints`, { ...json, body: JSON.stringify(canaryBody('crime-report-media')) }),
    await fetch(`${url}/api/complaints`, { ...json, body: `{"a": ${lastName}` }),
    await fetch(`${url}/api/complaints`, { method: 'POST', body: lastName }),
    await fetch(`${url}/${latin}?name=${encodeURIComponent(lastName)}`),
    await fetch(`${url}/ru/online/name`, {
      method: 'POST',
      body: new URLSearchParams({ 'applicant.lastName': lastName }),
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 400, 415, 404, 422]);
  for (const text of [
    `${latin} /${latin} HTTP/9\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${latin} ${latin}\r\n\r\n`,
    `${post('x'.repeat(99))}${latin}`,
  ]) {
    const { socket } = await open(port, text);
    await new Promise((next) => setTimeout(next, 50));
    socket.destroy();
  }
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(said()).toBe(`Proverka: ${url}\n`);
  expectOnlyTheRegister();
});

it('a crash leaves one line with the route, and nothing of the person it happened to', async () => {
  const { child, said, exit, url } = await start(
    {},
    '--import',
    join(import.meta.dirname, 'web/break-rendering.ts'),
  );
  const { lastName, firstName, address, latin } = canary;
  const valid = bodyOf('crime-report-media', { applicant: { lastName, firstName, address } });
  const response = await fetch(`${url}/api/complaints?name=${latin}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(valid),
  });
  expect(response.status).toBe(500);
  expect(traceIn(await response.text())).toBeUndefined();
  child.kill('SIGTERM');
  await exit;
  const [, line = '', ...rest] = said().trim().split('\n');
  expect(rest).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({ route: 'POST /api/complaints' });
  expect(traceIn(said())).toBeUndefined();
  expectOnlyTheRegister();
});
