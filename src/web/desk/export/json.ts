/** The register as JSON: its public facts, the seal of each case as it is, and what is in it where the key is open. */
import { openedWith } from '../case/opening.ts';
import type { DeskView } from '../view.ts';

/** One case a line, so that a program need not hold all of it. */
export async function* jsonOf(view: DeskView, identity: string | undefined): AsyncGenerator<string> {
  const { following, staff, organisation, today } = view;
  yield `{"format":"register","version":1,"organisation":${JSON.stringify(organisation.id)},"day":"${today}","cases":[`;
  let separator = '\n';
  for await (const record of following.register.cases.each(staff.actor)) {
    const { organisation: _, scans: __, filerRecipient: ___, isNew: ____, ...rest } = record;
    const opened = identity === undefined ? undefined : await openedWith(view, record, identity);
    const facts = opened === undefined || typeof opened === 'string' ? undefined : opened.facts;
    yield `${separator}${JSON.stringify({ ...rest, ...(facts && { facts }) })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
