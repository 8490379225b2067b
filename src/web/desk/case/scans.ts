/** Scans of answers: sealed as the case is, shown by the browser under a policy that lets them do nothing. */
import { scanType } from '#domain/register/scan-type.ts';
import type { Scan } from '#domain/register/sealed-facts.ts';
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import { isBanned } from '../../case/banned-in-case.ts';
import { setPolicy } from '../../middleware/own-policy.ts';
import { sha256 } from '../../sha256.ts';
import { notHere } from '../closed.ts';
import { askPassphrase } from '../key/unlock.ts';
import type { DeskHandler } from '../view.ts';
import { showConflict } from './conflict.ts';
import { openingOf, recipientsOf } from './opening.ts';
import { showOpened } from './page.ts';
import { endingOf, largestScan } from './scan-files.ts';
import { storeAndShow, versionIn } from './storing.ts';

export const addScan: DeskHandler = async (c, view) => {
  const opening = await openingOf(c, view);
  if (opening.state === 'locked') return askPassphrase(c, view);
  if (opening.state !== 'opened') return notHere(c, view);
  const { opened } = opening;
  const { t, form, following, staff, site, today } = view;
  const file = form.upload('scan');
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer());
  const type = scanType(bytes);
  const wrong = (text: string) => showOpened(c, view, opened, { field: 'scan', text });
  if (!type) return wrong(t('desk.case.scan.wrongType'));
  if (bytes.length > largestScan || opened.facts.scans.length >= sealedLimits.scans)
    return wrong(
      t('desk.case.scan.large', { max: Math.floor(largestScan / 1000), count: sealedLimits.scans }),
    );
  const name =
    form.line('name').slice(0, sealedLimits.fileName) || `${today}-${opened.facts.scans.length + 1}`;
  if (isBanned(site.library, name)) return wrong(t('desk.import.code.banned-name'));
  const mine = { lines: [t('desk.case.scan.again')], again: false };
  if (versionIn(view) !== opened.record.version) return showConflict(c, view, opened, mine);
  const scan: Scan = { id: crypto.randomUUID(), name, type, sha256: await sha256(bytes) };
  const sealed = await following.sealing.sealBytes(bytes, recipientsOf(view, opened.record));
  if (!(await following.register.cases.addScan(staff.actor, opened.record.id, scan.id, sealed)))
    return notHere(c, view);
  const facts = { ...opened.facts, scans: [...opened.facts.scans, scan] };
  return storeAndShow(c, view, opened, facts, mine, '#scans');
};

/** An image is shown; a PDF is saved, because browsers show none under such a policy. */
export const showScan: DeskHandler = async (c, view) => {
  const opening = await openingOf(c, view);
  const identity = await view.identity();
  if (opening.state === 'gone') return notHere(c, view);
  if (opening.state === 'locked' || identity === undefined) return askPassphrase(c, view);
  if (opening.state !== 'opened') return notHere(c, view);
  const { facts, record } = opening.opened;
  const at = record.scans.findIndex(({ id }) => id === c.req.param('scan'));
  const id = record.scans[at]?.id;
  const { register, sealing } = view.following;
  const sealed = id === undefined ? undefined : await register.cases.scan(view.staff.actor, record.id, id);
  const bytes = sealed && (await sealing.openBytes(sealed, identity));
  const type = bytes && scanType(bytes);
  const named = facts.scans.find((one) => one.id === id);
  if (!bytes || !type || (named && named.type !== type)) return notHere(c, view);
  const name = `scan-${(named ? facts.scans.indexOf(named) : at) + 1}.${endingOf(type)}`;
  setPolicy(c, "default-src 'none'; sandbox");
  return c.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': `${type === 'application/pdf' ? 'attachment' : 'inline'}; filename="${name}"`,
    'Cache-Control': 'no-store',
  });
};
