/** `/.well-known/security.txt` (RFC 9116): whom to tell of a fault. Only where the operator has said how to be reached. */
import type { Context } from 'hono';
import type { IsoDate } from '#domain/dates.ts';
import type { Site } from '../site.ts';

export function securityText(c: Context, site: Site): Response | Promise<Response> {
  const contacts = addressesIn(site.operator.contact ?? '');
  if (contacts.length === 0) return c.notFound();
  const lines = [
    ...contacts.map((one) => `Contact: ${one}`),
    `Expires: ${halfAYearOn(site.today())}T00:00:00Z`,
    'Preferred-Languages: ru, en',
    ...(site.publicUrl ? [`Canonical: ${site.publicUrl}/.well-known/security.txt`] : []),
  ];
  return c.text(`${lines.join('\n')}\n`);
}

/** The contact is words for people; here only what a program can follow, in the order of the operator. */
function addressesIn(contact: string): string[] {
  const words = contact.split(/[\s,;()<>«»"]+/).map((word) => word.replace(/[.:!?]+$/, ''));
  return words.flatMap((word) => {
    if (/^(?:https|mailto):[!-~]+$/i.test(word)) return word;
    return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(word) ? `mailto:${word}` : [];
  });
}

/** The first of a month: for a month everybody gets the same bytes, and nobody trusts an address that is a year old. */
function halfAYearOn(today: IsoDate): IsoDate {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + 6, 1)).toISOString().slice(0, 10);
}
