/** A register on a database of its own, with a clock that tests move, organisations with keys and people who are signed in. */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Role } from '#domain/register/roles.ts';
import type { Actor, Register } from '#register/register.ts';
import { boundSealing, type Sealing } from '#sealing/bound.ts';
import type { KeyPair, Stretch } from '#sealing/sealing.ts';
import type { Following } from '#web/site.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { library, today } from './library.ts';

export type TestOrganisation = { id: string; key: KeyPair; passphrase: string };
/** `token` is what the cookie (or `Authorization: Bearer`) holds. */
export type TestPerson = { actor: Actor; login: string; token: string };

export type TestFollowing = {
  following: Following;
  register: Register;
  sealing: Sealing;
  /** Moves the clock: a day as `2026-12-01`, or a moment. */
  setNow: (moment: string) => void;
  /** With a key pair whose passphrase is given; nothing else is asked for. */
  organisation: (id?: string, settings?: Partial<Settings>) => Promise<TestOrganisation>;
  /** Signed in; the organisation is locked. */
  person: (organisation: string, role: Role) => Promise<TestPerson>;
  close: () => Promise<void>;
};

type Settings = Omit<Parameters<Register['organisations']['create']>[0], 'id'>;

const settings: Settings = {
  name: { ru: 'Архив «Пример»', en: 'Example Archive' },
  contact: 'archive@example.org',
  statusInRussia: 'none-found',
  statusChecked: '2026-11-01',
  statusSource: 'https://example.org/status',
  retentionMonths: 36,
  publicStatistics: false,
  tags: ['срочно', 'проверить'],
};

const day = 24 * 60 * 60 * 1000;

/** Keys as good as those of scrypt, in a thousandth of its time. */
const quick: Stretch = async (secret, salt, bytes) =>
  new Uint8Array(hkdfSync('sha256', secret, salt, 'of a test', bytes));

/**
 * On SQLite in memory, unless `options` name a folder or a PostgreSQL. The clock stands at nine on the day `today`.
 * Where a browser or another program stretches the same secret, `stretch` is that of the service.
 */
export async function openTestFollowing(
  options: { dataDir?: string; databaseUrl?: string | undefined; stretch?: Stretch } = {},
): Promise<TestFollowing> {
  let moment = new Date(`${today}T09:00:00Z`);
  const now = () => new Date(moment);
  const { dataDir = ':memory:', databaseUrl, stretch = quick } = options;
  const register = await openRegister({ dataDir, databaseUrl, library, now });
  const sealing = boundSealing(stretch, register.salt);
  return {
    following: { register, sealing, now, pause: async () => {} }, // no answer by a code is held back
    register,
    sealing,
    setNow: (next) => {
      moment = new Date(next.length === 10 ? `${next}T09:00:00Z` : next);
    },
    organisation: async (id = 'primer', changes = {}) => {
      await register.organisations.create({ id, ...settings, ...changes });
      const passphrase = `passphrase of ${id}`;
      const salt = randomBytes(16);
      const key = await sealing.newKeyPair();
      const { recipient } = await sealing.passphraseKeys(passphrase, salt);
      const sealedKey = await sealing.seal(key.identity, [recipient]);
      const actor: Actor = { organisation: id, person: 'nobody', role: 'coordinator' };
      await register.organisations.keepKey(actor, {
        recipient: key.recipient,
        sealedKey,
        salt: salt.toString('hex'),
      });
      return { id, key, passphrase };
    },
    person: async (organisation, role) => {
      const invitation = randomBytes(32).toString('hex');
      const login = `${role}-${invitation.slice(0, 16)}`;
      const at = moment.getTime();
      await register.people.invite({ organisation }, invitation, role, at + day);
      const person = await register.people.accept(
        invitation,
        { login, credential: { salt: '00', sealedSecret: 'opened by no password' } },
        at,
      );
      if (typeof person === 'string') throw new Error(person);
      const token = randomBytes(32).toString('hex');
      await register.sessions.begin({
        token: createHash('sha256').update(token).digest('hex'),
        person: person.id,
        now: at,
        expires: at + 10 * 365 * day,
      });
      return { actor: { organisation, person: person.id, role }, login, token };
    },
    close: () => register.close(),
  };
}
