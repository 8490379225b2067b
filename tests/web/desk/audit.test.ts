/** The audit log in words: the newest first, page by page, with the end of the chain and a way to check it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { auditActions } from '#register/register.ts';
import { textsOf } from '../../locales/texts.ts';
import { type Joined, openReception, type Reception } from './visitor.ts';

let here: Reception;
let anna: Joined;
beforeEach(async () => {
  here = await openReception();
  await here.organisation('primer');
  anna = await here.join('primer', 'coordinator', 'anna');
});
afterEach(() => here.close());

const rows = (html: string) => html.match(/<tr><td>/g)?.length ?? 0;

it('is read from page to page without a gap, and ends with the first entry', async () => {
  for (let count = 0; count < 120; count++)
    await here.register.audit.write('primer', {
      person: anna.id,
      action: 'sealed-viewed',
      subject: crypto.randomUUID(),
    });
  let path = '/en/desk/audit';
  let seen = 0;
  for (;;) {
    const { html, page } = await anna.visitor.get(path);
    seen += rows(html);
    const older = page.links.find(({ text }) => text === 'Earlier entries');
    if (!older) {
      expect(html).toContain('organisation created');
      break;
    }
    path = older.href;
  }
  const checked = await here.register.audit.verify('primer');
  expect(checked).toMatchObject({ ok: true, entries: seen });
  const { html } = await anna.visitor.get('/en/desk/audit');
  expect(html).toContain(checked.ok ? checked.head : '?');
  expect((await anna.visitor.post('/en/desk/audit/verify')).html).toContain(
    `${seen} entries checked: the log is whole.`,
  );
});

it('says of what a filer did only the week, and leads to the case', async () => {
  const facts: PublicFacts = {
    template: 'crime-report-media',
    authority: 'sk-central',
    channel: 'post',
    filedWeek: '2026-W47',
    events: [],
  };
  const id = await here.register.shared.add(
    'primer',
    'a'.repeat(64),
    null,
    { filings: [facts], sealed: 'x' },
    '2026-12-01',
  );
  const { html } = await anna.visitor.get('/en/desk/audit');
  const row = /<tr><td>[^<]*<\/td>\s*<td><bdi>filer<[\s\S]*?<\/tr>/.exec(html)?.[0] ?? '';
  expect(row).toContain('week 30 November 2026 – 6 December 2026');
  expect(row).toContain(`href="/en/desk/case/${id}"`);
});

it('shows whoever sees no cases no way to one', async () => {
  const boss = await here.join('primer', 'administrator', 'boss');
  await here.register.audit.write('primer', {
    person: anna.id,
    action: 'sealed-viewed',
    subject: crypto.randomUUID(),
  });
  expect((await boss.visitor.get('/en/desk/audit')).html).not.toContain('/desk/case/');
});

it('of another organisation is not there', async () => {
  await here.organisation('other');
  const theirs = await here.join('other', 'coordinator', 'boris');
  const { html } = await theirs.visitor.get('/en/desk/audit');
  expect(html).not.toContain('anna');
  expect(html).toContain('boris');
});

it.each(['ru', 'en'])('has words in %s for everything that can be done', (language) => {
  const texts = textsOf(language);
  for (const action of auditActions) expect(texts.get(`desk.audit.did.${action}`), action).toMatch(/\S{3}/);
});

it('takes an address that was made up for the newest entries', async () => {
  const newest = rows((await anna.visitor.get('/en/desk/audit')).html);
  for (const before of ['0', '-1', '1e9', "1'--", '99999999999999999999'])
    expect(rows((await anna.visitor.get(`/en/desk/audit?before=${encodeURIComponent(before)}`)).html)).toBe(
      newest,
    );
});
