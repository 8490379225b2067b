/** The pages on which the register is worked with: today, the register, cases, entry, import, export. */
import { episodePage } from './case/episode.ts';
import { addNote, askDelete, assignCase, changePerson, deleteCase, tagCase } from './case/marks.ts';
import { casePage, unlockCase } from './case/page.ts';
import { backToCase, caseMoves, casePages, nextDocument } from './case/pages.ts';
import { askDeleteScan, deleteScan } from './case/scan-delete.ts';
import { addScan, showScan } from './case/scans.ts';
import { addEntry, entryPage } from './entry/entry.ts';
import { archiveFile } from './export/archive.ts';
import { exportFile, exportPage } from './export/pages.ts';
import { columnGuide, exampleTable } from './import/guide.ts';
import { importPage, importTable } from './import/pages.ts';
import { registerPage } from './register/list.ts';
import { backToRegister, searchPage } from './register/search-page.ts';
import { todayPage } from './today/today.ts';
import type { DeskRoute } from './view.ts';

const caseRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/case/:case', operation: 'read-register', handler: casePage },
  { method: 'get', path: '/case/:case/document', operation: 'change-case', handler: nextDocument },
  { method: 'get', path: '/case/:case/unlock', operation: 'read-sealed', handler: unlockCase },
  { method: 'get', path: '/case/:case/scans/:scan', operation: 'read-sealed', handler: showScan },
  { method: 'get', path: '/case/:case/scans/:scan/delete', operation: 'change-case', handler: askDeleteScan },
  { method: 'post', path: '/case/:case/scans/:scan/delete', operation: 'change-case', handler: deleteScan },
  { method: 'get', path: '/case/:case/delete', operation: 'delete-case', handler: askDelete },
  { method: 'post', path: '/case/:case', operation: 'change-case', handler: caseMoves },
  ...Object.entries(casePages).map(
    ([page, handler]): DeskRoute => ({
      method: 'post',
      path: `/case/:case/${page}`,
      operation: 'change-case',
      handler,
    }),
  ),
  { method: 'post', path: '/case/:case/archive', operation: 'export', handler: archiveFile },
  { method: 'post', path: '/case/:case/episode', operation: 'change-case', handler: episodePage },
  { method: 'post', path: '/case/:case/notes', operation: 'change-case', handler: addNote },
  { method: 'post', path: '/case/:case/person', operation: 'change-case', handler: changePerson },
  { method: 'post', path: '/case/:case/tags', operation: 'change-case', handler: tagCase },
  { method: 'post', path: '/case/:case/scans', operation: 'change-case', handler: addScan },
  { method: 'post', path: '/case/:case/assign', operation: 'assign', handler: assignCase },
  { method: 'post', path: '/case/:case/delete', operation: 'delete-case', handler: deleteCase },
  { method: 'get', path: '/case/:case/:page', operation: 'read-register', handler: backToCase },
];

export const workRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/today', operation: 'read-register', handler: todayPage },
  { method: 'get', path: '/register', operation: 'read-register', handler: registerPage },
  { method: 'get', path: '/register/search', operation: 'read-sealed', handler: backToRegister },
  { method: 'post', path: '/register/search', operation: 'read-sealed', handler: searchPage },
  ...caseRoutes,
  { method: 'get', path: '/entry', operation: 'enter-filing', handler: entryPage },
  { method: 'post', path: '/entry', operation: 'enter-filing', handler: addEntry },
  { method: 'get', path: '/import', operation: 'import', handler: importPage },
  { method: 'post', path: '/import', operation: 'import', handler: importTable },
  { method: 'get', path: '/import/columns', operation: 'import', handler: columnGuide },
  { method: 'get', path: '/import/example.csv', operation: 'import', handler: exampleTable },
  { method: 'get', path: '/export', operation: 'export', handler: exportPage },
  { method: 'post', path: '/export', operation: 'export', handler: exportFile },
];
