/** Proverka from a composed document to the file: what its DOCX writer alone costs. */
import { compose } from '../../src/domain/compose.ts';
import { openLibrary } from '../../src/open-library.ts';
import { formats } from '../../src/renderers/formats.ts';
import { checked } from '../work/complaints.ts';
import { inTurn, type Open } from './contender.ts';

export const open: Open = async (folder) => {
  const library = await openLibrary();
  return () => {
    const documents = checked(library, folder).map((complaint) => compose(library, complaint));
    return inTurn(documents, (document) => formats.docx.render(document));
  };
};
