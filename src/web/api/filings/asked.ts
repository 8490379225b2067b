/** What the routes of the register are given, and how one is listed: address, who may come, what answers. */
import type { Context } from 'hono';
import type { Operation } from '#domain/register/roles.ts';
import type { Translate } from '#i18n.ts';
import type { Claim } from '#register/register.ts';
import type { Staff } from '../../desk/staff.ts';
import type { Following, Site } from '../../site.ts';
import type { Schemas } from './schemas.ts';

export type Asked = {
  site: Site;
  following: Following;
  t: Translate;
  schemas: Schemas;
  /** Where the request carries an Idempotency-Key (see once.ts). */
  plan?: Plan | undefined;
};
export type StaffAsked = Asked & { staff: Staff };

export type Plan = {
  /** What was decided before anything was done: repeated with the same key, the same is done again and not something else. */
  kept: unknown;
  keep: (plan: unknown) => Promise<void>;
  /** The ids of what this key has made already: nothing is done, and the answer tells how it stands. */
  done: readonly string[] | undefined;
  /** Goes along with the change, so that the register notes with it, or not at all, that it is done. */
  claim: (ids: readonly string[]) => Promise<Claim>;
};

type Route = {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api`. */
  path: string;
  /** False where a POST changes nothing that could be done twice, or its answer may not lie anywhere. */
  once?: false;
};

/** Whoever asks; who may open something is decided by a code in the body. */
export type OpenRoute = Route & {
  who: 'anybody';
  handler: (c: Context, asked: Asked) => Response | Promise<Response>;
};

/** 'any': whoever is signed in. */
export type StaffRoute = Route & {
  who: Operation | 'any';
  handler: (c: Context, asked: StaffAsked) => Response | Promise<Response>;
};

export type ApiRoute = OpenRoute | StaffRoute;
