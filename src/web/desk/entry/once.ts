/** A form that was sent twice, by a second press or a lost connection, is done once. */
import { html } from '#html.ts';
import { sha256 } from '../../sha256.ts';
import { whileHeld } from '../../while-held.ts';
import type { DeskView } from '../view.ts';

/** Hidden in the form; made anew each time the form is shown empty. */
export function onceField(view: Pick<DeskView, 'form'>) {
  return html`<input type="hidden" name="once" value="${keyIn(view) ?? crypto.randomUUID()}">`;
}

/** What `act` gave, now or the first time; 'running' while another request does the same. */
export async function once(view: DeskView, request: string, act: () => Promise<string>): Promise<string> {
  const { following, staff } = view;
  const { idempotency } = following.register;
  const key = keyIn(view);
  if (key === undefined) return act();
  const scope = `desk ${staff.actor.person}`;
  // Under the key, which lies nowhere: whoever has the disk and the books of an office could try its lines otherwise.
  const hash = await sha256(JSON.stringify([key, request]));
  const before = await idempotency.begin(scope, key, hash, following.now().getTime());
  if (before === 'other' || before === 'spent') return act(); // the page was gone back to, and something else typed
  if (before) return 'running' in before ? 'running' : before.answer;
  try {
    const answer = await whileHeld(following, { scope, key }, act);
    await idempotency.keep(scope, key, answer, following.now().getTime());
    return answer;
  } catch (error) {
    await idempotency.drop(scope, key);
    throw error;
  }
}

function keyIn({ form }: Pick<DeskView, 'form'>): string | undefined {
  const key = form.line('once');
  return /^[0-9a-f-]{36}$/.test(key) ? key : undefined;
}
