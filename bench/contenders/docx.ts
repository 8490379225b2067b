/** `docx` builds the whole package from scratch on each call: there is no other way to use it for a whole document. */
import { inTurn, type Open, readDocuments } from './contender.ts';
import { writeDocx } from './docx-layout.ts';

export const open: Open = (folder) => () => inTurn(readDocuments(folder), writeDocx);
