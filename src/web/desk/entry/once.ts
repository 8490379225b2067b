/** A form that was sent twice, by a second press or a lost connection, is done once. */
import { html } from '#html.ts';
import type { Once } from '#register/register.ts';
import { sha256 } from '../../sha256.ts';
import { whileHeld } from '../../while-held.ts';
import type { DeskView } from '../view.ts';

/** Hidden in the form; made anew each time the form is shown empty. */
export function onceField(view: Pick<DeskView, 'form'>) {
  return html`<input type="hidden" name="once" value="${keyIn(view) ?? crypto.randomUUID()}">`;
}

/** To be done with what is written, in one transaction: `ids` for what is made, and the answer that stands from then on. */
export type Claimed = (answer: string, ids: readonly string[]) => Once | undefined;

/** What `act` gave, now or the first time; 'running' while another request does the same. */
export async function once(
  view: DeskView,
  request: string,
  act: (claimed: Claimed) => Promise<string>,
): Promise<string> {
  const { following, staff } = view;
  const { idempotency } = following.register;
  const unclaimed = () => act(() => undefined);
  const key = keyIn(view);
  if (key === undefined) return unclaimed();
  const scope = `desk ${staff.actor.person}`;
  // Under the key, which lies nowhere: whoever has the disk and the books of an office could try its lines otherwise.
  const requestHash = await sha256(JSON.stringify([key, request]));
  const now = following.now().getTime();
  const before = await idempotency.begin(scope, key, requestHash, now);
  if (before === 'other' || before === 'spent') return unclaimed(); // the page was gone back to, and something else typed
  if (before) return 'running' in before ? 'running' : before.answer;
  const claimed: Claimed = (answer, ids) => ({ ids, claim: { scope, key, requestHash, answer, now } });
  try {
    return await whileHeld(following, { scope, key }, () => act(claimed));
  } catch (error) {
    await idempotency.drop(scope, key).catch(() => undefined); // what failed first is told
    throw error;
  }
}

function keyIn({ form }: Pick<DeskView, 'form'>): string | undefined {
  const key = form.line('once');
  return /^[0-9a-f-]{36}$/.test(key) ? key : undefined;
}
