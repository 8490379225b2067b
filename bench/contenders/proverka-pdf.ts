/** Proverka from a checked complaint to the PDF. */
import { compose } from '../../src/domain/compose.ts';
import { openLibrary } from '../../src/open-library.ts';
import { formats } from '../../src/renderers/formats.ts';
import type { SiteFormat } from '../../src/web/site.ts';
import { asNew, checked } from '../work/complaints.ts';
import { inTurn, type Open } from './contender.ts';

const named: Readonly<Record<string, SiteFormat>> = formats;

export const open: Open = async (folder) => {
  const { pdf } = named;
  if (!pdf) throw new Error('no PDF yet');
  const library = await openLibrary();
  return () =>
    inTurn(checked(library, folder), (complaint) => pdf.render(compose(library, asNew(complaint))));
};
