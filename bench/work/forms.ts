/** What a browser posts on a step of the walk: the answers so far, each named by its path. */
import type { Body } from './bodies.ts';

export function formOf(body: Body): string {
  const fields = new URLSearchParams(flat('', body));
  fields.append('move', 'next');
  return fields.toString();
}

function flat(path: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map((one): [string, string] => [path, String(one)]);
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flat(path === '' ? key : `${path}.${key}`, inner));
}
