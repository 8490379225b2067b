/** POST /api/timeline as OpenAPI describes it: the request from the schema that checks it, the answer field by field. */
import * as z from 'zod/mini';
import { units } from '#domain/clock/term.ts';
import { timelineSchema } from '#domain/clock/timeline.ts';
import { categories } from '#domain/count.ts';
import { languages } from '#domain/language.ts';
import { procedures } from '#domain/procedure.ts';
import { confidences } from '#domain/provenance.ts';
import type { Site } from '../site.ts';
import { timelineTypes } from './timeline.ts';

/** A request that shows every field but `actDate`, which stands in place of `episode`. */
export function timelineExample(site: Site) {
  return {
    template: 'crime-report-media',
    authority: 'sk-central',
    events: [
      { kind: 'sent', date: '2026-11-02' },
      { kind: 'received', date: '2026-11-09' },
      { kind: 'extended', date: '2026-11-11', days: 10 },
    ],
    episode: '2017',
    today: site.today(),
    case: 'b7f0a1c2',
  };
}

export function timelineSchemas(site: Site): Record<string, unknown> {
  const date = { type: 'string', format: 'date' };
  const text = { type: 'string' };
  const list = (properties: Record<string, unknown>) => ({
    type: 'array',
    items: { type: 'object', required: Object.keys(properties), properties },
  });
  return {
    TimelineRequest: z.toJSONSchema(timelineSchema(site.library), { io: 'input' }),
    Timeline: {
      type: 'object',
      required: ['deadlines', 'next', 'limitation'],
      properties: {
        deadlines: list({
          id: { enum: site.library.clock.terms.map(({ id }) => id) },
          norm: text,
          procedure: { enum: procedures },
          event: { type: 'string', description: 'What it runs from; `sent` where the rest is a guess' },
          from: date,
          due: date,
          earliest: date,
          latest: date,
          certain: { type: 'boolean', description: 'False where the day it runs from is a guess' },
          estimated: { type: 'boolean', description: 'True where a year without a calendar was counted' },
          state: { enum: ['running', 'met', 'missed'] },
          why: text,
          actor: { enum: ['authority', 'applicant'] },
          length: { type: 'integer' },
          unit: { enum: units },
          receive: text,
          after: text,
          confidence: { enum: confidences },
          checked: date,
        }),
        next: list({
          id: text,
          template: { type: ['string', 'null'], description: 'Null: nothing to write, `why` says why' },
          addressees: { type: 'array', items: text },
          to: { type: 'array', items: text },
          why: text,
          norm: text,
          from: date,
          until: { type: ['string', 'null'], format: 'date' },
          alongside: { type: 'array', items: text, description: 'Steps that may run at the same time' },
          lawyer: { type: ['string', 'null'], description: 'When a lawyer is wiser' },
        }),
        limitation: list({
          count: text,
          norm: text,
          category: { enum: categories },
          expires: date,
          expiresLast: date,
          daysLeft: { type: 'integer' },
          state: { enum: ['running', 'partly', 'expired', 'court'] },
          confidence: { enum: confidences },
          checked: date,
        }),
      },
    },
  };
}

export function timelineOperation(
  site: Site,
  problem: (description: string) => Record<string, unknown>,
): Record<string, unknown> {
  return {
    post: {
      summary: 'Time limits, next documents and limitation periods of a document that was filed',
      parameters: [
        {
          name: 'format',
          in: 'query',
          schema: { enum: Object.keys(timelineTypes) },
          description: 'Else the Accept header; else json',
        },
        {
          name: 'Accept-Language',
          in: 'header',
          schema: { type: 'string' },
          description: `Language of the reasons: ${languages.join(', ')}`,
        },
      ],
      requestBody: {
        required: true,
        content: {
          [timelineTypes.json]: {
            schema: { $ref: '#/components/schemas/TimelineRequest' },
            example: timelineExample(site),
          },
        },
      },
      responses: {
        200: {
          description: 'The timeline',
          content: {
            [timelineTypes.json]: { schema: { $ref: '#/components/schemas/Timeline' } },
            [timelineTypes.ics]: {},
          },
        },
        400: problem('Not JSON'),
        406: problem('No such format'),
        413: problem('Over 1 MB'),
        415: problem('Not JSON by type'),
        422: problem('Fields to mend'),
      },
    },
  };
}
