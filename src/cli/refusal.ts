/** What stops one document or the whole run, as a sentence of the locale files: it never quotes what was typed. */
import type { Key, Params, Translate } from '#i18n.ts';

export class Refusal extends Error {
  readonly key: Key;
  readonly params: Params;
  /** 2: the command was wrong; 1: the command was right and the work failed. */
  readonly exit: 1 | 2;

  constructor(key: Key, params: Params = {}, exit: 1 | 2 = 1) {
    super(key);
    this.key = key;
    this.params = params;
    this.exit = exit;
  }

  told(t: Translate): string {
    return t(this.key, this.params);
  }
}

/** A wrong command. */
export function wrongUse(key: Key, params?: Params): Refusal {
  return new Refusal(key, params, 2);
}

/** What went wrong with a file, and what to do; a fault of the program itself is passed on. */
export function fileRefusal(error: unknown, doing: 'reading' | 'writing' = 'reading'): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^E[A-Z]+$/.test(code)) return error;
  if (doing === 'reading' && /^(?:EACCES|EPERM)$/.test(code)) return new Refusal('cli.file.unreadable');
  return new Refusal(sentences.get(code) ?? 'cli.file.other', { code });
}

/** True where the next file would fail in the same way: the disk is full, or nothing may be written. */
export function stopsAll({ key }: Refusal): boolean {
  return key === 'cli.file.full' || key === 'cli.file.denied' || key === 'cli.file.readOnly';
}

const sentences: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['ENOENT', 'cli.file.missing'],
  ['ENOTDIR', 'cli.file.missing'],
  ['ELOOP', 'cli.file.missing'],
  ['EACCES', 'cli.file.denied'],
  ['EPERM', 'cli.file.denied'],
  ['EROFS', 'cli.file.readOnly'],
  ['ENOSPC', 'cli.file.full'],
  ['EDQUOT', 'cli.file.full'],
  ['EISDIR', 'cli.file.folder'],
  ['EEXIST', 'cli.file.exists'],
  ['ENAMETOOLONG', 'cli.file.longName'],
]);
