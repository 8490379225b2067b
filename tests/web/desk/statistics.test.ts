/** Statistics: exact for those who see the register, small counts left out for the analyst and for everybody outside. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { countedMeasures, dimensions } from '#domain/register/statistics.ts';
import { type Joined, openReception, type Reception } from './visitor.ts';

let here: Reception;
let anna: Joined;
let boris: Joined;
beforeEach(async () => {
  here = await openReception();
  await here.organisation('primer');
  anna = await here.join('primer', 'analyst', 'anna');
  boris = await here.join('primer', 'caseworker', 'boris');
  await file(20, { filedWeek: '2026-W36', events: [{ kind: 'registered', week: '2026-W36' }] });
  await file(7, { filedWeek: '2026-W36' });
  await file(3, {
    authority: 'gp-central',
    filedWeek: '2026-W41',
    events: [{ kind: 'refused', week: '2026-W42' }],
  });
});
afterEach(() => here.close());

async function file(count: number, facts: Partial<PublicFacts>): Promise<void> {
  const filing: PublicFacts = {
    template: 'crime-report-media',
    authority: 'sk-central',
    channel: 'post',
    filedWeek: '2026-W36',
    events: [],
    ...facts,
  };
  const actor = { organisation: 'primer', person: boris.id, role: 'caseworker' } as const;
  const contents = Array.from({ length: count }, () => ({ filings: [filing], sealed: 'x' }));
  await here.register.cases.addAll(actor, contents, '2026-12-01');
}

/** The cells of the line whose first cell says this, of the first table that has it. */
function line(html: string, name: string): string[] {
  const row = new RegExp(`<tr[^>]*><th scope="row">${name}</th>([\\s\\S]*?)</tr>`).exec(html)?.[1] ?? '';
  return [...row.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<span class="unseen">[^<]*<\/span>|<[^>]*>/g, '').trim(),
  );
}

const committee = 'Investigative Committee of the Russian Federation';
const prosecutor = 'Prosecutor General&#39;s Office of the Russian Federation';

describe('at the desk', () => {
  it('a caseworker sees every count', async () => {
    const { html } = await boris.visitor.get('/en/desk/statistics');
    expect(line(html, committee).slice(0, 2)).toEqual(['27', '20']);
    expect(line(html, prosecutor)[0]).toBe('3');
    expect(line(html, 'All')[0]).toBe('30');
  });

  it('an analyst sees no count below five, and no sum that would give one away', async () => {
    const { html } = await anna.visitor.get('/en/desk/statistics');
    expect(line(html, committee).slice(0, 2)).toEqual(['27', '20']);
    expect(line(html, prosecutor)).toEqual(Array(countedMeasures.length).fill('·'));
    expect(line(html, 'All')[0]).toBe('≥ 27');
    expect(html).not.toContain('>30<');
  });

  it('each chart stands beside a table with the same numbers, and says them in words', async () => {
    const { html } = await boris.visitor.get('/en/desk/statistics');
    expect(html.match(/<figure/g)?.length).toBe(html.match(/<table/g)?.length);
    expect(html).toContain('aria-label="September 2026. Filed: 27; In time: ');
    expect(html).not.toMatch(/ style="/);
  });

  it('the months are those asked for; an address that was made up means the last year', async () => {
    await file(9, { filedWeek: '2024-W10' });
    for (const [months = '', total] of [
      ['12', '30'],
      ['36', '39'],
      ['all', '39'],
      ['x', '30'],
    ])
      expect(line((await boris.visitor.get(`/en/desk/statistics?months=${months}`)).html, 'All')[0]).toBe(
        total,
      );
  });

  it('where nothing was filed it says so', async () => {
    await here.organisation('other');
    const theirs = await here.join('other', 'analyst', 'vera');
    const { html } = await theirs.visitor.get('/ru/desk/statistics');
    expect(html).toContain('Считать пока нечего');
    expect(html).not.toContain('<table');
  });
});

describe('in public', () => {
  const counts = z.object({
    rows: z.array(
      z.object({
        group: z.record(z.string(), z.nullable(z.string())),
        counts: z.record(z.string(), z.nullable(z.number())),
      }),
    ),
  });

  it('nothing is shown before the organisation has switched it on, as if it were not there', async () => {
    const gone = async (path: string) => {
      const response = await here.app.request(path);
      return [response.status, (await response.text()).replaceAll('primer', 'nobody')];
    };
    expect(await gone('/en/statistics/primer')).toEqual(await gone('/en/statistics/nobody'));
  });

  it('the counts are those of the analyst, on the page and as the JSON that it leads to', async () => {
    const boss = { organisation: 'primer', person: boris.id, role: 'administrator' } as const;
    await here.register.organisations.change(boss, { publicStatistics: true });
    const html = await (await here.app.request('/en/statistics/primer')).text();
    expect(line(html, committee)[0]).toBe('27');
    expect(line(html, prosecutor)[0]).toBe('·');
    expect(html).toContain('Example Archive');
    const link = /href="(\/api\/[^"]+)"/.exec(html)?.[1] ?? '';
    const file = counts.parse(await (await here.app.request(link)).json());
    const numbers = file.rows.flatMap((row) => Object.values(row.counts));
    expect(numbers.filter((one) => one !== null && one > 0 && one < 5)).toEqual([]);
    expect(file.rows.flatMap(({ group }) => Object.keys(group))).toEqual(
      file.rows.flatMap(() => [...dimensions]),
    );
    expect((await here.app.request('/de/statistics/primer')).headers.get('location')).toBe(
      '/en/statistics/primer',
    );
  });

  it('of an organisation that may not be named are there for nobody who guesses its address', async () => {
    const boss = { organisation: 'primer', person: boris.id, role: 'administrator' } as const;
    await here.register.organisations.change(boss, { publicStatistics: true, statusInRussia: 'extremist' });
    for (const path of ['/en/statistics/primer', '/api/organisations/primer/statistics'])
      expect((await here.app.request(path)).status, path).toBe(404);
  });
});
