/** What a program can read before it writes: complaints, offices, events, each with its source and its day. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  allTemplateIds,
  formatNames,
  library,
  mediaTypes,
  openService,
  postJson,
  today,
} from '../../support/site.ts';

const { app } = openService();

const texts = z.object({ ru: z.string().min(1), en: z.string().min(1) });
const source = z.union([z.string().min(1), z.object({ ru: z.string().min(1), en: z.string().min(1) })]);
const checked = z.object({ source, checked: z.iso.date(), stale: z.boolean() });
const summary = checked.extend({
  id: z.string(),
  titles: texts,
  summaries: texts,
  kind: z.enum(['report', 'follow-up']),
  authorities: z.array(z.string()),
  episodes: z.array(z.string()).min(1),
  requests: z.array(z.object({ id: z.string(), recommended: z.boolean(), labels: texts })).min(1),
});
const office = checked.extend({
  id: z.string(),
  kind: z.string(),
  name: texts,
  dative: z.string(),
  channels: z.array(checked.omit({ stale: true }).extend({ kind: z.string(), limits: texts })).min(1),
});
const publication = checked.extend({
  id: z.string(),
  statusInRussia: z.string(),
  statusChecked: z.iso.date(),
});
const episode = checked.extend({ id: z.string(), title: texts, sources: z.array(publication) });
const whole = summary.extend({
  norms: z.array(checked).min(1),
  schema: z.record(z.string(), z.json()),
  example: z.record(z.string(), z.json()),
});

async function ask<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  return schema.parse(await response.json());
}

it('a program that asks whether the service is up hears that it is', async () => {
  expect(await ask('/healthz', z.json())).toEqual({ status: 'ok' });
});

it('a program sees every complaint with its titles, offices and events', async () => {
  const all = await ask('/api/templates', z.array(summary));
  expect(all.map(({ id }) => id)).toEqual(allTemplateIds);
  for (const one of all) {
    expect(one.authorities.every((id) => library.authorities.has(id))).toBe(true);
    expect(one.episodes).toContain('other');
  }
});

it('a program sees every office with its channels, and what is missing stays visibly missing', async () => {
  const all = await ask('/api/authorities', z.array(office.loose()));
  expect(all.map(({ id }) => id).sort()).toEqual([...library.authorities.keys()].sort());
  expect(all.some((one) => one.address === null)).toBe(true);
});

it('a program sees every publication with the status of its publisher in Russia', async () => {
  const all = await ask('/api/episodes', z.array(episode));
  expect(all.map(({ id }) => id).sort()).toEqual([...library.episodes.keys()].sort());
  expect(all.flatMap(({ sources }) => sources).map(({ statusInRussia }) => statusInRussia)).toContain(
    'undesirable',
  );
});

describe.each(allTemplateIds)('a program that wants to write %s', (id) => {
  it('gets an example that fits the schema given with it', async () => {
    const { schema, example } = await ask(`/api/templates/${id}`, whole);
    const published = z.fromJSONSchema(schema);
    expect(published.safeParse(example).error?.issues).toBeUndefined();
    expect(published.safeParse({ ...example, authority: 'nobody' }).success).toBe(false);
    expect(published.safeParse({ ...example, more: 1 }).success).toBe(false);
    expect(example.date).toBe(today);
  });

  it.each(formatNames)('posts that example and gets a file in %s', async (format) => {
    const { example } = await ask(`/api/templates/${id}`, whole);
    const response = await postJson(app, example, `format=${format}`);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it.each(mediaTypes)('and gets it as %s by saying what it accepts', async (type) => {
    const { example } = await ask(`/api/templates/${id}`, whole);
    const response = await postJson(app, example, '', { Accept: `${type};q=0.9, image/png` });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')?.replace(/;.*/, '')).toBe(type);
  });
});
