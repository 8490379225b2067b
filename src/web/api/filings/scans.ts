/** Scans of answers: files sealed in the format of age, of which the register knows the size alone. */
import type { Context } from 'hono';
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked, StaffAsked } from './asked.ts';
import { caseOf } from './cases.ts';
import { stale } from './changing.ts';
import { byCode } from './code.ts';
import { bodyBy, ifMatch } from './reading.ts';
import { idPattern } from './schemas.ts';

export async function addScanByStaff(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, plan } = asked;
  const read = await bodyBy(c, asked, asked.schemas.scan);
  if (!read.ok) return read.response;
  const found = await caseOf(c, asked);
  if (!found) return problemResponse(c, asked.t, 'record');
  return added(c, asked, read.value.sealed, async (id, bytes) => {
    const claim = await plan?.claim([id]);
    return following.register.cases.addScan(staff.actor, found.id, id, bytes, claim);
  });
}

/** As it lies there; the log says who took it. */
export async function readScanByStaff(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff } = asked;
  const found = await caseOf(c, asked);
  const id = c.req.param('scan') ?? '';
  const { cases, audit } = following.register;
  const bytes = found && idPattern.test(id) && (await cases.scan(staff.actor, found.id, id));
  if (!found || !bytes) return problemResponse(c, asked.t, 'record');
  const { organisation, person } = staff.actor;
  await audit.write(organisation, { person, action: 'sealed-viewed', subject: found.id });
  return file(c, bytes);
}

/**
 * Its bytes are gone; the sealed facts go on naming it until whoever opens them stores them without it. If-Match, where it
 * is sent, keeps what somebody changed meanwhile from being overlooked.
 */
export async function deleteScanByStaff(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site, t } = asked;
  const { cases } = following.register;
  const found = await caseOf(c, asked);
  const scan = found?.scans.find(({ id }) => id === c.req.param('scan'));
  if (!found || !scan) return problemResponse(c, t, 'record');
  const wanted = ifMatch(c);
  const version = typeof wanted === 'number' ? wanted : undefined;
  const deleted = await cases.deleteScan(staff.actor, found.id, scan.id, site.today(), { version });
  const now = (await cases.get(staff.actor, found.id))?.version ?? found.version;
  if (deleted === 'conflict') return stale(c, asked, version ?? now, now);
  return deleted === 'gone' ? problemResponse(c, t, 'record') : c.body(null, 204, { ETag: `"${now}"` });
}

export async function addScanByCode(c: Context, asked: Asked): Promise<Response> {
  const { shared } = asked.following.register;
  return byCode(c, asked, 'byCodeScans', ({ sealed }, _, finder) =>
    added(c, asked, sealed, async (id, bytes) => {
      const claim = await asked.plan?.claim([id]);
      return shared.addScan(finder, id, bytes, claim);
    }),
  );
}

export async function readScanByCode(c: Context, asked: Asked): Promise<Response> {
  const { shared } = asked.following.register;
  return byCode(c, asked, 'byCodeScan', async ({ scan }, _, finder) => {
    const bytes = await shared.scan(finder, scan);
    return bytes ? file(c, bytes) : problemResponse(c, asked.t, 'record');
  });
}

type Store = (id: string, bytes: Uint8Array) => Promise<boolean>;

/** Its id is what the sealed facts are to name the scan by: whoever sends it adds it to them. */
async function added(c: Context, { t, plan }: Asked, armor: string, store: Store): Promise<Response> {
  const [known] = plan?.done ?? [];
  const id = known ?? crypto.randomUUID();
  if (known === undefined && !(await store(id, bytesIn(armor))))
    return problemResponse(c, t, 422, [
      { path: 'sealed', code: 'too-many', params: { max: sealedLimits.scans } },
    ]);
  return c.json({ id }, 201);
}

/** The file within an armor, which has been looked at already: Base64 between its first line and its last. */
function bytesIn(armor: string): Uint8Array {
  const base64 = armor.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function file(c: Context, bytes: Uint8Array<ArrayBuffer>): Response {
  return c.body(bytes, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment; filename="scan.age"',
    'Cache-Control': 'no-store',
  });
}
