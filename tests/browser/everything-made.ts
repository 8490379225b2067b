/** Everything that one request makes, as hashes: the same call in Node and, bundled, in a page of a browser. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Hono } from 'hono';
import { config } from 'zod/mini';
import { newFiling } from '#domain/case/filing-text.ts';
import { type Complaint, readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { type Dispatch, paperKinds } from '#domain/filing/paper.ts';
import { found } from '#domain/library.ts';
import { answersOf, keptText } from '#web/case/keep.ts';
import { languagePages } from '#web/language-pages.ts';
import { paperFile } from '#web/paper-file.ts';
import type { Site } from '#web/site.ts';
import { deviceSite } from '../../src/browser/device-site.ts';
import type { ContentPart, LanguagePart } from '../../src/browser/parts.ts';

/** By name: `docx`, `paper envelope en` … */
export type Made = Record<string, string>;

const hashed = (made: string | Uint8Array): string =>
  bytesToHex(sha256(typeof made === 'string' ? utf8ToBytes(made) : made));

/** Nothing where the request is refused. */
export async function madeFrom(site: Site, template: string, body: unknown): Promise<Made> {
  const checked = readComplaint(site.library, found(site.library.templates, template), body, site.today());
  if (!checked.ok) return {};
  const complaint = checked.value;
  const document = compose(site.library, complaint);
  const made: Made = {};
  for (const format of ['docx', 'txt', 'html', 'json'] as const)
    made[format] = hashed((await site.formats[format]?.render(document)) ?? '');
  for (const named of [true, false]) {
    made[`case, ${named ? 'with' : 'without'} the name`] = hashed(await caseOf(site, complaint, body, named));
  }
  for (const language of site.languages) {
    const kept = await caseOf(site, complaint, body, false);
    made[`calendar ${language}`] = hashed(await calendarOf(site, language, kept));
  }
  return { ...made, ...(await papersOf(site, complaint)) };
}

async function caseOf(site: Site, complaint: Complaint, body: unknown, named: boolean): Promise<string> {
  const { date } = complaint;
  const filing = newFiling(complaint, await keptText(site, complaint, named), {
    id: 'one',
    answers: answersOf(body),
  });
  const filings = [
    {
      ...filing,
      events: [
        { kind: 'sent', date },
        { kind: 'received', date },
      ],
    },
  ];
  return JSON.stringify({ format: 'case', version: 1, case: 'a-case', filings });
}

async function calendarOf(
  site: Site,
  language: Site['languages'][number],
  kept: string,
): Promise<Uint8Array> {
  const body = new FormData();
  body.set('case', kept);
  const answer = await languagePages(site, language).request('/case/calendar', { method: 'POST', body });
  const type = answer.headers.get('Content-Type');
  if (!type?.startsWith('text/calendar')) throw new Error(`no calendar: ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function papersOf(site: Site, complaint: Complaint): Promise<Made> {
  const { authority, applicant, date, filedFrom } = complaint;
  if (!authority) return {};
  const dispatch: Dispatch = {
    authority,
    applicant,
    date,
    crimeReport: complaint.kind === 'report',
    annexes: true,
    fromAbroad: filedFrom === 'abroad',
  };
  const made: Made = {};
  for (const language of site.languages)
    for (const kind of [...paperKinds, 'all as text']) {
      const reader = { site, language, t: site.texts(language), today: site.today() };
      const app = new Hono().get('/', (c) => paperFile(c, reader, dispatch, kind));
      made[`paper ${kind} ${language}`] = hashed(
        new Uint8Array(await (await app.request('/')).arrayBuffer()),
      );
    }
  return made;
}

declare global {
  /** Put there for a page: makes all of it from what the device was given. */
  var madeHere: (parts: Parts, now: string, requests: readonly Request[]) => Promise<Made[]>;
}
type Parts = { content: ContentPart; languages: readonly LanguagePart[] };
export type Request = { template: string; body: unknown };

globalThis.madeHere = async ({ content, languages }, now, requests) => {
  config({ jitless: true });
  const site = deviceSite(content, languages, () => new Date(now));
  const made: Made[] = [];
  for (const { template, body } of requests) made.push(await madeFrom(site, template, body));
  return made;
};
