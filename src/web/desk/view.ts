/** What a page of the desk is given, and how its routes are listed: address, who may come, what answers. */
import type { Context } from 'hono';
import type { MemberOrganisation } from '#domain/register/member-organisation.ts';
import type { Operation } from '#domain/register/roles.ts';
import type { Reader } from '../parts/reader.ts';
import type { Following } from '../site.ts';
import type { DeskForm } from './form.ts';
import type { Staff } from './staff.ts';

export type DeskView = Reader & {
  following: Following;
  staff: Staff;
  /** That of the person who is signed in. */
  organisation: MemberOrganisation;
  /** Empty where nothing was posted. */
  form: DeskForm;
  /** The organisation's private key; undefined while it is locked. Opened once a request. */
  identity: () => Promise<string | undefined>;
};

export type DeskHandler = (c: Context, view: DeskView) => Response | Promise<Response>;

export type DeskRoute = {
  method: 'get' | 'post';
  /** Below `/{lng}/desk`. A parameter is called what it names: `:case`, `:filing`, `:person`, `:scan`. */
  path: string;
  /** 'any': whoever is signed in. */
  operation: Operation | 'any';
  handler: DeskHandler;
};

/** Address of a page of the desk. */
export function deskHref({ language }: Pick<Reader, 'language'>, path: string): string {
  return `/${language}/desk${path}`;
}

/** An address of the desk in this language; anything else is not gone to. */
export function nextAddress(reader: Pick<Reader, 'language'>, typed: string): string {
  const home = deskHref(reader, '');
  return typed.startsWith(`${home}/`) && !/[\\\s]|\/\//.test(typed) ? typed : home;
}
