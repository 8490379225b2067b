/** Pages a second under full load and what one costs the processor; and how long a visitor waits at a modest fixed rate. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary } from '../../src/open-library.ts';
import { type Page, paced, saturate } from '../load.ts';
import { median, quantile, type Rounds, ratio, rotated } from '../measure.ts';
import { type Server, serve } from '../process.ts';
import { atLeast, figure, type Section } from '../section.ts';
import { bodies } from '../work/bodies.ts';
import { formOf } from '../work/forms.ts';
import type { Part } from './part.ts';

type Target = { label: string; server: Server; page: Page };
type Load = { rate: Rounds; cost: Rounds; busy: Rounds };

const plan = { rounds: 5, seconds: 3, pacedRounds: 2, pacedSeconds: 3 };
const get: Page = { path: '/ru/online' };

export const pages: Part = async (folder, say) => {
  await using product = await running('proverka', folder.path);
  writeFileSync(join(folder.path, 'page.html'), await (await fetch(product.url + get.path)).text());
  await using fixed = await running('static', folder.path);
  await using translating = await running('translating', folder.path);
  await sameBytes([product, fixed, translating]);
  const [body] = bodies(await openLibrary());
  if (!body) throw new Error('no body');
  const form = formOf(body);
  const targets = new Map<string, Target>([
    ['static', { label: 'static Hono route, the same bytes', server: fixed, page: get }],
    ['get', { label: '**Proverka**, GET /ru/online', server: product, page: get }],
    ['t', { label: 'the same page, `t()` of i18next for each label', server: translating, page: get }],
    [
      'post',
      {
        label: 'Proverka, POST of a step (to the sources)',
        server: product,
        page: { path: '/ru/online/episode', form },
      },
    ],
    [
      'check',
      { label: 'Proverka, POST to the preview', server: product, page: { path: '/ru/online/reply', form } },
    ],
  ]);
  say(`Pages: ${plan.rounds} rounds of ${plan.seconds} s on ${targets.size} pages`);
  const load = await loaded(targets);
  return [byLoad(targets, load), await byPace(targets, load, say)];
};

function byLoad(targets: ReadonlyMap<string, Target>, { rate, cost, busy }: Load): Section {
  const of = (rounds: Rounds, name: string) => figure(median(rounds.get(name) ?? []));
  return {
    title: 'Pages under full load',
    head: ['', 'requests/s', 'processor µs per request', 'share of a core the server used'],
    rows: [...targets].map(([name, { label }]) => [label, of(rate, name), of(cost, name), of(busy, name)]),
    goals: [
      atLeast('A form page, requests/s against a static Hono route', 0.4, ratio(rate, 'get', 'static')),
      atLeast('The same by processor time, which the load cannot limit', 0.4, ratio(cost, 'static', 'get')),
      atLeast('A form page, requests/s against `t()` per label', 8, ratio(rate, 'get', 't')),
    ],
    notes: [
      'The load comes from the same machine. Where the server used less than a core, the load was the limit; the time of the processor is not touched by that.',
    ],
  };
}

async function byPace(
  targets: ReadonlyMap<string, Target>,
  load: Load,
  say: (progress: string) => void,
): Promise<Section> {
  const quarter = (name: string) => Math.max(20, Math.round(median(load.rate.get(name) ?? []) / 4));
  const rates = {
    static: quarter('get'),
    get: quarter('get'),
    post: quarter('check'),
    check: quarter('check'),
  };
  say(`Pages at ${rates.get} and ${rates.check} requests/s`);
  const waits = new Map(Object.keys(rates).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < plan.pacedRounds; round++) {
    for (const [name, rate] of rotated(Object.entries(rates), round)) {
      const target = targets.get(name);
      if (!target) continue;
      waits.get(name)?.push(...(await paced(target.server.url, target.page, rate, plan.pacedSeconds)));
    }
  }
  return {
    title: 'Pages at a fixed rate, ms',
    head: ['', 'requests/s', 'p50', 'p99'],
    rows: Object.entries(rates).map(([name, rate]) => [
      targets.get(name)?.label ?? name,
      String(rate),
      figure(quantile(waits.get(name) ?? [], 0.5)),
      figure(quantile(waits.get(name) ?? [], 0.99)),
    ]),
    goals: [],
    notes: [
      'A quarter of what the page bears, and of what the dearer of the two posts bears. Each request leaves when it is due, whether or not earlier ones were answered.',
    ],
  };
}

async function loaded(targets: ReadonlyMap<string, Target>): Promise<Load> {
  const empty = () => new Map([...targets.keys()].map((name): [string, number[]] => [name, []]));
  const [rate, cost, busy] = [empty(), empty(), empty()];
  for (const { server, page } of targets.values()) await saturate(server.url, page, 1);
  for (let round = 0; round < plan.rounds; round++) {
    for (const [name, { server, page }] of rotated([...targets], round)) {
      const before = await server.cpu();
      const { requests, seconds } = await saturate(server.url, page, plan.seconds);
      const spent = (await server.cpu()) - before;
      rate.get(name)?.push(requests / seconds);
      cost.get(name)?.push(spent / requests);
      busy.get(name)?.push(spent / 1e6 / seconds);
    }
  }
  return { rate, cost, busy };
}

async function running(kind: string, folder: string): Promise<Server & AsyncDisposable> {
  const server = await serve(kind, folder);
  return { ...server, [Symbol.asyncDispose]: server.stop };
}

/** What is compared has to be the same page. */
async function sameBytes(servers: readonly Server[]): Promise<void> {
  const texts = await Promise.all(servers.map(async ({ url }) => (await fetch(url + get.path)).text()));
  if (new Set(texts).size !== 1) throw new Error('the pages differ');
}
