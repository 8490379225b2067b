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
