/** Who may do what: the sentences of the issue, one by one. */
import { describe, expect, it } from 'vitest';
import { may, type Operation, operations, type Role, roles } from '#domain/register/roles.ts';

const allowed = (role: Role) => operations.filter((operation) => may(role, operation));
const who = (operation: Operation) => roles.filter((role) => may(role, operation));

describe('who may do what', () => {
  it('an analyst sees counts only', () => {
    expect(allowed('analyst')).toEqual(['read-statistics']);
  });

  it('an administrator has people and settings, and never a filing', () => {
    expect(allowed('administrator')).toEqual(['manage-people', 'manage-settings', 'read-audit']);
  });

  it('sealed facts open to coordinators and caseworkers alone', () => {
    expect(who('read-sealed')).toEqual(['coordinator', 'caseworker']);
    expect(who('export')).toEqual(['coordinator', 'caseworker']);
  });

  it('a caseworker deletes nothing, gives work to nobody and makes no key', () => {
    for (const operation of ['delete-case', 'assign', 'manage-key', 'read-audit'] as const)
      expect(may('caseworker', operation)).toBe(false);
  });

  it('a coordinator may do all that a caseworker may, and does not manage people', () => {
    for (const operation of allowed('caseworker')) expect(may('coordinator', operation)).toBe(true);
    expect(may('coordinator', 'manage-people')).toBe(false);
  });

  it('everything may be done by somebody', () => {
    for (const operation of operations) expect(who(operation)).not.toEqual([]);
  });
});
