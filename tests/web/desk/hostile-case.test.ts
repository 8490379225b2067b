/** Somebody shares a case that was made to hurt: the register cannot see that before it is opened. The desk goes on working. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fieldOf, type Office, openOffice, type Worker } from './worker.ts';

let office: Office;
let anna: Worker;
beforeAll(async () => {
  office = await openOffice('en');
  anna = await office.worker('coordinator');
});
afterAll(() => office.test.close());

const facts = (answers: string) =>
  `{"format":"sealed-facts","version":1,"case":{"format":"case","version":1,"case":"c","filings":[{"id":"f","template":"crime-report-media","authority":"sk-central","channel":"post","date":"2026-10-05","filedFrom":"russia","answers":${answers},"text":"","sha256":"${createHash('sha256').digest('hex')}","events":[{"kind":"sent","date":"2026-10-05"}]}]},"notes":[],"scans":[]}`;

/** Sealed by a program of the filer's own, and sent as every program may. */
async function share(text: string, more: object = {}): Promise<{ status: number; id: string }> {
  const { organisation, test } = office;
  const before = await test.register.cases.list(anna.actor, { limit: 200 }, '2026-11-21');
  const { status } = await office.app.request('/api/filings', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      organisation: organisation.id,
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'post',
      filedWeek: '2026-W41',
      sealed: await test.sealing.seal(text, [organisation.key.recipient]),
      ...more,
    }),
  });
  const after = await test.register.cases.list(anna.actor, { limit: 200 }, '2026-11-21');
  const known = before.filings.map(({ caseId }) => caseId);
  return { status, id: after.filings.find(({ caseId }) => !known.includes(caseId))?.caseId ?? '' };
}

it.each([150_000, 5000])(
  'answers nested %i levels deep make one case that cannot be opened, and no export fails by it',
  async (levels) => {
    const { id } = await share(facts(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`));
    const seen = await anna.get(`/case/${id}`);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('does not open this case');
    for (const format of ['json', 'csv']) {
      const { status, text } = await anna.post('/export', { format, sealed: 'yes' });
      expect(status).toBe(200);
      expect(text).toContain(id);
    }
  },
);

it('a public key that is none is refused before a case comes with it, so staff can write into every case', async () => {
  const form = { note: 'Called back.' };
  for (const filerRecipient of [`age1${'q'.repeat(58)}`, allZero]) {
    expect((await share(facts('{}'), { filerRecipient })).status).toBe(422);
  }
  const { recipient } = await office.test.sealing.newKeyPair();
  const { id } = await share(facts('{}'), { filerRecipient: recipient });
  const version = fieldOf((await anna.get(`/case/${id}`)).page, 'version');
  expect((await anna.post(`/case/${id}/notes`, { ...form, version })).text).toContain('Called back.');
});

it('a case that says one thing in clear and seals another shows both, until somebody has changed it', async () => {
  const agreed = await anna.get(`/case/${(await share(facts('{}'))).id}`);
  expect(agreed.text).not.toContain('something else of this document');
  for (const lie of [{ authority: 'gp-central' }, { channel: 'in-person' }, { filedWeek: '2026-W20' }]) {
    const { id } = await share(facts('{}'), lie);
    const seen = await anna.get(`/case/${id}`);
    expect(seen.text, JSON.stringify(lie)).toContain('something else of this document');
    await anna.post(`/case/${id}/notes`, { note: 'Asked.', version: fieldOf(seen.page, 'version') });
    expect((await anna.get(`/case/${id}`)).text).not.toContain('something else of this document');
  }
});

/** Of the right form, and no key: everybody knows what is sealed to it (RFC 7748, 6.1). */
const allZero = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';
