/** What keeps requests in bounds: how often, and not twice. */

export type Limits = {
  /**
   * Counts one attempt under `key` and says whether it is one of the first `most` of the window of `seconds`; the same for all servers
   * of one database, and after a restart. A clock that jumps back opens no new window. `by`: what weighs more than one.
   */
  take: (key: string, most: number, seconds: number, now: number, by?: number) => Promise<boolean>;
  /** Forgets what was counted: after a right password. */
  clear: (key: string) => Promise<void>;
};

/**
 * What was begun under a key, settled by the very transaction that does it: from then on `answer` stands under the key, and
 * nobody does it again. `planned` is what stands there until then, where something was kept before. Where somebody else has
 * the key by now, or has done it, nothing is done: RegisterUnavailable, busy.
 */
export type Claim = {
  scope: string;
  key: string;
  requestHash: string;
  planned?: string | undefined;
  answer: string;
  now: number;
};

export type Idempotency = {
  /**
   * The answer that `key` was given before; 'other' where the request was another one; 'spent' where what it made is gone;
   * undefined where there was none: then this caller alone has it for twenty seconds, and longer as long as it is renewed,
   * until it keeps the answer or drops the key. `running`, in seconds until the key is free at the latest, to everybody else.
   */
  begin: (
    scope: string,
    key: string,
    requestHash: string,
    now: number,
  ) => Promise<{ answer: string } | { running: number } | 'other' | 'spent' | undefined>;
  /** Every few seconds, while what was begun goes on. */
  renew: (scope: string, key: string, now: number) => Promise<void>;
  /** Kept for a day. The caller has sealed what may not lie in clear. */
  keep: (scope: string, key: string, answer: string, now: number) => Promise<void>;
  /** What the key made is gone: until its day is over no more is kept than that it was used. */
  spend: (scope: string, key: string) => Promise<void>;
  drop: (scope: string, key: string) => Promise<void>;
};
