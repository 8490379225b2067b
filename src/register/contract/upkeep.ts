/** What the service does by itself, and what it goes by. */

export type ClockView = {
  /** False: it is days away from the hour that the register last saw, and nobody has confirmed it. */
  isBelieved: boolean;
  /** The last hour that was believed. */
  seen: number;
  /** Milliseconds for which the program has still to run by it. */
  left: number;
};

export type Clock = {
  /** Every ten minutes: counts how long the program has run by a clock in doubt. */
  look: () => Promise<ClockView>;
  /** Somebody says that it is right. */
  confirm: () => Promise<void>;
};

export type Deriving = {
  /**
   * Works out by the law of the library where every filing stands, if the register was worked out by another law; done when
   * all of it is done. Asked again while it goes on, it is the same work. Throws RegisterUnavailable, and then goes on where it
   * was when it is asked again.
   */
  anew: () => Promise<void>;
};

/** `part`: of the cases, from 0 to 1. */
export type DerivingView = { isDone: boolean; part: number };
