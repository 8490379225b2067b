/** Proverka as it is when the first person comes: the service has made one document of each kind since it started. */
import { compose } from '../../src/domain/compose.ts';
import { openLibrary } from '../../src/open-library.ts';
import { openSite } from '../../src/open-site.ts';
import { warmUp } from '../../src/warm-up.ts';
import { asNew, checked } from '../work/complaints.ts';
import { inTurn, type Open } from './contender.ts';

export const open: Open = async (folder) => {
  const library = await openLibrary();
  const operator = { name: undefined, contact: undefined };
  const site = openSite(library, { operator, publicUrl: undefined }, () => new Date());
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  warmUp(site, (error) => (error ? reject(error) : resolve()));
  await promise;
  return () =>
    inTurn(checked(library, folder), (complaint) =>
      site.formats.docx?.render(compose(library, asNew(complaint))),
    );
};
