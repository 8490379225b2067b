/** Every route of the register, with who may come. The pages that describe the API read it, and the test of who may do what. */
import { readArchive } from './archive.ts';
import type { ApiRoute } from './asked.ts';
import { addByStaff, assignCase, deleteCase, enterCase, markSeen, readCase, tagCase } from './cases.ts';
import { addByCode, changeByCode, deleteByCode, readByCode, withdrawByCode } from './code.ts';
import { listOrganisations, showPublicStatistics, showStatistics } from './counts.ts';
import { listAudit, listFilings, showToday } from './lists.ts';
import { changeSettings, readKey, readSettings, verifyAudit } from './office.ts';
import { changePerson, invitePerson, listPeople, resetPerson } from './people.ts';
import {
  addScanByCode,
  addScanByStaff,
  deleteScanByStaff,
  readScanByCode,
  readScanByStaff,
} from './scans.ts';
import { shareCase } from './share.ts';
import { beginSession, endSession } from './sitting.ts';
import { importTable } from './tables-in.ts';
import { exportRegister } from './tables-out.ts';
import { readHistory, replaceCase } from './whole-case.ts';

export const apiRoutes: readonly ApiRoute[] = [
  { method: 'post', path: '/filings', who: 'anybody', handler: shareCase },
  { method: 'post', path: '/filings/by-code', who: 'anybody', once: false, handler: readByCode },
  { method: 'post', path: '/filings/by-code/events', who: 'anybody', handler: addByCode },
  { method: 'post', path: '/filings/by-code/change', who: 'anybody', handler: changeByCode },
  { method: 'post', path: '/filings/by-code/scans', who: 'anybody', handler: addScanByCode },
  { method: 'post', path: '/filings/by-code/scan', who: 'anybody', once: false, handler: readScanByCode },
  { method: 'post', path: '/filings/by-code/withdraw', who: 'anybody', handler: withdrawByCode },
  { method: 'post', path: '/filings/by-code/delete', who: 'anybody', handler: deleteByCode },
  { method: 'get', path: '/organisations', who: 'anybody', handler: listOrganisations },
  { method: 'get', path: '/organisations/:id/statistics', who: 'anybody', handler: showPublicStatistics },
  { method: 'post', path: '/session', who: 'anybody', once: false, handler: beginSession },
  { method: 'delete', path: '/session', who: 'any', handler: endSession },
  { method: 'get', path: '/filings', who: 'read-register', handler: listFilings },
  { method: 'get', path: '/filings/:id', who: 'read-sealed', handler: readCase },
  { method: 'put', path: '/filings/:id', who: 'change-case', handler: replaceCase },
  { method: 'get', path: '/filings/:id/history', who: 'read-register', handler: readHistory },
  { method: 'get', path: '/filings/:id/archive', who: 'export', handler: readArchive },
  { method: 'post', path: '/filings/:id/events', who: 'change-case', handler: addByStaff },
  { method: 'post', path: '/filings/:id/scans', who: 'change-case', handler: addScanByStaff },
  { method: 'get', path: '/filings/:id/scans/:scan', who: 'read-sealed', handler: readScanByStaff },
  { method: 'delete', path: '/filings/:id/scans/:scan', who: 'change-case', handler: deleteScanByStaff },
  { method: 'put', path: '/filings/:id/seen', who: 'read-sealed', handler: markSeen },
  { method: 'put', path: '/filings/:id/assignee', who: 'assign', handler: assignCase },
  { method: 'put', path: '/filings/:id/tags', who: 'change-case', handler: tagCase },
  { method: 'delete', path: '/filings/:id', who: 'delete-case', handler: deleteCase },
  { method: 'post', path: '/cases', who: 'enter-filing', handler: enterCase },
  { method: 'get', path: '/today', who: 'read-register', handler: showToday },
  { method: 'get', path: '/statistics', who: 'read-statistics', handler: showStatistics },
  { method: 'post', path: '/imports', who: 'import', handler: importTable },
  { method: 'get', path: '/exports', who: 'export', handler: exportRegister },
  { method: 'get', path: '/audit', who: 'read-audit', handler: listAudit },
  { method: 'get', path: '/audit/verification', who: 'read-audit', handler: verifyAudit },
  { method: 'get', path: '/key', who: 'read-sealed', handler: readKey },
  { method: 'get', path: '/settings', who: 'manage-settings', handler: readSettings },
  { method: 'put', path: '/settings', who: 'manage-settings', handler: changeSettings },
  { method: 'get', path: '/people', who: 'manage-people', handler: listPeople },
  { method: 'post', path: '/people/invitations', who: 'manage-people', handler: invitePerson },
  { method: 'put', path: '/people/:id', who: 'manage-people', handler: changePerson },
  { method: 'post', path: '/people/:id/reset', who: 'manage-people', handler: resetPerson },
];

/** By which people without a sitting leave something. */
export const leavingRoutes = apiRoutes.filter(
  ({ method, who, once }) => method === 'post' && who === 'anybody' && once !== false,
);

/** As they are written for people: `POST /api/filings/{id}/events`. */
export function registerCalls(): string[] {
  return apiRoutes.map(({ method, path }) => `${method.toUpperCase()} ${addressOf(path)}`);
}

export function addressOf(path: string): string {
  return `/api${path.replace(/:(\w+)/g, '{$1}')}`;
}
