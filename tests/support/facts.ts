/** Public facts of made-up filings, single and by the hundred. */
import * as fc from 'fast-check';
import { filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { addWeeks } from '#domain/register/week.ts';
import type { CaseContent } from '#register/register.ts';
import { library } from './library.ts';

const templates = [...library.templates.keys()];
const authorities = [...library.authorities.keys()];

/** A report that went to the Investigative Committee by post in the week of 7 September 2026. */
export function facts(changes: Partial<PublicFacts> = {}): PublicFacts {
  return {
    template: 'crime-report-media',
    authority: 'sk-central',
    channel: 'post',
    filedWeek: '2026-W37',
    events: [],
    ...changes,
  };
}

/** A case of these filings; what is sealed is not looked at here. */
export function content(...filings: Partial<PublicFacts>[]): CaseContent {
  return { filings: (filings.length > 0 ? filings : [{}]).map(facts), sealed: 'sealed facts' };
}

const anyWeek = (from: string, weeks: number) =>
  fc.integer({ min: 0, max: weeks }).map((number) => addWeeks(from, number));

/** Filed in 2026, with what may happen to a filing within half a year. */
export const anyFacts: fc.Arbitrary<PublicFacts> = fc
  .record({
    template: fc.constantFrom(...templates),
    authority: fc.constantFrom(null, ...authorities),
    channel: fc.constantFrom(...filingChannels),
    filedWeek: anyWeek('2026-W01', 47),
  })
  .chain((one) =>
    fc
      .array(
        fc.record({
          kind: fc.constantFrom(...eventKinds.filter((kind) => kind !== 'sent')),
          week: anyWeek(one.filedWeek, 26),
        }),
        { maxLength: 4 },
      )
      .map((events) => ({ ...one, events })),
  );

export const anyContent: fc.Arbitrary<CaseContent> = fc
  .array(anyFacts, { minLength: 1, maxLength: 3 })
  .map((filings) => ({ filings, sealed: 'sealed facts' }));
