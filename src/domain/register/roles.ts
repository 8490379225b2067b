/** Who of an organisation may do what. One table: pages, API and the tests of both read it. */

export const roles = ['coordinator', 'caseworker', 'analyst', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const operations = [
  /** Public facts of filings: lists, what is due. */
  'read-register',
  /** Opening sealed facts, with the passphrase of the organisation. */
  'read-sealed',
  'change-case',
  'enter-filing',
  'import',
  'export',
  'assign',
  'delete-case',
  'read-statistics',
  /** Counts without suppression: whoever sees the register could count it. */
  'read-exact-statistics',
  'manage-people',
  'manage-settings',
  /** Making the organisation's key, and giving it another passphrase. */
  'manage-key',
  'read-audit',
] as const;
export type Operation = (typeof operations)[number];

const caseworker: readonly Operation[] = [
  'read-register',
  'read-sealed',
  'change-case',
  'enter-filing',
  'import',
  'export',
  'read-statistics',
  'read-exact-statistics',
];

const allowed: Readonly<Record<Role, readonly Operation[]>> = {
  coordinator: [...caseworker, 'assign', 'delete-case', 'manage-key', 'read-audit'],
  caseworker,
  analyst: ['read-statistics'],
  administrator: ['manage-people', 'manage-settings', 'read-audit'],
};

export function may(role: Role, operation: Operation): boolean {
  return allowed[role].includes(operation);
}
