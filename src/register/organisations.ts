/** The organisations of this installation: what they are called, what they decided, and their key as it is kept. */
import type { Insertable, Selectable } from 'kysely';
import type { MemberOrganisation } from '#domain/register/member-organisation.ts';
import { appendAudit, emptyChain } from './audit.ts';
import type { Db } from './db.ts';
import type { OrganisationSettings, Organisations } from './register.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['organisation']>;

export function organisationsPart({ read, write, now }: Db): Organisations {
  return {
    all: () =>
      read(async (kysely) =>
        (await kysely.selectFrom('organisation').selectAll().orderBy('id').execute()).map(organisationOf),
      ),
    get: (id) =>
      read(async (kysely) => {
        const query = kysely.selectFrom('organisation').selectAll().where('id', '=', id);
        const row = await query.executeTakeFirst();
        return row && organisationOf(row);
      }),
    create: ({ id, ...settings }) =>
      write(async (trx) => {
        const made = await trx
          .insertInto('organisation')
          .values({
            id,
            ...columnsOf(settings),
            recipient: null,
            sealed_key: null,
            key_salt: null,
            ...emptyChain,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!made) return false;
        await appendAudit(trx, id, { person: null, action: 'organisation-created', subject: id }, now());
        return true;
      }),
    change: ({ organisation, person }, settings) =>
      write(async (trx) => {
        const known = await trx
          .selectFrom('organisation')
          .selectAll()
          .where('id', '=', organisation)
          .executeTakeFirst();
        if (!known) return;
        await trx
          .updateTable('organisation')
          .set(columnsOf({ ...organisationOf(known), ...settings }))
          .where('id', '=', organisation)
          .execute();
        await appendAudit(trx, organisation, { person, action: 'settings-changed' }, now());
      }),
    key: (id) =>
      read(async (kysely) => {
        const row = await kysely
          .selectFrom('organisation')
          .select(['recipient', 'sealed_key', 'key_salt'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row?.recipient || !row.sealed_key || !row.key_salt) return undefined;
        return { recipient: row.recipient, sealedKey: row.sealed_key, salt: row.key_salt };
      }),
    keepKey: ({ organisation, person }, { recipient, sealedKey, salt }) =>
      write(async (trx) => {
        const keep = (known: 'none' | 'same') =>
          trx
            .updateTable('organisation')
            .set({ recipient, sealed_key: sealedKey, key_salt: salt })
            .where('id', '=', organisation)
            .where((row) =>
              known === 'none' ? row('recipient', 'is', null) : row('recipient', '=', recipient),
            )
            .returning('id')
            .executeTakeFirst();
        const isFirst = (await keep('none')) !== undefined;
        if (!isFirst && !(await keep('same'))) return false;
        const action = isFirst ? 'key-made' : 'key-rewrapped';
        await appendAudit(trx, organisation, { person, action }, now());
        return true;
      }),
  };
}

function organisationOf(row: Row): MemberOrganisation {
  const tags: string[] = JSON.parse(row.tags);
  return {
    id: row.id,
    name: { ru: row.name_ru, en: row.name_en },
    contact: row.contact,
    statusInRussia: row.status_in_russia as MemberOrganisation['statusInRussia'], // written by columnsOf alone
    statusChecked: row.status_checked,
    statusSource: row.status_source,
    retentionMonths: row.retention_months,
    publicStatistics: row.public_statistics === 1,
    tags,
    recipient: row.recipient,
  };
}

function columnsOf(settings: OrganisationSettings) {
  return {
    name_ru: settings.name.ru,
    name_en: settings.name.en,
    contact: settings.contact,
    status_in_russia: settings.statusInRussia,
    status_checked: settings.statusChecked,
    status_source: settings.statusSource,
    retention_months: settings.retentionMonths,
    public_statistics: settings.publicStatistics ? 1 : 0,
    tags: JSON.stringify(settings.tags),
  } satisfies Partial<Insertable<Tables['organisation']>>;
}
