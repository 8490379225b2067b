/** A link that lets one person in, once: the register keeps only the hash of its token. */
import { createHash, randomBytes } from 'node:crypto';
import type { Office } from './office.ts';

const days = 7;

export type OneTimeLink = { token: string; hash: string; expires: number };

export function newLink({ now }: Pick<Office, 'now'>): OneTimeLink {
  const token = randomBytes(32).toString('hex');
  return {
    token,
    hash: createHash('sha256').update(token).digest('hex'),
    expires: now().getTime() + days * 24 * 60 * 60 * 1000,
  };
}

/** The token stands behind the #: a browser sends that to nobody, so it reaches no log. */
export function linkText({ address }: Pick<Office, 'address'>, { token, expires }: OneTimeLink): string {
  const page = `${address}/ru/desk/join`;
  return [
    `  ${page}#${token}`,
    '',
    `It works once, until ${new Date(expires).toISOString().slice(0, 16).replace('T', ' ')} UTC; /en/ instead of /ru/ opens it in English.`,
    `Without JavaScript: open ${page} and paste there`,
    '',
    `  ${token}`,
    '',
    'Whoever holds it gets in. Hand it over where nobody reads along, and not by e-mail.',
  ].join('\n');
}
