/** Whoever finds a fault learns from the site itself whom to tell (RFC 9116). */
import { describe, expect, it } from 'vitest';
import { openService } from '../support/site.ts';

const ask = (contact: string | undefined, publicUrl?: string) =>
  openService({ operator: { name: undefined, contact }, publicUrl }).app.request('/.well-known/security.txt');

describe('/.well-known/security.txt', () => {
  it('names the contact of the operator, a day in the next year after which it is old, and its own address', async () => {
    const response = await ask('help@example.org', 'https://example.org');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; *charset=utf-8$/i);
    expect(await response.text()).toBe(
      [
        'Contact: mailto:help@example.org',
        'Expires: 2027-06-01T00:00:00Z',
        'Preferred-Languages: ru, en',
        'Canonical: https://example.org/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  it('takes addresses out of a sentence, in their order, and leaves words out', async () => {
    const text = await (await ask('Форма: https://example.org/help; почта <help@example.org>.')).text();
    expect(text.match(/^Contact: .*$/gm)).toEqual([
      'Contact: https://example.org/help',
      'Contact: mailto:help@example.org',
    ]);
    expect(text).not.toContain('Canonical');
  });

  it.each([[undefined], ['Спросите в редакции'], ['http://example.org'], ['javascript:alert(1)']])(
    'is not there where the contact is %j: a program could not follow it',
    async (contact) => expect((await ask(contact)).status).toBe(404),
  );

  it('is one line for each field, whatever the contact holds', async () => {
    const text = await (await ask('help@example.org\r\nExpires: 2099-01-01T00:00:00Z')).text();
    expect(text.match(/^Expires/gm)).toHaveLength(1);
  });
});
