/**
 * A case file as this script needs it: what the schema of the server would refuse is refused here too, in plain code, for
 * nobody looks at a sealed case again before somebody needs it.
 */
import type { CaseFile } from '#domain/case/case-file.ts';

export type ReadCase =
  | { ok: true; value: CaseFile }
  | { ok: false; wrong: 'empty' | 'not-a-case' | 'older' | 'damaged' };

/** Names that may stand in a case, as the page tells them. */
export type Names = { kinds: readonly string[]; channels: readonly string[] };

export function readCase(text: string, names: Names): ReadCase {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return { ok: false, wrong: 'empty' };
  const file = parsed(trimmed);
  if (!isRecord(file) || file.format !== 'case') return { ok: false, wrong: 'not-a-case' };
  if (file.version !== 1) return { ok: false, wrong: 'older' };
  return isCase(file, names) ? { ok: true, value: file } : { ok: false, wrong: 'damaged' };
}

type Json = Record<string, unknown>;
type Check = (value: unknown) => boolean;

function isCase(file: Json, names: Names): file is Json & CaseFile {
  return has(
    file,
    {
      format: () => true,
      version: () => true,
      case: id,
      filings: list(1, 50, (one) => isFiling(one, names)),
    },
    { applicant: (one) => isRecord(one) && Object.values(one).every((value) => typeof value === 'string') },
  );
}

function isFiling(value: unknown, { kinds, channels }: Names): boolean {
  return has(
    value,
    {
      id,
      template: id,
      authority: (one) => one === null || id(one),
      date: day,
      filedFrom: oneOf(['russia', 'abroad']),
      answers: isRecord,
      text: (one) => typeof one === 'string' && one.length <= 60_000,
      sha256: (one) => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one),
      events: list(0, 100, (one) => isEvent(one, kinds)),
    },
    { court: line(200), channel: oneOf(channels), follows: id },
  );
}

function isEvent(value: unknown, kinds: readonly string[]): boolean {
  return has(
    value,
    { kind: oneOf(kinds), date: day },
    {
      days: (one) => Number.isInteger(one) && Number(one) >= 1 && Number(one) <= 365,
      number: line(60),
      to: line(200),
      signedBy: line(120),
      grounds: oneOf(['no-event', 'no-elements', 'limitation', 'other']),
    },
  );
}

/** Every needed field, and none that is unknown. */
function has(value: unknown, needed: Record<string, Check>, allowed: Record<string, Check>): boolean {
  if (!isRecord(value)) return false;
  const checks = { ...needed, ...allowed };
  return (
    Object.keys(needed).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, one]) => Object.hasOwn(checks, name) && checks[name]?.(one) === true)
  );
}

function list(least: number, most: number, check: Check): Check {
  return (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(check);
}

function oneOf(names: readonly string[]): Check {
  return (value) => typeof value === 'string' && names.includes(value);
}

function line(most: number): Check {
  return (value) => typeof value === 'string' && value.length > 0 && value.length <= most;
}

function id(value: unknown): boolean {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

function day(value: unknown): boolean {
  return typeof value === 'string' && /^(?:199[1-9]|20\d\d)-[01]\d-[0-3]\d$/.test(value);
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
