/** Proverka from a checked complaint to the file: the rules of the law, the words, the typography, the bytes. */
import { compose } from '../../src/domain/compose.ts';
import { openLibrary } from '../../src/open-library.ts';
import { formats } from '../../src/renderers/formats.ts';
import { asNew, checked } from '../work/complaints.ts';
import { inTurn, type Open } from './contender.ts';

export const open: Open = async (folder) => {
  const library = await openLibrary();
  return () =>
    inTurn(checked(library, folder), (complaint) => formats.docx.render(compose(library, asNew(complaint))));
};
