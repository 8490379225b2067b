/** What the commands are given: a terminal, a clock, the place where people reach the service, and the register to open. */
import type { Db } from '#register/db.ts';

/** 0: done. 1: the command was right, and the work failed or found something wrong. 2: the command was wrong. */
export type Exit = 0 | 1 | 2;

export type Office = {
  now: () => Date;
  /** Where relative paths begin. */
  folder: string;
  /** Scheme, host and port. */
  address: string;
  /** What was asked for. */
  print: (text: string) => void;
  /** Questions and what is wrong: apart from what was asked for, which may go into a file. */
  say: (text: string) => void;
  /** A line that the person types; empty where nobody does. */
  ask: () => Promise<string>;
  /** The register as the service would open it; closed when `work` has ended. */
  withRegister: (work: (db: Db) => Promise<Exit>) => Promise<Exit>;
};

/** What cannot be done, as a sentence for whoever typed the command. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly exit: 1 | 2;
  constructor(message: string, exit: 1 | 2 = 1) {
    super(message);
    this.exit = exit;
  }
}

export function wrongUse(message: string): Refusal {
  return new Refusal(message, 2);
}
