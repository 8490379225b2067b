/** Every paper of a kind for one document. */
import { envelopes } from './envelope.ts';
import { inventory } from './inventory.ts';
import type { Dispatch, Paper, PaperKind } from './paper.ts';
import { secondCopy } from './second-copy.ts';

export function papersOf(kind: PaperKind, dispatch: Dispatch): Paper[] {
  switch (kind) {
    case 'envelope':
      return envelopes(dispatch);
    case 'inventory':
      return [inventory(dispatch)];
    case 'second-copy':
      return [secondCopy(dispatch)];
    default:
      return kind satisfies never;
  }
}
