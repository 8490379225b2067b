/**
 * The register behind a case code, asked over the network from the tab that holds the code. What is sent: the half of the
 * code that finds the record, in the body of a request to our own site; public facts; what is sealed. Nothing else.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { isoDate } from '#domain/dates.ts';
import { statuses } from '#domain/organisation.ts';
import {
  armored,
  type CodeKeys,
  codeKeys,
  open,
  openBytes,
  type Stretch,
  sealBytes,
  sealJson,
  stretchCost,
} from '#sealing/sealing.ts';
import type { Returning, SharedRecord, SharedWith } from '#web/site.ts';
import { NoAnswer, problemCodes, type Said, tell } from './tell.ts';

const nameless = { ru: '', en: '' }; // the page shows none of an organisation that may not be named
const read = z.object({
  organisation: z.nullable(z.string()),
  sharedWith: z.nullable(
    z.object({
      name: z.nullable(z.object({ ru: z.string(), en: z.string() })),
      statusInRussia: z.enum(statuses),
      statusChecked: z.nullable(isoDate),
      retentionMonths: z.int(),
      recipient: z.nullable(z.string()),
    }),
  ),
  version: z.int(),
  withdrawn: z.boolean(),
  changedWeek: z.string().check(z.regex(/^\d{4}-W\d{2}$/)),
  sealed: z.string(),
});

const made = z.object({ id: z.string() });

const stretch: Stretch = (secret, salt, bytes) =>
  scryptAsync(utf8ToBytes(secret), salt, { ...stretchCost, dkLen: bytes });

export type AskedRegister = Returning & { forget: () => void };

export function askedRegister(salt: Uint8Array): AskedRegister {
  const stretched = new Map<string, Promise<CodeKeys>>();
  /** What a change was answered: the page looks again after it, and finds this. */
  let answered: SharedRecord | undefined;
  let sharedWith: SharedWith | undefined;
  const recordIn = async (said: Said): Promise<SharedRecord> => {
    const { sharedWith: told, organisation, ...record } = await readBy(read, said);
    sharedWith = told ? { ...told, name: told.name ?? nameless } : undefined;
    return { ...record, organisation: organisation ?? '' };
  };
  const keep = async (said: Said) => {
    answered = await recordIn(said);
  };
  return {
    now: () => new Date(),
    pause: async () => {}, // the server holds back its answers
    toldBy: async (finder) => finder, // the server hashes it
    forget: () => {
      stretched.clear();
      answered = undefined;
    },
    sealing: {
      codeKeys: (code) => {
        const known = stretched.get(code);
        if (known) return known;
        const keys = codeKeys(stretch, code, salt);
        stretched.set(code, keys);
        keys.catch(() => stretched.delete(code)); // a phone without the memory for it may have it later
        return keys;
      },
      open,
      openBytes,
      sealBytes,
      sealJson,
    },
    register: {
      salt,
      limits: { take: async () => true }, // the server counts
      organisations: { get: async () => sharedWith },
      shared: {
        find: async (finder) => {
          const known = answered;
          answered = undefined;
          if (known) return known;
          const said = await tell('', { finder }, [200, 404, 429]);
          if (said.status === 429) return 'limited';
          return said.status === 404 ? undefined : recordIn(said);
        },
        change: async (finder, version, content) => {
          const said = await tell('/change', { finder, ...content }, [200, 404, 412, 413, 422], version);
          if (said.status === 200) await keep(said);
          if (said.status === 200) return 'done';
          if (said.status === 404) return 'gone';
          if (said.status === 412) return 'conflict';
          const codes = said.status === 422 ? await problemCodes(said) : [];
          return codes.includes('sharing-refused') ? 'refused' : 'unsealable';
        },
        addScan: async (finder, _, sealed) => {
          const said = await tell('/scans', { finder, sealed: armored(sealed) }, [201, 404, 422]);
          return said.status === 201 && (await readBy(made, said)).id;
        },
        scan: async (finder, scan) => {
          const said = await tell('/scan', { finder, scan }, [200, 404]);
          return said.status === 200 ? said.bytes() : undefined;
        },
        withdraw: async (finder, sealed) => {
          const said = await tell('/withdraw', { finder, sealed }, [200, 404]);
          if (said.status === 200) await keep(said);
          return said.status === 200;
        },
        delete: async (finder) => (await tell('/delete', { finder }, [204, 404])).status === 204,
      },
    },
  };
}

/** What has another shape was said by somebody else, or by a register of another version. */
async function readBy<T>(shape: z.ZodMiniType<T>, said: Said): Promise<T> {
  const read = z.safeParse(shape, await said.json());
  if (!read.success) throw new NoAnswer('unavailable');
  return read.data;
}
