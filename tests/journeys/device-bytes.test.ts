/** What a browser makes is, byte for byte, what the server makes: every document in every format, papers, calendar and case. */
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankBody, exampleBody } from '#domain/example.ts';
import { found } from '#domain/library.ts';
import { partsOf } from '../../src/program/parts-of.ts';
import { readLocales } from '../../src/read-locales.ts';
import { type Made, madeFrom, type Request } from '../browser/everything-made.ts';
import { request } from '../domain/any-complaint.ts';
import { anyFollowUp } from '../domain/follow-up/any-follow-up.ts';
import { fileFrom, openDevice, press, walkTo } from '../support/device.ts';
import { setOut } from '../support/journey.ts';
import { allTemplateIds, library, openService, reportOf, templateIds, today } from '../support/site.ts';

const root = join(import.meta.dirname, '../..');
const seed = 20_261_121;

const [{ service, browser }, script] = await Promise.all([setOut(), bundled()]);

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tests/browser/everything-made.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['es2022'],
    platform: 'browser',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** The example of every document, sheets without a name, and whatever people may answer. */
const answered: Request[] = [
  ...allTemplateIds.map((template) => ({
    template,
    body: exampleBody(library, found(library.templates, template), today),
  })),
  ...templateIds.map((template) => ({ template, body: blankBody(library, reportOf(template), today) })),
  ...fc.sample(request, { numRuns: 60, seed }).map((body) => ({ template: body.template, body })),
  ...fc.sample(anyFollowUp, { numRuns: 400, seed }).map((body) => ({ template: body.template, body })),
];

/** As they travel: what is undefined is left out. */
const requests: Request[] = JSON.parse(JSON.stringify(answered));

it('every document, of examples and of random answers, is the same file on the device as on the server', async () => {
  const { site } = openService();
  const wanted: Made[] = [];
  for (const { template, body } of requests) wanted.push(await madeFrom(site, template, body));
  const made = wanted.filter((one) => Object.keys(one).length > 0);
  expect(made.length).toBeGreaterThan(90);
  const withDocument = requests.filter((_, at) => wanted[at]?.docx).map(({ template }) => template);
  expect([...new Set(withDocument)].sort()).toEqual([...allTemplateIds].sort());
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await page.evaluate(script);
  const parts = partsOf(site, readLocales(join(root, 'locales')), 'device');
  const given = JSON.stringify({ parts, now: `${today}T09:00:00Z`, requests });
  const onDevice = await page.evaluate((text) => {
    const { parts, now, requests } = JSON.parse(text);
    return madeHere(parts, now, requests);
  }, given);
  expect(onDevice).toEqual(wanted);
  await context.close();
});

it('someone who walks on the device gets the bytes that the server would have given for the same form', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/en/write`);
  await walkTo(page, 'files');
  const fields = await page.evaluate(() => {
    const form = document.querySelector('form#step');
    return form instanceof HTMLFormElement
      ? [...new FormData(form)].map(([name, value]) => [name, String(value)])
      : [];
  });
  const fromServer = async (path: string, more: Record<string, string>) => {
    const body = new URLSearchParams([...fields, ...Object.entries(more)]);
    return new Uint8Array(
      await (await fetch(`${service.url}${path}`, { method: 'POST', body })).arrayBuffer(),
    );
  };
  for (const format of ['docx', 'txt', 'html']) {
    const { bytes } = await fileFrom(page, `button[name=format][value=${format}]`);
    expect(bytes, format).toEqual(await fromServer('/en/online/file', { format }));
  }
  const papers = await fileFrom(page, 'button[formaction$="/online/paper"][value=text]');
  expect(papers.bytes).toEqual(await fromServer('/en/online/paper', { paper: 'text' }));
  await press(page, 'button[formaction$="/case/keep"]');
  await press(page, 'button[formaction$="/case/save"]');
  const saved = await fileFrom(page, '[data-plain]');
  const kept = await page.inputValue('input[name=case]');
  const body = new FormData();
  body.set('case', kept);
  const answer = await fetch(`${service.url}/en/case/download`, { method: 'POST', body });
  expect(saved.bytes).toEqual(new Uint8Array(await answer.arrayBuffer()));
  await context.close();
});
