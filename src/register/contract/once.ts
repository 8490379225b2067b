/** What keeps requests in bounds: how often, and not twice. */

export type Limits = {
  /**
   * Counts one attempt under `key` and says whether it is one of the first `most` of the window of `seconds`; the same for all servers
   * of one database, and after a restart. A clock that jumps back opens no new window.
   */
  take: (key: string, most: number, seconds: number, now: number) => Promise<boolean>;
  /** Forgets what was counted: after a right password. */
  clear: (key: string) => Promise<void>;
};

/**
 * What was begun under a key, settled by the very transaction that does it: from then on `answer` stands under the key, and
 * nobody does it again. Where somebody else has the key by now nothing is done: RegisterUnavailable, busy.
 */
export type Claim = { scope: string; key: string; requestHash: string; answer: string; now: number };

export type Idempotency = {
  /**
   * The answer that `key` was given before; 'other' where the request was another one; undefined where there was none, and
   * then this caller alone has it for a minute: it keeps the answer, or drops the key. 'running' to everybody else.
   */
  begin: (
    scope: string,
    key: string,
    requestHash: string,
    now: number,
  ) => Promise<{ answer: string } | 'other' | 'running' | undefined>;
  /** Kept for a day. The caller has sealed what may not lie in clear. */
  keep: (scope: string, key: string, answer: string, now: number) => Promise<void>;
  drop: (scope: string, key: string) => Promise<void>;
};
