/** A small case to begin a test from. */
import type { CaseFile, Filing } from '#domain/case/case-file.ts';
import { textHash } from '#domain/case/open-case.ts';

export function aFiling(changes: Partial<Filing> = {}): Filing {
  const text = changes.text ?? 'ЗАЯВЛЕНИЕ\n';
  return {
    id: 'first',
    template: 'crime-report-media',
    authority: 'sk-central',
    date: '2026-09-01',
    filedFrom: 'russia',
    answers: { episode: '2017' },
    text,
    sha256: textHash(text),
    events: [],
    ...changes,
  };
}

export function aCase(filings: Filing[] = [aFiling()]): CaseFile {
  return { format: 'case', version: 1, case: 'a-case', filings };
}
