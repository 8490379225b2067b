/** People who share their cases: by the pages without JavaScript, and by a program that seals before anything leaves the device. */
import { randomBytes } from 'node:crypto';
import { textHash } from '#domain/case/open-case.ts';
import { makeCaseCode } from '#domain/register/case-code.ts';
import { weekOf } from '#domain/register/week.ts';
import { boundSealing } from '#sealing/bound.ts';
import { stretch } from '#sealing/stretch.ts';
import { type Page, readPage, textOf } from '../../web/page.ts';
import { canaries, type exactDays } from './canaries.ts';
import { hiddenIn } from './staff.ts';

type Days = ReturnType<typeof exactDays>;

const { lastName, firstName, address, email, phone, ownWords, region, contact, note } = canaries;

export function caseFile({ filed, registered }: Days) {
  const text = `${lastName} ${firstName}, ${address}. ${ownWords}.`;
  return {
    format: 'case',
    version: 1,
    case: 'case-of-the-raid',
    filings: [
      {
        id: 'first',
        template: 'crime-report-media',
        authority: 'sk-central',
        channel: 'post',
        date: filed,
        filedFrom: 'abroad',
        answers: { ownWords },
        text,
        sha256: textHash(text),
        events: [
          { kind: 'sent', date: filed },
          { kind: 'registered', date: registered, number: canaries.registration },
        ],
      },
    ],
    applicant: { lastName, firstName, gender: 'female', address, email, phone },
  };
}

/** A form of the sharing pages; every field and the file go as a browser sends them. */
async function post(url: string, path: string, fields: Record<string, string>, file?: File): Promise<Page> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', file);
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const response = await fetch(url + path, { method: 'POST', headers, body: form, redirect: 'manual' });
  return readPage(await response.text());
}

/** Everything on the server's pages, name and all; gives the code that was shown once. */
export async function shareByPages(url: string, organisation: string, days: Days): Promise<string> {
  const key = textHash(`organisation ${organisation}`).slice(0, 16);
  const kept = JSON.stringify(caseFile(days));
  const fields = { case: kept, organisation: key, region, contact, note, named: 'yes', move: 'next' };
  const shown = await post(url, '/ru/share/code', fields);
  const code = hiddenIn(shown, 'code');
  const asked = await post(url, '/ru/share/confirm', { ...fields, code });
  const numbers = hiddenIn(asked, 'asked');
  const groups = Object.fromEntries(
    numbers.split(',').map((one) => [`group-${one}`, code.slice(Number(one) * 3 - 3, Number(one) * 3)]),
  );
  const done = await post(url, '/ru/share/confirm', {
    ...fields,
    ...groups,
    code,
    asked: numbers,
    move: 'share',
  });
  if (done.errors.length > 0) throw new Error(`not shared: ${done.errors.join(' ')}`);
  return code;
}

/** An answer came, and the filer adds a picture of it. */
export async function addScan(url: string, code: string): Promise<void> {
  const scan = new File([`%PDF-1.4\n${canaries.scan}\n%%EOF`], canaries.scanName);
  await post(url, '/ru/share/scan', { code, move: 'next' }, scan);
}

/** What the filer sees who comes back with the code. */
export async function openByPages(url: string, code: string): Promise<string> {
  return textOf((await post(url, '/ru/share/open', { code, move: 'next' })).html);
}

export type Shared = { code: string; finder: string; sealed: string; idempotencyKey: string };

/** By the API: the code is made on the device, and the server sees neither it nor a word of the case. */
export async function shareByProgram(
  url: string,
  salt: Uint8Array,
  organisation: { id: string; recipient: string },
  days: Days,
): Promise<Shared> {
  const sealing = boundSealing(stretch, salt);
  const code = makeCaseCode((bytes) => randomBytes(bytes));
  const keys = await sealing.codeKeys(code);
  const facts = {
    format: 'sealed-facts',
    version: 1,
    case: { ...caseFile(days), applicant: undefined, case: 'second-case-of-the-raid' },
    region: canaries.secondRegion,
    contact: canaries.secondContact,
    notes: [{ day: days.registered, text: `${canaries.secondNote}. ${canaries.secondRegistration}` }],
    scans: [],
  };
  const sealed = await sealing.sealJson(facts, [organisation.recipient, keys.recipient]);
  const idempotencyKey = randomBytes(20).toString('hex');
  const response = await fetch(`${url}/api/filings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    body: JSON.stringify({
      organisation: organisation.id,
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'post',
      filedWeek: weekOf(days.filed),
      filedFrom: 'abroad',
      events: [{ kind: 'registered', week: weekOf(days.registered) }],
      sealed,
      finder: keys.finder,
      filerRecipient: keys.recipient,
    }),
  });
  if (response.status !== 201) throw new Error(`not shared: ${await response.text()}`);
  return { code, finder: keys.finder, sealed, idempotencyKey };
}

/** By the API, with a code that the server makes and tells once. */
export async function shareByCodeOfServer(
  url: string,
  organisation: { id: string; recipient: string },
  days: Days,
): Promise<Shared> {
  const sealing = boundSealing(stretch, new Uint8Array(32));
  const facts = { region: canaries.thirdRegion, notes: [{ day: days.filed, text: canaries.thirdNote }] };
  const sealed = await sealing.sealJson(facts, [organisation.recipient]);
  const idempotencyKey = randomBytes(20).toString('hex');
  const response = await fetch(`${url}/api/filings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    body: JSON.stringify({
      organisation: organisation.id,
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'electronic-form',
      filedWeek: weekOf(days.filed),
      filedFrom: 'abroad',
      sealed,
    }),
  });
  const { code }: { code: string } = await response.json();
  return { code: code.replaceAll(' ', ''), finder: '', sealed, idempotencyKey };
}
