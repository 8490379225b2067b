/** Nobody fills the disk by leaving cases and scans: what comes is counted in bytes, and who comes too late is told to wait. */
import { afterEach, expect, it } from 'vitest';
import { keptLimits } from '#web/middleware/kept-bytes.ts';
import { postForm } from '../../support/site.ts';
import { openRegisterService, type RegisterService, shareBody, shared } from '../api/register-service.ts';

let service: RegisterService;
afterEach(() => service.test.close());

async function opened() {
  service = await openRegisterService();
  return service.test.organisation('archive');
}

it('a stranger who sends scan after scan is stopped after some thirty, and asked to come again', async () => {
  const archive = await opened();
  const code = await shared(service, archive);
  const sealed = await service.test.sealing.seal('x'.repeat(700_000), [archive.key.recipient]);
  const statuses: number[] = [];
  for (let sent = 0; sent < 30; sent++) {
    const answer = await service.call('POST', '/api/filings/by-code/scans', { body: { code, sealed } });
    statuses.push(answer.status);
  }
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(201));
  expect(statuses.at(-1)).toBe(429);
  const found = await service.call('POST', '/api/filings/by-code', { body: { code } });
  expect((await found.json()).scans).toHaveLength(statuses.filter((one) => one === 201).length);
});

it('all of them together leave so much in a day: then a case stays with the person, who may send it later', async () => {
  const archive = await opened();
  const { limits } = service.test.register;
  const { most, seconds } = keptLimits.all;
  const midnight = Date.parse('2026-12-01T00:00:00Z');
  await limits.take('kept', most, seconds, midnight, most);
  const body = await shareBody(service.test, archive);
  const refused = await service.call('POST', '/api/filings', { body });
  expect([refused.status, (await refused.json()).status]).toEqual([429, 429]);
  for (const page of ['keep', 'confirm', 'send', 'scan']) {
    const answer = await postForm(service.app, `/en/share/${page}`, { case: 'what was typed' });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await answer.text()).toContain('what was typed');
  }
  service.test.setNow('2026-12-02T00:00:00Z');
  expect((await service.call('POST', '/api/filings', { body })).status).toBe(201);
});

it('reading, and what staff do, is not counted', async () => {
  await opened();
  const { limits } = service.test.register;
  const { most, seconds } = keptLimits.all;
  await limits.take('kept', most, seconds, Date.parse('2026-12-01T00:00:00Z'), most);
  expect((await service.call('POST', '/api/filings/by-code', { body: { code: '1' } })).status).toBe(404);
  expect((await postForm(service.app, '/en/share/open', { code: '1', move: 'next' })).status).toBe(422);
});
