/** Requests to one page: as many as it takes (autocannon), or at a fixed rate. */
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

export type Page = { path: string; form?: string };

/** Enough that the server, not the line, is what is waited for. */
const connections = 16;
const pipelining = 4;

/** As a browser posts a form of the same site. */
const formHeaders = {
  'Content-Type': 'application/x-www-form-urlencoded',
  'Sec-Fetch-Site': 'same-origin',
  Origin: 'null',
};

/** Answered requests of `seconds` under full load. */
export async function saturate(
  url: string,
  { path, form }: Page,
  seconds: number,
): Promise<{ requests: number; seconds: number }> {
  const result = await autocannon({
    url: url + path,
    duration: seconds,
    connections,
    pipelining,
    ...(form === undefined ? {} : { method: 'POST', body: form, headers: formHeaders }),
  });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${path}: ${result.errors} errors, ${result.non2xx} not 2xx`);
  return { requests: result['2xx'], seconds: result.duration };
}

/**
 * Latencies in ms at `rate` per second. Each request leaves when it is due, whether or not earlier ones were answered, so
 * a slow answer hides nothing. (autocannon sends the whole second's requests in one burst, and counts whole ms.)
 */
export async function paced(url: string, page: Page, rate: number, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const running: Promise<number>[] = [];
  const begun = performance.now();
  const total = Math.round(rate * seconds);
  while (running.length < total) {
    const due = Math.min(total, ((performance.now() - begun) / 1000) * rate);
    while (running.length < due) running.push(latency(url, page, agent));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const latencies = await Promise.all(running);
  agent.destroy();
  return latencies.slice(Math.floor(total / 5)); // the first fifth opens connections
}

function latency(url: string, { path, form }: Page, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sent = performance.now();
  const options = form === undefined ? { agent } : { agent, method: 'POST', headers: formHeaders };
  request(url + path, options, (response) => {
    if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
    response.resume().on('end', () => resolve(performance.now() - sent));
  })
    .on('error', reject)
    .end(form);
  return promise;
}
