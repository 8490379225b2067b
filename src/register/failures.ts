/** What an error of a database means: to try once more, to tell people what is wrong, or a fault of ours. */
import { RegisterUnavailable } from './register.ts';

export type Failure = RegisterUnavailable['reason'] | 'again';

/** `again`: two writers met, and the same work will do. Undefined for a fault of ours. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof RegisterUnavailable) return error.reason;
  if ('errcode' in error && typeof error.errcode === 'number') return bySqlite.get(error.errcode & 0xff);
  if (error instanceof AggregateError && error.errors.some((one) => failureOf(one) === 'unreachable'))
    return 'unreachable';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return byPostgres[code] ?? byClass[code.slice(0, 2)] ?? (isLost(error, code) ? 'unreachable' : undefined);
}

/** Primary result codes of SQLite: sqlite.org/rescode.html. */
const bySqlite: ReadonlyMap<number, Failure> = new Map([
  [5, 'again'], // busy
  [6, 'again'], // locked
  [8, 'unreachable'], // read-only
  [10, 'unreachable'], // the disk does not answer
  [13, 'full'],
  [14, 'unreachable'], // cannot be opened
]);

/** postgresql.org/docs/current/errcodes-appendix.html */
const byPostgres: Readonly<Record<string, Failure>> = {
  '40001': 'again', // serialization failure
  '40P01': 'again', // deadlock
  '53100': 'full',
  '55P03': 'busy', // a lock was waited for too long
  '57014': 'busy', // a statement took too long
  '25006': 'unreachable', // read-only: another machine has taken over
  '25P03': 'unreachable', // a transaction idled for too long
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P05': 'unreachable',
};

const byClass: Readonly<Record<string, Failure>> = {
  '08': 'unreachable',
  '28': 'unreachable', // the password is wrong
  '3D': 'unreachable', // no such database
  '53': 'busy', // too many connections, no memory
  '58': 'unreachable', // the disk of the server does not answer
};

const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Postgres connection has been discarded)/;

function isLost(error: Error, code: string): boolean {
  return (
    /^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET|NOENT|ACCES)/.test(code) ||
    lostConnection.test(error.message)
  );
}
