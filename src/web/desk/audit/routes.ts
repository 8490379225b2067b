/** Addresses of the audit log. */
import type { DeskRoute } from '../view.ts';
import { auditPage, verifyAudit } from './page.ts';

export const auditRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/audit', operation: 'read-audit', handler: auditPage },
  { method: 'post', path: '/audit/verify', operation: 'read-audit', handler: verifyAudit },
];
