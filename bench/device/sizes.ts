/** What a page brings along, in bytes as they travel. */
import { get } from 'node:http';

export type File = { name: string; raw: number; travels: number };

/** What a page of `/<lng>/write` loads at once, and what it loads later, while nothing was typed. */
export type Load = { page: File; needed: File[]; later: File[] };

export async function loadOf(url: string, language: string): Promise<Load> {
  const address = `${url}/${language}/write`;
  const html = await (await fetch(address)).text();
  const needed = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css|svg))"/g)].map(
    ([, one]) => one,
  );
  const later = /data-later="([^"]*)"/.exec(html)?.[1]?.split(' ').filter(Boolean) ?? [];
  return {
    page: await weigh(address),
    needed: await all([...new Set(needed)].map((one) => `${url}${one}`)),
    later: await all(later.map((one) => `${url}${one}`)),
  };
}

export const sum = (files: readonly File[], what: 'raw' | 'travels'): number =>
  files.reduce((total, one) => total + one[what], 0);

function all(addresses: readonly string[]): Promise<File[]> {
  return Promise.all(addresses.map(weigh));
}

/** Compressed copies are made after the start: waits for that of a script or style. */
async function weigh(address: string): Promise<File> {
  const name = address.split('/').at(-1) ?? '';
  const raw = await bytes(address, 'identity');
  const isText = /\.(?:js|css)$/.test(name);
  for (let tries = 0; ; tries++) {
    const travels = await bytes(address, 'br');
    if (!isText || travels < raw || tries === 100) return { name, raw, travels };
    await new Promise((done) => setTimeout(done, 200));
  }
}

function bytes(address: string, encoding: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(address, { headers: { 'Accept-Encoding': encoding } }, async (answer) => {
    let total = 0;
    for await (const chunk of answer) total += chunk.length;
    resolve(total);
  }).on('error', reject);
  return promise;
}
