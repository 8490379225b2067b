/** Proverka from a checked complaint to the file: the rules of the law, the words, the typography, the bytes. */
import { compose } from '../../src/domain/compose.ts';
import { formats } from '../../src/renderers/formats.ts';
import { asNew, checked, openLibrary } from '../work/complaints.ts';
import { inTurn, type Open } from './contender.ts';

export const open: Open = (folder) => {
  const library = openLibrary();
  return () =>
    inTurn(checked(library, folder), (complaint) => formats.docx.render(compose(library, asNew(complaint))));
};
