/**
 * Procedures under which a document that was filed is considered: they decide which time limits run for it
 * (УПК 144, 124, 125, 389.4; 59-ФЗ; 1-ФКЗ).
 */
export const procedures = [
  'crime-report',
  'appeal-59fz',
  'complaint-124',
  'court-125',
  'appeal-125',
  'ombudsman',
] as const;
export type Procedure = (typeof procedures)[number];
