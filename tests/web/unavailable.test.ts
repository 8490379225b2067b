/** A register that cannot be written or read says so, to programs and to people, and nothing that was typed is lost. */
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { RegisterUnavailable } from '#register/register.ts';
import { openTestFollowing } from '../support/register.ts';
import { openService, postForm } from '../support/site.ts';

const test = await openTestFollowing();
afterAll(() => test.close());

/** The real service over a register that fails in this way wherever it is asked. */
function failing(reason: RegisterUnavailable['reason']) {
  const fail = () => Promise.reject(new RegisterUnavailable(reason));
  const part = new Proxy({}, { get: () => fail });
  const { salt } = test.register;
  const register = new Proxy(test.register, { get: (_, name) => (name === 'salt' ? salt : part) });
  return openService({ following: { ...test.following, register } });
}

describe.each(['full', 'unreachable', 'busy'] as const)('a database that is %s', (reason) => {
  const { app, faults, site } = failing(reason);

  it('is told to a program in its language, with when to try again, and to the operator', async () => {
    for (const language of languages) {
      const response = await app.request('/api/organisations', { headers: { 'Accept-Language': language } });
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      const { detail } = await response.json();
      expect(detail).toBe(site.texts(language)(`errors.unavailable.${reason}`));
    }
    expect(faults.at(-1)?.error.name).toBe('RegisterUnavailable');
  });

  it('is told to a person, who sends the same again with one press', async () => {
    const headers = { Cookie: `__Host-desk=${'ab'.repeat(32)}.x`, 'Sec-Fetch-Site': 'same-origin' };
    const typed = 'Позвонить в приёмную\r\n«второй раз» <b>';
    const response = await postForm(app, '/ru/desk/entry', { note: typed, number: '12' }, headers);
    expect(response.status).toBe(503);
    const page = await response.text();
    expect(page).toContain(site.texts('ru')(`errors.unavailable.${reason}`));
    expect(page).toContain('action="/ru/desk/entry"');
    expect(page).toContain('name="number" value="12"');
    expect(page).toContain('«второй раз» &lt;b&gt;');
    expect(page).not.toContain('<b>');
  });
});
