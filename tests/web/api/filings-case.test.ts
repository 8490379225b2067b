/** One case through the API, as a whole: changed, handed on as a closed archive, its history, the end of a scan. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { armorFor, entered, facts, openRegisterService, weeksAgo } from './register-service.ts';

const service = await openRegisterService();
const { call, test } = service;
const ours = await test.organisation('ours');
const caseworker = await test.person('ours', 'caseworker');
const { token } = caseworker;
afterAll(() => test.close());

async function withScan() {
  const made = await entered(service, 'ours', ours.key.recipient);
  const scan = crypto.randomUUID();
  const sealed = await test.sealing.sealBytes(new TextEncoder().encode('%PDF-1.7 scan'), [
    ours.key.recipient,
  ]);
  await test.register.cases.addScan(caseworker.actor, made.id, scan, sealed);
  return { ...made, scan };
}
const versionOf = async (filing: string) =>
  (await call('GET', `/api/filings/${filing}`, { token })).headers.get('etag') ?? '';
const actionsOf = async (id: string) =>
  (await test.register.audit.ofCase(caseworker.actor, id)).map(({ action }) => action);

it('a scan is deleted for good, and not from a version that is there no more', async () => {
  const { id, filing, scan } = await withScan();
  const path = `/api/filings/${filing}/scans/${scan}`;
  const late = await call('DELETE', path, { token, headers: { 'If-Match': '"7"' } });
  expect([late.status, (await late.json()).now]).toEqual([412, 1]);
  expect((await call('GET', path, { token })).status).toBe(200);
  const deleted = await call('DELETE', path, { token, headers: { 'If-Match': '"1"' } });
  expect([deleted.status, deleted.headers.get('etag')]).toEqual([204, '"2"']);
  expect((await call('GET', path, { token })).status).toBe(404);
  expect((await call('DELETE', path, { token })).status).toBe(404);
  expect((await (await call('GET', `/api/filings/${filing}`, { token })).json()).scans).toEqual([]);
  expect(await actionsOf(id)).toContain('case-scan-deleted');
});

it('of a case nobody else changed meanwhile all is replaced, and of another nothing', async () => {
  const { filing, id } = await entered(service, 'ours', ours.key.recipient);
  const path = `/api/filings/${filing}`;
  const sealed = await armorFor(test, ours.key.recipient, 'corrected');
  const { events: _, ...bare } = facts;
  const followed = {
    ...bare,
    template: 'prosecutor-appeal',
    authority: 'gp-central',
    filedWeek: weeksAgo(2),
  };
  const body = { filings: [{ ...bare, events: [] }, followed], sealed };
  expect((await call('PUT', path, { token, body })).status).toBe(428);
  const late = await call('PUT', path, { token, body, headers: { 'If-Match': '"9"' } });
  expect(late.status).toBe(412);
  expect((await test.register.cases.get(caseworker.actor, id))?.filings).toHaveLength(1);
  const future = { ...body, filings: [{ ...bare, filedWeek: '2999-W01' }] };
  const refused = await call('PUT', path, { token, body: future, headers: { 'If-Match': '*' } });
  expect([refused.status, (await refused.json()).errors[0].path]).toEqual([422, 'filings.0.filedWeek']);
  const done = await call('PUT', path, { token, body, headers: { 'If-Match': await versionOf(filing) } });
  expect(done.status).toBe(200);
  expect(done.headers.get('etag')).toBe('"2"');
  const now = await done.json();
  expect(now.filings.map((one: { template: string }) => one.template)).toEqual([
    facts.template,
    'prosecutor-appeal',
  ]);
  expect(now.filings[0]).toMatchObject({ id: filing, events: [] });
  expect(await test.sealing.open(now.sealed, ours.key.identity)).toBe('corrected');
});

it('a case is reached by its own id too, as the log and an import tell it, and by no id of another organisation', async () => {
  const { id, filing } = await entered(service, 'ours', ours.key.recipient);
  const read = async (one: string) => (await (await call('GET', `/api/filings/${one}`, { token })).json()).id;
  expect([await read(id), await read(filing)]).toEqual([id, id]);
  const body = { kind: 'registered', week: weeksAgo(1) };
  const added = await call('POST', `/api/filings/${id}/events`, { token, body });
  expect((await added.json()).filings[0].events.at(-1)).toEqual(body);
  expect((await call('PUT', `/api/filings/${id}/tags`, { token, body: { tags: ['срочно'] } })).status).toBe(
    200,
  );
  await test.organisation('others');
  const stranger = await test.person('others', 'coordinator');
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/history'],
    ['GET', '/archive'],
    ['DELETE', ''],
  ] as const)
    expect((await call(method, `/api/filings/${id}${path}`, { token: stranger.token })).status).toBe(404);
  expect(await read(filing)).toBe(id);
});

it('the history of a case tells who did what, and of no other case', async () => {
  const { id, filing } = await entered(service, 'ours', ours.key.recipient);
  await entered(service, 'ours', ours.key.recipient);
  await call('PUT', `/api/filings/${filing}/tags`, { token, body: { tags: ['срочно'] } });
  await call('GET', `/api/filings/${filing}`, { token });
  const told = await (await call('GET', `/api/filings/${filing}/history`, { token })).json();
  expect(told.case).toBe(id);
  expect(told.entries.map(({ action }: { action: string }) => action)).toEqual([
    'sealed-viewed',
    'case-tagged',
    'case-added',
  ]);
  expect(told.entries[0]).toMatchObject({ person: caseworker.actor.person, subject: id });
});

it('the archive tells weeks in two languages, and holds what is sealed as files that age opens', async () => {
  const { id, filing, scan } = await withScan();
  await call('PUT', `/api/filings/${filing}/tags`, { token, body: { tags: ['срочно'] } });
  const answer = await call('GET', `/api/filings/${filing}/archive`, { token });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="case.zip"');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(Object.keys(files).sort()).toEqual(
    [
      'README.en.txt',
      'README.ru.txt',
      'events.csv',
      'filings.json',
      'hashes.txt',
      'index.en.html',
      'index.ru.html',
      `scans/${scan}.age`,
      'sealed-facts.json.age',
    ].sort(),
  );
  for (const line of text('hashes.txt').trim().split('\n')) {
    const [hash, name = ''] = line.split('  ');
    const found = createHash('sha256').update(files[name] ?? '');
    expect(found.digest('hex'), name).toBe(hash);
  }
  expect(await test.sealing.open(text('sealed-facts.json.age'), ours.key.identity)).toBe('exact days');
  const opened = await test.sealing.openBytes(
    files[`scans/${scan}.age`] ?? new Uint8Array(),
    ours.key.identity,
  );
  expect(strFromU8(opened ?? new Uint8Array())).toBe('%PDF-1.7 scan');
  for (const language of ['ru', 'en'])
    expect(text(`README.${language}.txt`)).toContain(
      'age -d -i key.txt -o sealed-facts.json sealed-facts.json.age',
    );
  expect(text('index.ru.html')).toContain('Следственный комитет');
  expect(text('index.en.html')).toContain('Investigative Committee');
  expect(JSON.parse(text('filings.json')).filings[0]).toMatchObject({ filedWeek: facts.filedWeek });
  const rows: string[][] = parse(text('events.csv'), { bom: true, delimiter: ';' });
  expect(rows.slice(1)).toEqual([
    ['1', facts.template, 'sent', facts.filedWeek],
    ['1', facts.template, 'received', facts.filedWeek],
  ]);
  const all = Object.keys(files).map(text).join('\n');
  expect(all).not.toMatch(/срочно|exact days/);
  expect(all).not.toContain(id);
  expect(await actionsOf(id)).toContain('exported');
  const again = await call('GET', `/api/filings/${filing}/archive`, { token });
  expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
});

it('a table brings tags and events, and a tag that the organisation does not have is told by its row', async () => {
  const row = { document: facts.template, office: 'sk-central', channel: 'post', filed: '2026-10-05' };
  const rows = (tags: string) => ({
    rows: [{ ...row, tags, events: '2026-10-07 registered № 1; 2026-10-16 extended' }],
  });
  const told = await call('POST', '/api/imports', { token, body: rows('срочно') });
  const [id = ''] = (await told.json()).cases;
  const found = await test.register.cases.get(caseworker.actor, id);
  expect(found?.tags).toEqual(['срочно']);
  expect(found?.filings[0]?.events.map(({ kind }) => kind)).toEqual(['registered', 'extended']);
  const wrong = await call('POST', '/api/imports', { token, body: rows('Иванова') });
  expect(wrong.status).toBe(422);
  const { errors } = await wrong.json();
  expect(errors).toMatchObject([{ row: 2, column: 'tags', code: 'tag' }]);
  expect(JSON.stringify(errors)).not.toContain('Иванова');
});
