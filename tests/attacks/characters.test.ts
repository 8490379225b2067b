/** Characters that nobody sees, or that turn a line around: they are left out of the letter, and the words around them stay. */
import { describe, expect, it } from 'vitest';
import { bodyOf, postForm, postJson } from '../support/site.ts';
import { readPage } from '../web/page.ts';
import { app, expectInert, pageForm } from './inert.ts';

describe.each([
  ['a null byte', '\u0000'],
  ['a backspace', '\u0008'],
  ['an escape sequence', '\u001b[31m', '[31m'],
  ['delete and the C1 controls', '\u007f\u0080\u009f'],
  ['a right-to-left override', '\u202e'],
  ['an isolate that is never closed', '\u2067\u2066'],
  ['marks of direction', '\u200e\u200f\u061c'],
  ['an invisible space', '\u200b\u2060\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a lone high surrogate', '\ud800'],
  ['a lone low surrogate', '\udc00'],
  ['surrogates the wrong way round', '\udc00\ud800'],
  ['no characters at all', '\uffff\ufffe\u{1fffe}'],
  ['private characters', '\ue000\u{f0000}'],
  ['invisible tags', '\u{e0041}\u{e007f}'],
])('somebody types %s', (_, attack, left = '') => {
  it('between words, and only the words are printed', () =>
    expectInert(`до${attack}после`, `до${left}после`));

  it('in a form, and the next page carries none of it', async () => {
    const page = readPage(
      await (await postForm(app, '/ru/online/name', pageForm(`до${attack}после`))).text(),
    );
    const carried = page.controls.find(({ name }) => name === 'applicant.address')?.value;
    expect(carried).toBe(`г. Москва до${left}после`);
  });

  it('instead of a name, and nothing counts as given', async () => {
    const response = await postJson(app, bodyOf('crime-report-media', { applicant: { lastName: attack } }));
    expect(response.status).toBe(422);
  });
});

it.each(['\u0000', '\ud800', '\u202e', '\ufeff'])(
  '%o in the name of a field is a field that is not there',
  async (mark) => {
    const body = { ...bodyOf('crime-report-media'), [`date${mark}`]: '2026-12-01' };
    const response = await postJson(app, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: '?', code: 'unknown-field' }] });
    const form = await postForm(app, '/ru/online/name', [
      [`applicant.lastName${mark}`, 'x'],
      ['move', 'stay'],
    ]);
    expect(readPage(await form.text()).controls.map(({ value }) => value)).not.toContain('x');
  },
);

it('bytes that are no UTF-8 are read as well as can be, and break nothing', async () => {
  const bytes = new Uint8Array([
    ...new TextEncoder().encode('{"template":"'),
    0xff,
    0xc0,
    0x80,
    0xed,
    0xa0,
    0x80,
    0x22,
    0x7d,
  ]);
  const response = await app.request('/api/complaints', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: bytes,
  });
  expect(response.status).toBe(404);
});
