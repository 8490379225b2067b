/** Somebody who is not there shares a case: no part of them and no digit of their code is in an address, a header, a fault or the frame of a page. */
import { beforeEach, describe, expect, it } from 'vitest';
import { thorough } from '../../support/languages.ts';
import { postForm } from '../../support/site.ts';
import { canary, traceIn } from '../canary.ts';
import { fullCase } from '../case/every-page.ts';
import { comingBack, explained, filedCase, openSharing, type Sharing, shareWith } from './filer.ts';

const { lastName, address, latin } = canary;
const kept = JSON.stringify({ ...filedCase(), filings: fullCase(lastName).filings });
const query = new URLSearchParams({ name: lastName, q: latin }).toString();
const pages = ['', 'code', 'confirm', 'keep', 'open', 'send', 'scan', 'scan-file', 'withdraw', 'delete'];
const casePages = [
  'case',
  'case/event',
  'case/answer',
  'case/save',
  'case/download',
  'case/calendar',
  'case/nowhere',
];
const moves = ['open', 'next', 'yes', 'stay', 'show', latin];

let service: Sharing;
let code: string;
let carried: Record<string, string>;
let organisation: string;
beforeEach(async () => {
  service = await openSharing(); // its own for each page: tries are counted
  const walker = await explained(service, JSON.parse(kept));
  organisation = walker.page.controls.find(({ name }) => name === 'organisation')?.value ?? '';
  code = await shareWith(walker);
  const back = await comingBack(service, code);
  carried = Object.fromEntries(['shared', 'scans'].map((name) => [name, back.sent(name)[0] ?? '']));
});

const outside = (response: Response) => [...response.headers].map((header) => header.join(': ')).join('\n');

describe.each([...pages, ...casePages])('the page %s', (page) => {
  it('tells nothing of them outside its own fields and texts', async () => {
    for (const language of thorough)
      for (const move of moves) {
        const response = await postForm(service.app, `/${language}/share/${page}?${query}`, {
          ...carried,
          ...{ case: kept, code, organisation, region: lastName, contact: address, note: lastName },
          ...{ asked: '1,2', 'group-1': '00', 'group-2': latin, finder: latin, sealed: lastName, move },
        });
        expect(traceIn(outside(response)), move).toBeUndefined();
        for (const group of [code, code.slice(0, 9)]) expect(outside(response)).not.toContain(group);
        const text = await response.text();
        if (!(response.headers.get('content-type') ?? '').includes('html')) continue;
        expect(response.headers.get('cache-control')).toContain('no-store');
        expect(response.headers.get('x-robots-tag')).toContain('noindex');
        const frame = text.replace(/<main[\s\S]*<\/main>/, '');
        expect(traceIn(frame), move).toBeUndefined();
        expect(frame).not.toContain(code);
        for (const [attribute] of text.matchAll(
          /\s(?:href|action|formaction|src|id|class|for|aria-\w+)="[^"]*"/g,
        ))
          expect(traceIn(attribute), move).toBeUndefined();
      }
    expect(service.faults).toEqual([]);
  });
});

it('a register that breaks is told to the log by its route alone, and the person keeps what they typed', async () => {
  const broken = service;
  broken.register.shared.find = () => Promise.reject(new Error('the database is gone'));
  const response = await postForm(broken.app, `/ru/share/send?${query}`, {
    ...carried,
    case: kept,
    code,
  });
  expect(response.status).toBe(500);
  expect(broken.faults).toHaveLength(1);
  expect(broken.faults[0]?.route).toBe('POST /ru/share/:page');
  expect(`${broken.faults[0]?.error.message} ${broken.faults[0]?.route}`).not.toMatch(/\d{9}/);
  expect(await response.text()).toContain('Канарейкина');
});
