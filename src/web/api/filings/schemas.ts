/** Bodies and parameters of the register's routes: one schema each for the check and for the published description. */
import * as z from 'zod/mini';
import { mostEvents } from '#domain/case/event.ts';
import { isoDate } from '#domain/dates.ts';
import type { Library } from '#domain/library.ts';
import { statuses } from '#domain/organisation.ts';
import { filingSorts, filingStates } from '#domain/register/listing.ts';
import { mostFacts, publicEvent, publicFacts } from '#domain/register/public-facts.ts';
import { roles } from '#domain/register/roles.ts';
import { standings } from '#domain/register/standing.ts';
import { oneLine } from '#domain/text.ts';
import type { Sealing } from '#sealing/bound.ts';
import { settingsLimits } from '../../desk/settings/read.ts';

/** Letters of an armor: a case with its texts, sealed, is well below. */
export const largestSealed = 512 * 1024;

/** Likewise of a scan: the whole request may be a megabyte. */
const largestScan = 980_000;

const largestPage = 200;

export type Schemas = ReturnType<typeof schemasOf>;

export function schemasOf(library: Library, { isSealed }: Pick<Sealing, 'isSealed'>) {
  const facts = publicFacts(library);
  const sealed = z
    .string()
    .check(z.maxLength(largestSealed, { abort: true }), z.refine(isSealed, { error: 'not-sealed' }));
  const scan = z
    .string()
    .check(z.maxLength(largestScan, { abort: true }), z.refine(isSealed, { error: 'not-sealed' }));
  const events = z.array(publicEvent).check(z.minLength(1), z.maxLength(mostEvents));
  /** One of the two: the code, or what the client made of it. */
  const key = { code: z.optional(z.string().check(z.maxLength(200))), finder: z.optional(hex64) };
  const one = { kind: z.optional(publicEvent.shape.kind), week: z.optional(publicEvent.shape.week) };
  const added = { events: z.optional(events), sealed: z.optional(sealed) };
  const content = { filings: z.array(facts).check(z.minLength(1), z.maxLength(mostFacts)), sealed };
  const tags = z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50));
  return {
    share: z.extend(facts, {
      organisation: id,
      sealed,
      filedFrom: z._default(z.enum(['russia', 'abroad']), 'russia'),
      filings: z._default(z.array(facts).check(z.maxLength(mostFacts - 1)), []),
      finder: z.optional(hex64),
      filerRecipient: z.optional(z.string().check(z.regex(/^age1[a-z0-9]{58}$/, { error: 'recipient' }))),
    }),
    byCode: z.strictObject(key),
    byCodeEvents: z.strictObject({
      ...key,
      ...added,
      filing: z._default(z.int().check(z.minimum(0), z.maximum(mostFacts - 1)), 0),
    }),
    byCodeChange: z.strictObject({
      ...key,
      ...content,
      filedFrom: z._default(z.enum(['russia', 'abroad']), 'russia'),
    }),
    byCodeScans: z.strictObject({ ...key, sealed: scan }),
    byCodeScan: z.strictObject({ ...key, scan: id }),
    scan: z.strictObject({ sealed: scan }),
    withdraw: z.strictObject({ ...key, sealed }),
    events: z.strictObject({ ...one, ...added }),
    newCase: z.strictObject({ ...content, tags: z._default(tags, []) }),
    wholeCase: z.strictObject(content),
    assignee: z.strictObject({ person: z.nullable(id) }),
    tags: z.strictObject({ tags }),
    invitation: z.strictObject({ role: z.enum(roles) }),
    person: z.strictObject({ role: z.optional(z.enum(roles)), active: z.optional(z.boolean()) }),
    settings: z.strictObject({
      name: z.optional(z.strictObject({ ru: line(settingsLimits.name), en: line(settingsLimits.name) })),
      contact: z._default(line(settingsLimits.contact), ''),
      statusInRussia: z.enum(statuses),
      statusChecked: z._default(z.nullable(isoDate), null),
      statusSource: z._default(z.nullable(line(settingsLimits.source)), null),
      retentionMonths: z.int().check(z.minimum(1), z.maximum(settingsLimits.months)),
      publicStatistics: z._default(z.boolean(), false),
      tags: z._default(z.array(line(settingsLimits.tag)).check(z.maxLength(settingsLimits.tags)), []),
    }),
    session: z.strictObject({ login: word, password: word, totp: word }),
    rows: z.strictObject({ rows: z.array(z.record(z.string(), z.string())).check(z.minLength(1)) }),
    list: z.strictObject({
      state: z.optional(z.enum(filingStates)),
      standing: z.optional(z.enum(standings)),
      authority: z.optional(z.enum([...library.authorities.keys(), 'court'])),
      template: z.optional(z.enum([...library.templates.keys()])),
      assignee: z.optional(id),
      tag: z.optional(z.string().check(z.regex(/^[^\p{Cc}]{1,60}$/u))),
      sort: z.optional(z.enum(filingSorts)),
      after: z.optional(z.string().check(z.maxLength(400))),
      limit: limit(largestPage),
    }),
    today: z.strictObject({ limit: limit(largestPage) }),
    audit: z.strictObject({ before: z.optional(whole), limit: limit(500) }),
    statistics: z.strictObject({ by: z._default(z.string(), 'authority,month') }),
    nothing: z.strictObject({}),
    imports: z.strictObject({ dryRun: z._default(z.enum(['true', 'false']), 'false') }),
    exports: z.strictObject({ format: z._default(z.enum(['csv', 'json']), 'json') }),
  };
}

/** Letters of which ids are made: nothing else is asked of a database. */
export const idPattern = /^[\w-]{1,64}$/;
const id = z.string().check(z.regex(idPattern));
const word = z.string().check(z.minLength(1), z.maxLength(200));
const hex64 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const whole = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/)), z.transform(Number));

function line(most: number) {
  return z.pipe(z.string().check(z.maxLength(most)), z.transform(oneLine));
}

function limit(most: number) {
  return z._default(z.pipe(whole, z.int().check(z.minimum(1), z.maximum(most))), 50);
}
