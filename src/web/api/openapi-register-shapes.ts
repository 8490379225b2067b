/** The shapes that JSON Schemas of the register are put together from. */
import { statuses } from '#domain/organisation.ts';
import { roles } from '#domain/register/roles.ts';

export const text = { type: 'string' };
export const week = { type: 'string', pattern: '^\\d{4}-W\\d{2}$' };
export const whole = { type: 'integer' };
export const flag = { type: 'boolean' };
export const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: object) => ({ type: 'array', items });
export const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

export const sealed = { ...text, description: 'Armor of age-encryption.org/v1' };
export const bothNames = object({ ru: text, en: text });
/** The standing of an organisation in Russia, and when it was looked up. */
export const status = {
  statusInRussia: { enum: statuses },
  statusChecked: orNull({ ...text, format: 'date' }),
};
const entry = { seq: whole, at: text, person: orNull(text), action: text, subject: orNull(text) };
/** Of the audit log. */
export const entries = list(object({ ...entry, previous: text, hash: text }));
export const role = { enum: roles };
