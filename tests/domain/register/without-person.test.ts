/** A case is shared without the person, whatever signs stand in their name, their address and their telephone. */
import { expect, it } from 'vitest';
import type { CaseFile } from '#domain/case/case-file.ts';
import { withoutPerson } from '#domain/register/case-to-share.ts';

const applicant = {
  lastName: 'Римская-Корсакова',
  firstName: 'Анна',
  gender: 'female',
  address: '614999, г. Ростов-на-Дону, ул. 9-я (Потаённая), д. 9/3, кв. 1?',
  email: 'anna.r-k+1@example.net',
  phone: '+7 (902) 555-81-37',
} as const;

it('a hyphen, a bracket or a plus in an address or a telephone keeps nobody from sharing', () => {
  const { address, email, phone } = applicant;
  const text = `Анна Римская-Корсакова, ${address}, ${email}, ${phone}: прошу проверить.`;
  const kept = { applicant, filings: [{ text, sha256: '' }] } as unknown as CaseFile; // what is read here of a case
  const [filing] = withoutPerson(kept).filings;
  expect(filing?.text).toBe('[…] […]-[…], […], […], […]: прошу проверить.');
});
