import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genders } from '#domain/applicant.ts';
import { eventKinds } from '#domain/case/event.ts';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { plain } from '#domain/document.ts';
import { addresseesOf } from '#domain/follow-up/addressees.ts';
import { followed } from '#domain/follow-up/answers.ts';
import { authoritiesFor, found } from '#domain/library.ts';
import { problemCodes } from '#domain/problem.ts';
import { documentText, library, paragraphsOf, today } from '../../support/library.ts';
import { anyFollowUp } from './any-follow-up.ts';
import { bodyOf, followUpIds, followUpOf } from './case.ts';

/** Words that a missing value leaves behind: «№ .», «от ,», two spaces, an empty paragraph. */
const hole = / {2}|\u00a0 | \u00a0| [,.;:]|№[\s\u00a0]*[.,;)]|(?:от|за|в)[\s\u00a0]+[.,;]|undefined|null/u;

function composed(body: unknown, id: string) {
  const checked = readComplaint(library, followUpOf(id), body, today);
  return checked.ok ? compose(library, checked.value) : checked.problems;
}

describe('whatever happened to a report', () => {
  it('the document is composed or refused with known reasons, and nothing breaks', () => {
    let documents = 0;
    fc.assert(
      fc.property(anyFollowUp, (body) => {
        const result = composed(body, body.template);
        if (Array.isArray(result)) {
          expect(result.length).toBeGreaterThan(0);
          for (const { code } of result) expect(problemCodes).toContain(code);
          return;
        }
        documents++;
        const empty = result.blocks.flatMap(paragraphsOf).filter((paragraph) => plain(paragraph) === '');
        expect(empty).toEqual([]);
      }),
      { numRuns: 600, seed: 20_261_121 },
    );
    expect(documents).toBeGreaterThan(20);
  });

  it('a body of any shape is refused, not thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...followUpIds), fc.jsonValue(), (id, body) => {
        expect(Array.isArray(composed(body, id))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** Every first document and office, every kind of event beside those of the example, every gender. */
const rows = followUpIds.flatMap((id) =>
  followed(library, followUpOf(id)).flatMap((first) =>
    authoritiesFor(library, first).map((office): [string, string, string] => [id, first.id, office.id]),
  ),
);

describe('every follow-up of every first document to every office', () => {
  it.each(rows)(
    '%s about %s sent to %s reads without a hole, whatever else happened',
    (id, first, office) => {
      const template = followUpOf(id);
      const { answers } = bodyOf(id);
      const sentTo = found(library.authorities, office);
      const episode = 'other';
      for (const [at, kind] of [undefined, ...eventKinds].entries()) {
        const more = kind && answers.events.every((one) => one.kind !== kind);
        const events = [...answers.events, ...(more ? [{ kind, date: '2026-11-24' }] : [])];
        const to = addresseesOf(library, template, sentTo, events);
        for (const authority of template.matter.addressees.includes('court')
          ? [null]
          : to.map((one) => one.id)) {
          const body = bodyOf(id, {
            authority,
            applicant: { gender: genders[at % genders.length] },
            filed: { template: first, authority: office, episode },
            answers: { events, requests: Object.keys(template.matter.requests) },
          });
          const result = composed(body, id);
          if (Array.isArray(result)) {
            expect(result.map(({ code }) => code)).toEqual([
              expect.stringMatching(
                kind === 'cancelled' ? /^(?:missing|excluded)-event$/u : /^(?:excluded-event|term-runs)$/u,
              ),
            ]);
            continue;
          }
          const text = documentText(result);
          expect(text, `${kind}`).not.toMatch(hole);
          const petition = result.blocks.find((block) => block.id === 'petition');
          const asked = petition?.kind === 'list' ? petition.items.map((item) => item.id) : [];
          expect(asked, `${kind}: each request once`).toEqual(Object.keys(template.matter.requests));
          const titles = result.blocks.filter((block) => block.kind === 'title');
          expect(titles.length, `${kind}: one title`).toBe(1);
        }
      }
    },
  );
});
